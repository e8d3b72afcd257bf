import importlib.util
import os
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def dev() -> ModuleType:
    loader = SourceFileLoader("dev_script", str(ROOT / "dev"))
    spec = importlib.util.spec_from_file_location("dev_script", ROOT / "dev", loader=loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def test_dev_needs_nothing_but_the_standard_library() -> None:
    code = f"import runpy; runpy.run_path({str(ROOT / 'dev')!r}, run_name='dev_script')"
    subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True)


def test_without_a_verb_dev_lists_its_verbs_and_fails(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main([]) == 2
    shown = capsys.readouterr().err
    for verb in dev.VERBS:
        assert f"./dev {verb} " in shown


def test_a_missing_library_is_named_by_its_debian_package(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "WINDOW_LIBRARIES", {"libolapp-nowhere.so.0": "libolapp0"})
    if sys.platform.startswith("linux"):
        assert dev.missing_packages(with_test_tools=False) == ["libolapp0"]


def test_who_is_not_root_gets_the_exact_line_in_both_languages(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "missing_packages", lambda with_test_tools: ["libegl1", "qpdf"])
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as stopped:
        dev.need_system(with_test_tools=True)
    shown = capsys.readouterr().err
    assert stopped.value.code == 1
    assert "sudo apt-get install -y --no-install-recommends libegl1 qpdf\n" in shown
    assert "缺少系统组件" in shown
    assert "System packages are missing" in shown


def test_a_step_is_done_again_only_when_its_key_changes(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    assert not dev.is_stamped("lock", "one")
    dev.stamp("lock", "one")
    assert dev.is_stamped("lock", "one")
    assert not dev.is_stamped("lock", "two")


@pytest.mark.parametrize(
    ("variable", "opens"), [("DISPLAY", True), ("WAYLAND_DISPLAY", True), ("NOTHING", False)]
)
def test_a_window_opens_only_where_there_is_a_display(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, variable: str, opens: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, ":0")
    assert dev.has_display() is opens


def test_without_a_display_run_writes_the_sample_pack_and_names_the_folder(
    dev: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(dev, "need_environment", lambda: None)
    monkeypatch.setattr(dev, "has_display", lambda: False)
    monkeypatch.setattr(dev, "start", lambda arguments: started.append(arguments) or 0)
    monkeypatch.chdir(tmp_path)
    assert dev.main(["run"]) == 0
    folder = str(tmp_path / "olapp-sample")
    assert started == [["demo", "-o", folder]]
    assert capsys.readouterr().err.count(folder) == 2
