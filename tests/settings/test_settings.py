"""Preferences survive bad files, and are written whole."""

import stat
from pathlib import Path

import pytest

from olapp.domain.trouble import Trouble
from olapp.settings import Settings, read_settings, write_settings


def test_choices_come_back_as_they_were_made(tmp_path: Path) -> None:
    chosen = Settings(language="en", theme="dark", extra_fonts=("稀有字.ttf",), preview_shown=False)
    write_settings(chosen, tmp_path / "olapp" / "settings.toml")
    assert read_settings(tmp_path / "olapp" / "settings.toml") == chosen


@pytest.mark.parametrize("body", ["", "language = ", "language = 3\ntheme = ['x']", "\x00"])
def test_a_spoilt_file_falls_back_to_the_defaults(tmp_path: Path, body: str) -> None:
    (tmp_path / "settings.toml").write_text(body)
    assert read_settings(tmp_path / "settings.toml") == Settings()


def test_the_file_is_the_persons_alone(tmp_path: Path) -> None:
    path = tmp_path / "own" / "settings.toml"
    write_settings(Settings(), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_place_that_cannot_be_written_is_a_trouble_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Trouble) as caught:
        write_settings(Settings(), tmp_path / "file" / "settings.toml")
    assert str(caught.value.remedy)


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(Trouble):
        write_settings(Settings(), tmp_path / "settings.toml")
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]
