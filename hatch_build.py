"""Compiles the catalogues (.po to .mo) and packs `resources/` into the wheel."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> None:
    """Write a .mo beside each .po under `resources/locale`."""
    for source in sorted((root / "resources" / "locale").glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3], domain=source.stem)
        unfinished = source.with_suffix(".mo.new")
        with unfinished.open("wb") as file:
            write_mo(file, catalogue)
        unfinished.replace(source.with_suffix(".mo"))  # a running olapp never reads half of one


class ResourcesHook(BuildHookInterface[Any]):
    """Runs before hatchling collects the files of a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """An editable wheel leaves `resources/` where it is; a standard one carries it."""
        compile_catalogues(Path(self.root))
        if version == "standard":
            build_data["force_include"]["resources"] = "olapp/resources"


if __name__ == "__main__":
    compile_catalogues(Path(__file__).resolve().parent)
