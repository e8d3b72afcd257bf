"""Pages as they were accepted: each text with place and font, each rule.

After a wanted change look at the pages, then run pytest tests/pdf --accept-golden.
"""

import difflib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from olapp.pdf.fonts import Fonts
from olapp.pdf.pack import RenderedPack

GOLDEN = Path(__file__).with_name("golden")


@pytest.fixture(params=["form", "long", "mixed"])
def printed(
    request: pytest.FixtureRequest,
    print_papers: Callable[..., RenderedPack],
    rare_fonts: Fonts,
    samples: ModuleType,
) -> tuple[str, bytes]:
    """Name and PDF of a sample paper."""
    paper = getattr(samples, request.param)()
    return request.param, print_papers(paper, fonts=rare_fonts).combined.body


def test_pages_are_as_accepted(
    printed: tuple[str, bytes],
    reading: ModuleType,
    pytestconfig: pytest.Config,
    tmp_path: Path,
) -> None:
    name, pdf = printed
    now, path = reading.dump(pdf), GOLDEN / f"{name}.txt"
    if pytestconfig.getoption("--accept-golden", default=False):
        path.write_text(now, encoding="utf-8", newline="\n")
    accepted = path.read_text(encoding="utf-8")
    if now != accepted:
        kept = tmp_path / f"{name}.pdf"
        kept.write_bytes(pdf)
        lines = difflib.unified_diff(accepted.splitlines(), now.splitlines(), "accepted", "now")
        pytest.fail("\n".join([*list(lines)[:60], f"look at {kept}"]))
