"""The pages of the desk in both languages and at every width: nothing clipped, nothing unnamed."""

import csv
import sys
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from olapp.services.desk import Desk

PAGES = ("start", "import", "screening", "deadlines", "safekeeping", "batch")


@pytest.fixture(scope="module")
def looks() -> ModuleType:
    """What the look of the window is measured by."""
    path = Path(__file__).with_name("test_language_and_look.py")
    spec = spec_from_file_location("looks", path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def visit(desk: Desk, patents: Any, open_desktop: Any, tmp_path: Path) -> Callable[..., Any]:
    """Goes through every page and step of a desk with something on it."""
    holdings = (patents.holding(), patents.utility_model(has_report=False))
    ids = tuple(desk.portfolio.add(each).id for each in holdings)
    desk.screening.run()
    path = tmp_path / "清单.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = (("申请号", "发明名称", "申请日"), ("202010234567.0", "一种示例", "03/04/2012"))
        csv.writer(stream).writerows(rows)

    def through(language: str, width: int) -> Iterator[tuple[str, Any]]:
        desktop = open_desktop(language)
        desktop.window.resize(width, 800)
        for name in PAGES:
            desktop.window.go(name, ids if name == "batch" else None)
            desktop.settle()
            yield name, desktop
        desktop.window.go("deadlines")
        desktop.window.page.tabs.setCurrentIndex(1)
        desktop.settle()
        yield "charts", desktop
        desktop.window.go("import")
        page = desktop.window.page
        steps = (
            ("mapping", lambda: page.take_files([path])),
            ("dry run", page.mapping.go_on.click),
            ("result", page.dry_run.commit.click),
        )
        for name, step in steps:
            step()
            desktop.settle()
            yield name, desktop

    return through


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [800, 1280])
def test_nothing_is_clipped_and_no_page_is_wider_than_the_window(
    visit: Any, looks: ModuleType, language: str, width: int
) -> None:
    found = []
    for name, desktop in visit(language, width):
        desktop.bot.wait(30)
        found += [f"{name}: {each}" for each in looks.clipped(desktop.window.page)]
        if desktop.window.width() > width:
            found.append(f"{name} is too wide: {desktop.window.width()}")
    assert not found


def test_every_input_has_a_name_for_screen_readers(visit: Any, looks: ModuleType) -> None:
    found = [
        f"{name}: {each}"
        for name, desktop in visit("zh", 1280)
        for each in looks.nameless(desktop.window.page)
    ]
    assert not found


def test_no_page_loses_its_footing_when_the_look_changes(visit: Any) -> None:
    for name, desktop in visit("en", 1280):
        before = desktop.window.pages.name
        desktop.window.choose_theme("dark")
        desktop.settle()
        assert desktop.window.pages.name == before, name
        desktop.window.choose_theme("light")
        desktop.settle()
        if name == "batch":
            break
