"""Fonts installed on this machine, asked only for characters that the bundled ones lack."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

_MOST_FILES = 4000
_SUFFIXES = (".ttf", ".ttc", ".otf")
# Names of Song, FangSong and Kai faces, which the office wants before any other.
_SONG_LIKE = ("song", "simsun", "sim", "ming", "fang", "kai", "hana", "serif")
# Its "glyphs" are pictures of code points, drawn for every character there is.
_NOT_WRITING = ("lastresort", "blank", "unifont")


def font_folders() -> tuple[Path, ...]:
    """Give the platform's font folders."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"
        return (Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", local)
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "fonts"
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), own, home / ".fonts")


def font_files(folders: tuple[Path, ...]) -> list[Path]:
    """List the font files of folders, the likes of Song first; the same order every time."""
    found = [path for folder in folders for path in _walk(folder)]
    return sorted(found, key=_preference)[:_MOST_FILES]


def _walk(folder: Path) -> Iterator[Path]:
    """Find font files; a folder that cannot be read has none, links are not followed."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            lower = name.lower()
            if lower.endswith(_SUFFIXES) and not any(word in lower for word in _NOT_WRITING):
                yield Path(parent) / name


def _preference(path: Path) -> tuple[bool, str]:
    name = path.stem.lower()
    return not any(word in name for word in _SONG_LIKE), str(path)
