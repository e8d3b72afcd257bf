"""What a person does to the patents chosen in the list; every change of many can be undone."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from olapp.domain.holding import Holding
from olapp.services.tables_out import Wanted, export_table
from olapp.ui import tasks
from olapp.ui.pages.page import Commands
from olapp.ui.tables.as_text import tab_separated
from olapp.ui.tables.columns import BY_KEY, cell
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.changes import Changes
    from olapp.services.desk import Desk
    from olapp.services.portfolio import OpenHolding, Undo
    from olapp.ui.pages.portfolio import PortfolioPage

T = TypeVar("T")
_COMMAS = str.maketrans("，、；;", ",,,,")
_MOST_COPIED = 20_000
"""Rows that a clipboard is given; more are better saved as a table."""


class PortfolioDeeds(QObject):
    """Works on keys, so that thousands cost no more than one."""

    def __init__(self, place: Workplace, page: "PortfolioPage") -> None:
        super().__init__(page)
        self._place, self._page = place, page
        self.desk: Desk | None = None
        self._undos: list[Undo] = []

    def commands(self) -> Commands:
        """What can be done now."""
        page = self._page
        always: dict[str, Callable[[], object]] = {
            "add_patent": self.add,
            "import": partial(page.asked.emit, "import", None),
            "find": page.bar.search.setFocus,
            "filter": lambda: page.table.head.show_row(not page.table.head.is_filtering),
        }
        if self._undos:
            always["undo"] = self.undo
        if not page.model.ids:
            return always
        always["save_table"] = self.save_table
        if page.table.current_id() is None and not page.table.chosen_count():
            return always
        return always | {
            "open": self.open,
            "tag": self.tag,
            "assign": self.assign,
            "state_facts": self.state_facts,
            "copy_table": self.copy,
            "remove": self.remove,
            "declare": self.declare,
        }

    def open(self) -> None:
        """Open the patent the person stands on."""
        current = self._page.table.current_id()
        if current is not None:
            self._page.asked.emit("holding", current)

    def add(self) -> None:
        """Add a blank patent and open it."""
        if self.desk is not None:
            portfolio = self.desk.portfolio

            def opened(made: "OpenHolding") -> None:
                self._page.load()
                self._page.asked.emit("holding", made.id)

            tasks.run(lambda _: portfolio.add(Holding()), opened, self._place.failed, owner=self)

    def declare(self) -> None:
        """Draft declarations for what is chosen."""
        self._page.asked.emit("batch", self._page.table.chosen_ids())

    def tag(self) -> None:
        """Ask for tags to put on and to take off."""
        say, page = self._place.screen.say, self._page
        text = self._place.dialogs.line(
            page,
            say("Tags"),
            say("Tags, separated by commas; a minus sign before one takes it off:"),
            page.bar.known_tags,
        )
        if text:
            add, drop = _tags(text)
            words = say("Tags changed: {count}", count=f"{page.table.chosen_count():,}")
            self._edit(lambda desk, ids: desk.portfolio.tag(ids, add=add, drop=drop), words)

    def assign(self) -> None:
        """Ask for the department of what is chosen; an empty line is none."""
        say, page = self._place.screen.say, self._page
        name = self._place.dialogs.line(
            page,
            say("Department"),
            say("Department; empty for none:"),
            page.bar.known_departments,
        )
        if name is not None:
            words = say("Department changed: {count}", count=f"{page.table.chosen_count():,}")
            self._edit(lambda desk, ids: desk.portfolio.assign(ids, name or None), words)

    def state_facts(self) -> None:
        """Ask what to state of all that is chosen: licences, pledges, fees, the register."""
        from olapp.ui.pages.portfolio_facts import FactsQuestion  # noqa: PLC0415 - rarely needed

        desk, page = self.desk, self._page
        if desk is None:
            return
        ids, say = page.table.chosen_ids(), self._place.screen.say
        question = FactsQuestion(
            count=len(ids),
            today=desk.today(),
            foresee=partial(desk.portfolio.foresee, ids),
            failed=self._place.failed,
        )
        facts = self._place.dialogs.facts(page, question)
        if facts is not None:
            self._edit(
                lambda desk, ids: desk.portfolio.state(ids, facts),
                lambda undo: say("Facts stated of patents: {count}", count=f"{undo.count:,}"),
            )

    def remove(self) -> None:
        """Take what is chosen out of the portfolio, and offer to take that back."""
        count = self._page.table.chosen_count()
        if count:
            words = self._place.screen.say("Taken out: {count}", count=f"{count:,}")
            self._edit(lambda desk, ids: desk.portfolio.remove(ids), words)

    def undo(self) -> None:
        """Take the last change of many back."""
        if self._undos and self.desk is not None:
            undo, portfolio = self._undos.pop(), self.desk.portfolio
            self._run(lambda: portfolio.undo(undo), self._page.changed.emit)
            self._page.commands_changed.emit()

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, columns as shown, with their titles."""
        if self.desk is None:
            return
        screen, portfolio, page = self._place.screen, self.desk.portfolio, self._page
        ids = page.table.chosen_ids()[:_MOST_COPIED]
        columns = [BY_KEY[key] for key in page.table.columns]

        def work() -> str:
            rows = portfolio.rows(ids)
            titles = [screen.say(column.label) for column in columns]
            return tab_separated(
                [titles, *([cell(row, column, screen) for column in columns] for row in rows)]
            )

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            count = f"{len(ids):,}"
            self._place.notices.tell(screen.say("Rows copied: {count}", count=count))

        self._run(work, done)

    def save_table(self) -> None:
        """Write the list, or what is chosen of it when that is more than one, to a file."""
        say, page = self._place.screen.say, self._page
        kinds = say("Workbook (*.xlsx);;Table with commas (*.csv)")
        name = f"{say('Portfolio')}.xlsx"
        path = self._place.dialogs.save_file(page, say("Save as a table"), name, kinds)
        if path is None or self.desk is None:
            return
        if path.suffix.lower() not in {".xlsx", ".csv"}:
            path = path.with_name(f"{path.name}.xlsx")
        chosen = page.table.chosen_ids() if page.table.chosen_count() > 1 else page.model.ids
        columns = tuple((key, say(BY_KEY[key].label)) for key in page.table.columns)
        wanted, portfolio = Wanted(ids=chosen, columns=columns), self.desk.portfolio

        def work(progress: tasks.Progress) -> int:
            return export_table(
                portfolio,
                path,
                wanted,
                say,
                step=progress.step,
                cancelled=progress.is_cancelled,
            )

        def done(count: int) -> None:
            text = say("Rows saved: {count}", count=f"{count:,}") if count else say("Cancelled")
            show = partial(self._place.dialogs.open_folder, path.parent)
            self._place.notices.tell(text, say("Show the folder"), show if count else None)

        page.job.run(say("Saving the table..."), work, done, self._place.failed)

    def _edit(
        self,
        work: "Callable[[Desk, tuple[int, ...]], tuple[Undo, Changes]]",
        words: "str | Callable[[Undo], str]",
    ) -> None:
        """Change what is chosen, say so, and offer to take it back."""
        if self.desk is None:
            return
        desk, ids = self.desk, self._page.table.chosen_ids()

        def done(answer: "tuple[Undo, Changes]") -> None:
            undo, changes = answer
            self._undos.append(undo)
            self._page.changed.emit(changes)
            told = words if isinstance(words, str) else words(undo)
            self._place.notices.tell(told, self._place.screen.say("Undo"), self.undo)

        self._run(lambda: work(desk, ids), done)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        tasks.run(lambda _: work(), done, self._place.failed, owner=self)


def _tags(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read tags to put on, and tags to take off.

    >>> _tags("重点, -待评估，新材料")
    (('重点', '新材料'), ('待评估',))
    """
    given = [part.strip() for part in text.translate(_COMMAS).split(",")]
    drop = tuple(part.lstrip("-－").strip() for part in given if part.startswith(("-", "－")))
    add = tuple(part for part in given if part and not part.startswith(("-", "－")))
    return add, tuple(filter(None, drop))
