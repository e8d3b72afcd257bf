"""The measures work; what they say is not judged here."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from bench import bare_canvas, typst_form
from bench.declarations import distinct, richest
from bench.table import Row, lines, milliseconds, ratio_at_most
from bench.turns import Comparison, take_turns
from olapp.app import resources, tools
from olapp.codec import encode
from olapp.domain.numbers import patent
from olapp.services.printing import Printing
from olapp.settings import Settings

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def printing() -> Printing:
    """The printer of the desk."""
    return tools(Settings(), DAY).printing


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_one_command_prints_every_measure(root: Path) -> None:
    command = [sys.executable, "-m", "bench", "--smoke", "--date", "2026-11-23"]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    told, _, table = done.stdout.partition("\n\n")
    assert told.startswith("2026-11-23: ")
    assert "Python" in told
    assert "cores" in told
    rows = [line.strip("|").split("|") for line in table.splitlines()]
    assert {len(row) for row in rows} == {6}
    assert [row[0].strip() for row in rows[2:]] == [
        "start to usable window, 50 drafts",
        "start to usable window, 50 drafts",
        "start to usable window, no draft",
        "all checks on one declaration",
        "a pack with all its files, of 2",
        "a pack with all its files, of 2",
        "a pack, combined file only, of 2",
        "a pack, combined file only, of 2",
        "peak memory of 4 packs",
        "keystroke to rows, p95, 50 patents",
        *(
            f"sort by {column}, 50 patents"
            for column in ("title", "owners", "filed_on", "fee_due_on", "department")
        ),
        "start, 50 patents",
        "pre-check, 50 patents",
        "forecast of twenty years, 50 patents",
        "peak memory, 50 patents",
        "import of 60 rows",
    ]


def test_a_ratio_is_formed_within_a_turn() -> None:
    ours, rival = iter([2.0, 20.0, 3.0]), iter([1.0, 10.0, 1.0])
    taken = take_turns({"ours": lambda _: next(ours), "rival": lambda _: next(rival)}, range(3))
    assert Comparison(taken["ours"], taken["rival"]).ratios == (2.0, 2.0, 3.0)


@pytest.mark.parametrize(("ours", "said"), [(0.150, "| met |"), (0.151, "| **missed** |")])
def test_a_missed_goal_is_said_and_one_just_reached_is_met(ours: float, said: str) -> None:
    taken = Comparison((ours,), (0.1,))
    row = Row("drawing", "floor", milliseconds, ratio_at_most(1.5), taken)
    assert list(lines([row]))[-1].endswith(said)


def test_no_two_declarations_of_a_run_are_alike_and_their_numbers_are_right() -> None:
    documents = list(distinct(richest(), 1, 200))
    assert all(patent.is_valid(each.patent.number or "") for each in documents)
    assert len({each.patent.number for each in documents}) == 200
    assert len({each.patent.title for each in documents}) == 200
    assert len({each.patentees for each in documents}) == 200


def test_a_changed_declaration_is_as_sound_as_its_pattern(printing: Printing) -> None:
    example = richest()
    (changed,) = distinct(example, 5, 1)
    codes = [{found.code for found in printing.checking.check(each)} for each in (example, changed)]
    assert codes[1] <= codes[0]


def test_the_memory_of_whoever_measures_is_not_counted(root: Path) -> None:
    command = [sys.executable, "-m", "bench.batch", "1", "2026-11-23"]
    ballast = b"x" * 500_000_000
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    assert int(done.stdout) < len(ballast) / 2


def test_the_floor_draws_the_words_of_our_pages(
    printing: Printing, tmp_path: Path, pdf_tool: Callable[..., str]
) -> None:
    (document,) = distinct(richest(), 5, 1)
    papers = printing.papers(document, printing.checking.check(document))
    files = bare_canvas.Places(printing.fonts()).files(papers)
    (tmp_path / "floor.pdf").write_bytes(bare_canvas.draw(list(chain.from_iterable(files))))
    (tmp_path / "ours.pdf").write_bytes(printing.render(document).combined.body)
    floor, ours = (
        pdf_tool("pdftotext", "-raw", tmp_path / name, "-") for name in ("floor.pdf", "ours.pdf")
    )
    ticks = str.maketrans("", "", "☐☑")  # what our drawn boxes say of themselves is no word
    assert squeezed(floor) == squeezed(ours).translate(ticks)


@pytest.mark.skipif(not typst_form.IS_INSTALLED, reason="typst comes with ./dev bench only")
def test_the_rival_draws_the_same_papers(
    printing: Printing, tmp_path: Path, pdf_tool: Callable[..., str]
) -> None:
    (document,) = distinct(richest(), 5, 1)
    papers = printing.papers(document, printing.checking.check(document))
    rival = typst_form.Rival(resources() / "fonts")
    (tmp_path / "rival.pdf").write_bytes(rival.draw(papers, "标题", encode(document)))
    text = squeezed(pdf_tool("pdftotext", "-raw", tmp_path / "rival.pdf", "-"))
    said = [paper.title for paper in papers]
    said += [document.patent.number or "", document.patent.title or "", document.contact.name or ""]
    assert [words for words in said if squeezed(words) not in text] == []
