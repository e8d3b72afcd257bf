"""Closing the window leaves a backup behind, and never stands in the way of leaving."""

from typing import Any

from olapp.services.desk import Desk
from olapp.ui import tasks
from olapp.ui.editors import Entry


def test_closing_after_a_change_leaves_a_backup(desktop: Any, desk: Desk, patents: Any) -> None:
    desk.portfolio.add(patents.holding())
    desktop.close()
    (backup,) = desk.safekeeping.backups()
    assert backup.why == "closing"
    assert desk.safekeeping.look_into(backup.path).is_empty


def test_closing_without_a_change_leaves_no_second_backup(
    open_desktop: Any, desk: Desk, patents: Any
) -> None:
    desk.portfolio.add(patents.holding())
    open_desktop().close()
    before = desk.safekeeping.backups()
    open_desktop().close()
    assert desk.safekeeping.backups() == before


def test_the_word_in_hand_is_in_the_backup(desktop: Any, desk: Desk) -> None:
    page = desktop.open_new()
    page.editing.type("patent.title", Entry("一种支架"))
    desktop.close()
    (backup,) = desk.safekeeping.backups()
    assert desk.safekeeping.look_into(backup.path).is_empty
    assert desk.drafts.open(page.editing.id).document.patent.title == "一种支架"


def test_what_is_under_way_ends_before_the_window_goes(
    desktop: Any, desk: Desk, patents: Any
) -> None:
    tasks.run(
        lambda _: desk.portfolio.add(patents.holding()),
        lambda _: None,
        owner=desktop.window,
    )
    desktop.window.close()
    assert desktop.window.isVisible()
    desktop.bot.waitUntil(lambda: not desktop.window.isVisible(), timeout=20_000)
    (backup,) = desk.safekeeping.backups()
    assert desk.safekeeping.look_into(backup.path).is_empty


def test_a_backup_that_cannot_be_made_is_told_and_the_window_goes(
    desktop: Any, desk: Desk, patents: Any
) -> None:
    desk.portfolio.add(patents.holding())
    folder = desk.safekeeping.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder of backups should be")
    desktop.close()
    assert any(str(folder) in each for each in desktop.said)
