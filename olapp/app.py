"""The one place that builds everything; the only one that reads the clock and the folders."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache, partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import PlatformDirs

from olapp.domain.dates import BEIJING
from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble, WayOut
from olapp.i18n import LANGUAGES, Language, load_language
from olapp.settings import Settings, read_settings, write_settings

if TYPE_CHECKING:
    import argparse

    from olapp.law.statute import Law
    from olapp.pdf.fonts import Fonts
    from olapp.persistence.database import Store
    from olapp.services.desk import Desk, Tools
    from olapp.services.drafts import DraftRow

# Heavy imports stand inside the functions that need them: the window must not wait for them.
# ruff: noqa: PLC0415

_LOG_BYTES = 512 * 1024
_FIRST_ROWS = 500
"""So many rows a start shows before the desk is there with all of them."""


def today() -> date:
    """Read the clock: the day in Beijing."""
    return datetime.now(BEIJING).date()


def now() -> datetime:
    """Read the clock: the moment."""
    return datetime.now(UTC)


@cache
def folders() -> PlatformDirs:
    """Give the platform's folders; ``OLAPP_HOME`` puts all of them under one folder instead."""
    return PlatformDirs("olapp", appauthor=False)


def data_folder() -> Path:
    """Give the folder of the database."""
    home = os.environ.get("OLAPP_HOME")
    return Path(home) / "data" if home else folders().user_data_path


def database() -> Path:
    """Give the file of the database."""
    return data_folder() / "olapp.db"


def settings_folder() -> Path:
    """Give the folder of what a person chose and wrote for the program."""
    home = os.environ.get("OLAPP_HOME")
    return Path(home) if home else folders().user_config_path


def settings_file() -> Path:
    """Give the file of the preferences."""
    return settings_folder() / "settings.toml"


def own_words() -> Path:
    """Give the folder of a person's own word lists, which need not be there."""
    return settings_folder() / "wordlists"


def resources() -> Path:
    """Give the folder of fonts, icons, catalogues and samples, installed or in the source tree."""
    here = Path(__file__).parent
    inside = here / "resources"
    return inside if inside.is_dir() else here.parent / "resources"


@cache
def language(code: str) -> Language:
    """Give a language of the interface."""
    return load_language(code, resources() / "locale")


def fonts(settings: Settings) -> Callable[[], "Fonts"]:
    """Give the fonts of the printer, loaded when first asked for."""

    @cache
    def load() -> "Fonts":
        from olapp.pdf.fonts import Fonts

        return Fonts.load(resources() / "fonts", tuple(Path(name) for name in settings.extra_fonts))

    return load


def tools(settings: Settings, day: date | None = None) -> "Tools":
    """Build what works on files alone; ``day`` stands in for today when a person asks so."""
    from olapp.services.checking import checking_with
    from olapp.services.desk import Tools
    from olapp.services.printing import Printing
    from olapp.services.samples import Samples

    clock = (lambda: day) if day else today
    load_fonts = fonts(settings)
    checking = checking_with(_law(), clock, lambda text: load_fonts().missing(text))
    return Tools(
        checking=checking,
        printing=Printing(checking, load_fonts, language("zh")),
        samples=Samples(resources() / "samples"),
        today=clock,
        language=language,
    )


def _law() -> "Law":
    """Read the law, with a person's own word lists; Trouble names the list that is broken."""
    from olapp.law.statute import shipped_law

    own = own_words()
    try:
        return shipped_law(own if own.is_dir() else None)
    except (OSError, ValueError) as fault:
        raise Trouble(
            Sentence(N_("A word list of yours cannot be used: {fault}."), {"fault": fault}),
            str(own),
            Sentence(N_("Mend the file, or take it out of the folder.")),
        ) from fault


def desk(settings: Settings, day: date | None = None) -> "Desk":
    """Build the whole desk; Trouble when the database cannot be opened."""
    from olapp.services.batch import Batch
    from olapp.services.desk import Desk
    from olapp.services.drafts import Drafts
    from olapp.services.due import Due
    from olapp.services.importing import Importing
    from olapp.services.portfolio import Portfolio
    from olapp.services.safekeeping import Safekeeping
    from olapp.services.screening import Screening

    start_log()
    parts = tools(settings, day)
    store, law, clock = _store(), parts.checking.law, parts.today
    attachments = data_folder() / "attachments"
    portfolio = Portfolio(store, law, now, clock, attachments)
    return Desk(
        checking=parts.checking,
        printing=parts.printing,
        samples=parts.samples,
        today=parts.today,
        language=parts.language,
        drafts=Drafts(store, now),
        portfolio=portfolio,
        importing=Importing(
            store, portfolio.index, now, clock, settings_folder() / "mappings.json"
        ),
        screening=Screening(store, law, clock),
        batch=Batch(store, law, parts.checking, parts.printing, now, clock),
        due=Due(store, law, clock),
        safekeeping=Safekeeping(store, now, data_folder() / "backups", attachments),
        data_folder=data_folder(),
        keep_settings=partial(write_settings, path=settings_file()),
    )


