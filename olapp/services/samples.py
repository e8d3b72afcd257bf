"""The sample portfolio shipped with the program."""

from dataclasses import dataclass
from pathlib import Path

from olapp.domain.declaration import Declaration
from olapp.services.interchange import read_declaration


@dataclass(frozen=True, slots=True)
class Samples:
    """Declarations in a folder, each a file of the published schema; all invented for tests."""

    folder: Path

    def documents(self) -> tuple[Declaration, ...]:
        """Read all samples, in the order of their names."""
        return tuple(read_declaration(path) for path in sorted(self.folder.glob("*.json")))

    def example(self) -> Declaration:
        """Read the one that shows most: two patentees and an evaluation report."""
        return read_declaration(self.folder / "t2.json")
