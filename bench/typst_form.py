"""The rival of a pack: typst, drawing the same papers with the same fonts from ``form.typ``.

It gets the papers as JSON, breaks the lines and fills the pages itself, and writes PDF/A-3b with
the declaration attached, untagged like ours, into memory. One compiler lives for the whole run, so
that fonts are read once and whatever typst remembers from the pack before is to its benefit; it
may use all cores. Checking the declaration is not part of its time, of ours it is.
"""

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from olapp.forms.paper import Paper

try:
    import typst
except ImportError:
    IS_INSTALLED = False
else:
    IS_INSTALLED = True

FORM = Path(__file__).with_name("form.typ")


def plain(value: Any) -> Any:
    """Give papers as JSON has them, the kind of each block beside its fields."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value):
        inner = {item.name: plain(getattr(value, item.name)) for item in fields(value)}
        return {"kind": type(value).__name__, **inner}
    return value


class Rival:
    """One typst compiler."""

    def __init__(self, fonts: Path) -> None:
        """Let it read the fonts of a folder and no others."""
        self._compiler = typst.Compiler(
            input=FORM, root=FORM.parent, font_paths=[fonts], ignore_system_fonts=True
        )

    def draw(self, papers: Sequence[Paper], title: str, declaration: bytes) -> bytes:
        """Draw one file."""
        inputs = {
            "papers": json.dumps(plain(tuple(papers)), ensure_ascii=False),
            "title": title,
            "declaration": declaration.decode(),
        }
        drawn = self._compiler.compile(
            format="pdf", sys_inputs=inputs, pdf_standards="a-3b", timestamp=0, pdf_tags=False
        )
        assert isinstance(drawn, bytes)
        return drawn