def _store() -> "Store":
    """Open the database; the trouble with a damaged one offers to rescue it."""
    from olapp.persistence.database import Store
    from olapp.persistence.troubles import Damaged

    try:
        return Store.open(database())
    except Damaged as damaged:
        damaged.way_out = WayOut(N_("Rescue the drafts"), _rescue)
        raise


def _rescue() -> Sentence:
    """Put a new database with all that can be read in the place of the damaged one."""
    from olapp.persistence.rescue import rescue

    outcome = rescue(database(), at=now())
    whole = N_("Drafts rescued: {drafts}; nothing was lost. The damaged file is kept as {file}.")
    partly = N_(
        "Drafts rescued: {drafts}; what could not be read is lost. The damaged file is kept as "
        "{file}."
    )
    values = {"drafts": outcome.drafts, "file": outcome.aside}
    return Sentence(whole if outcome.is_whole else partly, values)


def first_look() -> "tuple[DraftRow, ...] | None":
    """Give the first rows of the list of drafts, ahead of the desk and without its weight."""
    from olapp.persistence.glance import glance

    return glance(database(), _FIRST_ROWS)


def start_log() -> None:
    """Log to a file of the person's own, at most half a megabyte and one before it."""
    import logging
    from logging.handlers import RotatingFileHandler

    folder = data_folder() / "log"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(
            folder / "olapp.log", maxBytes=_LOG_BYTES, backupCount=1, delay=True, encoding="utf-8"
        )
    except OSError:
        return  # a log nobody can write is no reason not to work
    form = "%(asctime)s %(levelname)s %(name)s %(message)s"
    logging.basicConfig(handlers=[handler], format=form, level=logging.WARNING)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or run a verb of the command line; gives the exit code."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    os.umask(0o077)
    settings = read_settings(settings_file())
    return run_verb(words, settings) if words else open_window(settings)


def run_verb(words: Sequence[str], settings: Settings) -> int:
    """Run the command line; without a verb among the options, open the window."""
    from olapp import cli

    start_log()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console may lack a rare character
    say = language(_spoken(words, settings))
    cli.speak(say.code, resources() / "locale")
    asked: argparse.Namespace = cli.parser(say).parse_args(words)
    if asked.verb is None:
        return open_window(replace(settings, language=say.code))
    way_to_desk = partial(desk, settings)
    return cli.main(
        asked, partial(tools, settings), way_to_desk, say, out=sys.stdout, err=sys.stderr
    )


def _spoken(words: Sequence[str], settings: Settings) -> str:
    """Find the language before the parser can speak: the option, else the preference."""
    for index, word in enumerate(words):
        given = word.partition("=")[2] or "".join(words[index + 1 : index + 2])
        if word.partition("=")[0] == "--language" and given in LANGUAGES:
            return given
    return settings.language if settings.language in LANGUAGES else "zh"


def open_window(settings: Settings) -> int:
    """Open the window; the desk is built behind it. Without a display, say so: exit code 2."""
    if not _has_display():
        say = language(_spoken((), settings))
        told = N_("There is no display for the window; olapp --help lists what works without one.")
        sys.stderr.write(f"olapp: {say(told)}\n")
        return 2
    gc.disable()  # a start makes much and drops nothing: looking for garbage only costs time
    from olapp.ui.application import run

    return run(
        prepare=partial(_desk_behind_window, settings),
        glance=first_look,
        settings=settings,
        language=language,
        resources=resources(),
    )


def _has_display() -> bool:
    """Whether Qt will find a screen; elsewhere than on Linux there always is one."""
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _desk_behind_window(settings: Settings) -> "Desk":
    """Build the desk; what the start made stays, so it is never looked over again."""
    try:
        return desk(settings)
    finally:
        gc.freeze()  # never enabled again: the window looks for garbage on its own thread
