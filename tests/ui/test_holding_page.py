"""One patent of the portfolio as a clerk looks at it and corrects it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from olapp.domain.declaration import Declaration
from olapp.domain.holding import Holding, Offer, Origin
from olapp.domain.origins import HAND, origin_of
from olapp.domain.patent import Patent
from olapp.services.desk import Desk
from olapp.ui.holding_editing import rebased
from olapp.ui.pages.holding import HoldingPage
from olapp.ui.pages.holding_past import said_by
from olapp.ui.screen import Screen

KEY, MOD = Qt.Key, Qt.KeyboardModifier


def show(desktop: Any, holding_id: int) -> HoldingPage:
    desktop.window.go("holding", holding_id)
    page = desktop.window.page
    assert isinstance(page, HoldingPage)
    wait(desktop, page)
    return page


def wait(desktop: Any, page: HoldingPage) -> None:
    """Wait until the patent is open, its form built, everything checked and kept."""
    desktop.bot.waitUntil(
        lambda: page.editing is not None and page.form.is_built and page.editing.is_settled,
        timeout=15_000,
    )
    desktop.settle()


def type_at(page: HoldingPage, place: str, text: str) -> None:
    page.form.go_to(place)
    focus = QApplication.focusWidget()
    assert focus is not None
    focus.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(focus, text)


@pytest.fixture
def plain(patents: ModuleType) -> Holding:
    made: Holding = patents.holding()
    return made


def test_a_correction_is_kept_with_its_origin_and_shown_beside_the_field(
    open_desktop: Any, desk: Desk, plain: Holding
) -> None:
    key = desk.portfolio.add(plain).id
    desktop = open_desktop("zh")
    page = show(desktop, key)
    type_at(page, "reference", "SL-2020-7")
    page.form.go_to("department")
    wait(desktop, page)
    kept = desk.portfolio.open(key).holding
    assert kept.reference == "SL-2020-7"
    origin = origin_of(kept, "reference")
    assert origin is not None
    assert origin.source == HAND
    row = next(i for card in page.form.cards for i in card.items if i.path == "reference")
    assert "2026-11-20" in row._origin.text()  # noqa: SLF001 - what a person sees


def test_a_patent_taken_out_elsewhere_is_let_go_without_a_word(
    open_desktop: Any, desk: Desk, plain: Holding
) -> None:
    key = desk.portfolio.add(plain).id
    desktop = open_desktop("zh")
    page = show(desktop, key)
    desktop.window.go("portfolio")
    desktop.settle()
    desktop.window.page.deeds.remove()
    desktop.settle()
    assert desk.portfolio.count() == 0
    assert page.editing is None
    assert desktop.said == []


def test_a_source_is_named_as_people_know_it(chinese: Screen) -> None:
    origin = Origin(source="own-list", as_of=date(2026, 11, 1), paths=("patent.title",))
    assert said_by(origin, chinese)[0] == "自制清单 · 2026-11-01"


def test_a_day_that_cannot_be_read_is_not_called_saved(
    open_desktop: Any, desk: Desk, plain: Holding
) -> None:
    key = desk.portfolio.add(plain).id
    desktop = open_desktop("en")
    page = show(desktop, key)
    type_at(page, "priority_on", "2020-13-45")
    page.form.go_to("reference")
    wait(desktop, page)
    assert page.bar.saved.text() == "Cannot be read: 1"


def test_undo_takes_a_correction_back_in_the_store_too(
    open_desktop: Any, desk: Desk, plain: Holding
) -> None:
    key = desk.portfolio.add(plain).id
    desktop = open_desktop("zh")
    page = show(desktop, key)
    type_at(page, "reference", "wrong")
    page.form.go_to("department")
    wait(desktop, page)
    desktop.window.run("undo")
    wait(desktop, page)
    assert desk.portfolio.open(key).holding.reference is None


def test_leaving_keeps_the_word_in_hand(open_desktop: Any, desk: Desk, plain: Holding) -> None:
    key = desk.portfolio.add(plain).id
    desktop = open_desktop("zh")
    page = show(desktop, key)
    type_at(page, "reference", "last")
    desktop.window.go("portfolio")
    desktop.bot.waitUntil(lambda: desktop.window.pages.name == "portfolio", timeout=10_000)
    desktop.settle()
    assert desk.portfolio.open(key).holding.reference == "last"


def test_closing_the_window_keeps_the_word_in_hand(
    open_desktop: Any, desk: Desk, plain: Holding
) -> None:
    key = desk.portfolio.add(plain).id
    desktop = open_desktop("zh")
    page = show(desktop, key)
    type_at(page, "reference", "last")
    desktop.window.close()
    desktop.bot.waitUntil(lambda: not desktop.window.isVisible(), timeout=10_000)
    assert desk.portfolio.open(key).holding.reference == "last"


def test_a_line_begun_waits_until_it_is_whole(
    open_desktop: Any, desk: Desk, plain: Holding
) -> None:
    key = desk.portfolio.add(plain).id
    desktop = open_desktop("zh")
    page = show(desktop, key)
    page.form.hand.added.emit("payments")
    wait(desktop, page)
    type_at(page, "payments.0.year", "8")
    page.form.go_to("payments.0.paid_on")
    wait(desktop, page)
    assert desk.portfolio.open(key).holding.payments == ()
    type_at(page, "payments.0.paid_on", "2026-11-01")
    type_at(page, "payments.0.amount", "1200")
    page.form.go_to("payments.0.receipt")
    wait(desktop, page)
    (payment,) = desk.portfolio.open(key).holding.payments
    assert (payment.year, str(payment.amount.rounded())) == (8, "1200.00")


@pytest.fixture
def offered(plain: Holding) -> Holding:
    """A patent whose declaration stands."""
    return replace(
        plain,
        patent=replace(plain.patent, has_live_declaration=True),
        offer=Offer(number="示例公告1", announced_on=date(2026, 1, 6), ends_on=date(2029, 1, 5)),
    )


def pledge(page: HoldingPage) -> None:
    """Say that the patent is pledged, without a consent."""
    page.form.go_to("patent.is_pledged")
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, KEY.Key_Up)


def test_a_change_that_breaks_a_standing_offer_is_told_and_not_kept(
    open_desktop: Any, desk: Desk, offered: Holding
) -> None:
    key = desk.portfolio.add(offered).id
    desktop = open_desktop("zh")
    page = show(desktop, key)
    assert not page.banner.isVisible()
    pledge(page)
    desktop.bot.waitUntil(page.banner.isVisible, timeout=10_000)
    assert page.banner.text
    desktop.settle()
    assert desk.portfolio.open(key).holding.patent.is_pledged is False
    page.banner.take_back.click()
    wait(desktop, page)
    assert not page.banner.isVisible()
    assert desk.portfolio.open(key).holding.patent.is_pledged is False


def test_what_breaks_an_offer_is_kept_when_the_person_says_so(
    open_desktop: Any, desk: Desk, offered: Holding
) -> None:
    key = desk.portfolio.add(offered).id
    desktop = open_desktop("zh")
    page = show(desktop, key)
    pledge(page)
    desktop.bot.waitUntil(page.banner.isVisible, timeout=10_000)
    page.banner.allow.click()
    wait(desktop, page)
    assert not page.banner.isVisible()
    assert desk.portfolio.open(key).holding.patent.is_pledged is True


def test_leaving_with_a_change_held_back_asks_first(
    open_desktop: Any, desk: Desk, offered: Holding
) -> None:
    key = desk.portfolio.add(offered).id
    desktop = open_desktop("en")
    page = show(desktop, key)
    pledge(page)
    desktop.bot.waitUntil(page.banner.isVisible, timeout=10_000)
    desktop.answers["choose"] = "Stay here"
    desktop.window.go("portfolio")
    assert desktop.window.page is page
    desktop.answers["choose"] = "Take the change back"
    desktop.window.go("portfolio")
    desktop.bot.waitUntil(lambda: desktop.window.pages.name == "portfolio", timeout=10_000)
    desktop.settle()
    assert desk.portfolio.open(key).holding.patent.is_pledged is False


def test_fees_deadlines_and_the_sentence_of_a_year_are_told(
    open_desktop: Any, desk: Desk, plain: Holding
) -> None:
    desktop = open_desktop("zh")
    page = show(desktop, desk.portfolio.add(plain).id)
    desktop.bot.waitUntil(lambda: bool(page.tabs.deadlines.rows_model.rows))
    schedule = page.tabs.fees.schedule
    years = [fee.year for fee in schedule.rows_model.rows]
    assert years == list(range(years[0], 21))
    chosen = schedule.chosen()
    assert [fee.year for fee in chosen] == [8]
    assert page.tabs.fees.why.text()
    assert page.tabs.fees.balance.text()


def test_a_document_is_attached_listed_and_taken_off(
    open_desktop: Any, desk: Desk, plain: Holding, tmp_path: Path
) -> None:
    key = desk.portfolio.add(plain).id
    desktop = open_desktop("en")
    page = show(desktop, key)
    paper = tmp_path / "certificate.pdf"
    paper.write_bytes(b"%PDF-1.7 made up")
    desktop.answers["open_file"] = paper
    page.tabs.papers.add.click()
    desktop.settle()
    table = page.tabs.papers.table
    assert [row.name for row in table.rows_model.rows] == ["certificate.pdf"]
    table.selectRow(0)
    desktop.answers["choose"] = "Take off"
    page.tabs.papers.remove.click()
    desktop.settle()
    assert desk.portfolio.attachments(key) == ()
    assert paper.exists()


def test_the_declarations_of_a_patent_open_from_it(
    open_desktop: Any, desk: Desk, plain: Holding
) -> None:
    number = plain.patent.number
    desk.drafts.add(Declaration(patent=Patent(number=number, title="一种示例水泵")))
    desktop = open_desktop("zh")
    page = show(desktop, desk.portfolio.add(plain).id)
    (row,) = page.tabs.drafts.rows_model.rows
    page.tabs.drafts.opened.emit(row)
    desktop.wait_for_draft()
    desktop.window.run("back")
    desktop.bot.waitUntil(lambda: isinstance(desktop.window.page, HoldingPage), timeout=10_000)


def test_the_history_names_every_change(open_desktop: Any, desk: Desk, plain: Holding) -> None:
    opened = desk.portfolio.add(plain)
    desk.portfolio.keep(opened, replace(plain, department="材料学院"))
    desktop = open_desktop("zh")
    page = show(desktop, opened.id)
    model = page.tabs.past.rows_model
    assert [model.text(0, column) for column in (1, 2, 3)] == [
        "院系或者部门",
        "示例机械学院",
        "材料学院",
    ]


def test_what_another_page_changed_is_taken_up(
    open_desktop: Any, desk: Desk, plain: Holding
) -> None:
    opened = desk.portfolio.add(plain)
    desktop = open_desktop("zh")
    page = show(desktop, opened.id)
    _, changes = desk.portfolio.assign((opened.id,), "新系")
    desktop.window.pages.tell(changes)
    desktop.bot.waitUntil(
        lambda: page.editing is not None and page.editing.document.department == "新系"
    )
    wait(desktop, page)


def test_what_two_people_changed_is_put_together_fact_by_fact(plain: Holding) -> None:
    mine = replace(plain, reference="mine")
    theirs = replace(plain, department="theirs", patent=replace(plain.patent, title="新"))
    merged = rebased(plain, mine, theirs)
    assert merged == replace(theirs, reference="mine")


def test_the_word_in_hand_lives_through_a_change_of_language(
    open_desktop: Any, desk: Desk, plain: Holding
) -> None:
    desktop = open_desktop("zh")
    page = show(desktop, desk.portfolio.add(plain).id)
    type_at(page, "patent.filed_on", "last year")
    desktop.window.choose_language("en")
    again = desktop.window.page
    assert isinstance(again, HoldingPage)
    wait(desktop, again)
    field = again.form.widget_at("patent.filed_on")
    assert field is not None
    assert field.entry().unread == "last year"  # type: ignore[attr-defined]


def test_a_narrow_window_opens_a_patent_with_no_button_under_the_keys(
    open_desktop: Any, desk: Desk, plain: Holding
) -> None:
    key = desk.portfolio.add(plain).id
    desktop = open_desktop("zh")
    desktop.window.resize(900, 600)
    show(desktop, key)
    assert not isinstance(QApplication.focusWidget(), QAbstractButton)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [800, 1280])
def test_nothing_scrolls_sideways(
    open_desktop: Any, desk: Desk, plain: Holding, language: str, width: int
) -> None:
    desktop = open_desktop(language)
    desktop.window.resize(width, 800)
    page = show(desktop, desk.portfolio.add(plain).id)
    desktop.bot.wait(30)
    assert page.form.horizontalScrollBar().maximum() == 0
