"""Preferences: one frozen value in a TOML file of the platform's folder."""

import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import tomli_w

from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble, reason
from olapp.files import write_whole


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose, each with its default."""

    language: str = "zh"
    theme: str = "system"
    """``system``, ``light`` or ``dark``."""
    export_folder: str = ""
    """Where the last pack went; empty for the person's documents folder."""
    samples_offered: bool = False
    preview_shown: bool = True
    page: str = "declarations"
    """The page the window last showed, by name."""
    extra_fonts: tuple[str, ...] = ()
    """Font files named by the person for rare characters."""


def read_settings(path: Path) -> Settings:
    """Read the preferences; what is missing or of the wrong kind falls back to its default."""
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return Settings(
        **{name: _fitting(stored.get(name), value) for name, value in asdict(Settings()).items()}
    )


def _fitting(stored: object, default: Any) -> Any:
    if isinstance(default, tuple) and isinstance(stored, list):
        return tuple(item for item in stored if isinstance(item, str))
    return stored if type(stored) is type(default) else default


def write_settings(settings: Settings, path: Path) -> None:
    """Write the preferences whole or not at all; Trouble when the folder refuses."""
    plain = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(settings).items()
    }
    try:
        write_whole(path, tomli_w.dumps(plain).encode())
    except OSError as error:
        raise Trouble(
            Sentence(N_("The preferences cannot be saved: {reason}."), {"reason": reason(error)}),
            str(path),
            Sentence(N_("Free some space, or make the folder writable.")),
        ) from error
