"""The command line, as a person or a program calls it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from olapp.app import main

DAY = ("--today", "2026-11-23")


@pytest.fixture
def samples(root: Path) -> Path:
    return root / "resources" / "samples"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLAPP_HOME", str(tmp_path / "home"))


Olapp = Callable[..., tuple[int, str, str]]


@pytest.fixture
def olapp(capsys: pytest.CaptureFixture[str]) -> Olapp:
    def run(*words: object) -> tuple[int, str, str]:
        try:
            code = main([str(word) for word in words])
        except SystemExit as leaving:
            code = int(str(leaving.code))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def codes(out: str, weight: str) -> list[list[str]]:
    return [
        [each["code"] for each in result["findings"] if each["severity"] == weight]
        for result in json.loads(out)
    ]


def test_a_sound_declaration_is_fine(olapp: Olapp, samples: Path) -> None:
    code, out, err = olapp(*DAY, "check", samples / "t1.json")
    assert code == 0
    assert "OL-FIL-01" in out
    assert not err


def test_errors_give_exit_code_1_and_unreadable_files_2(
    olapp: Olapp, samples: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"patent": {"nummer": 1}, "fee": {"amount": 5}}')
    assert olapp(*DAY, "check", samples / "t3.json")[0] == 1
    code, out, err = olapp(*DAY, "check", samples / "t3.json", broken, tmp_path / "none.json")
    assert code == 2
    assert "OL-ELIG-07" in out
    assert "nummer" in err
    assert "fee.amount" in err
    assert "none.json" in err


def test_machines_get_json_and_nothing_else(olapp: Olapp, samples: Path, tmp_path: Path) -> None:
    code, out, _ = olapp(*DAY, "check", "--json", samples / "t3.json", tmp_path / "none.json")
    found, missing = json.loads(out)
    assert code == 2
    assert found["exit"] == 1
    assert {"code", "severity", "field", "sentence", "remedy", "sources", "confirmed"} == set(
        found["findings"][0]
    )
    assert missing["faults"]


def test_the_eight_records_give_what_the_table_says(olapp: Olapp, samples: Path) -> None:
    names = [f"t{number}.json" for number in range(1, 9)]
    _, out, _ = olapp(*DAY, "check", "--json", *(samples / name for name in names))
    errors = dict(zip(names, codes(out, "error"), strict=True))
    warnings = dict(zip(names, codes(out, "warning"), strict=True))
    assert errors == {
        "t1.json": [],
        "t2.json": [],
        "t3.json": ["OL-ELIG-07"],
        "t4.json": ["OL-TERM-02"],
        "t5.json": ["OL-PTY-12"],
        "t6.json": ["OL-ELIG-13"],
        "t7.json": ["OL-NUM-03"],
        "t8.json": ["OL-ELIG-13"],
    }
    expected = {"t4.json": ["OL-FEE-05"], "t5.json": ["OL-FEE-06"]}
    assert warnings == {name: expected.get(name, []) for name in names}
    assert codes(out, "unknown") == [[] for _ in names]


def test_messages_come_in_the_language_asked_for(olapp: Olapp, samples: Path) -> None:
    _, english, _ = olapp("--language", "en", *DAY, "check", samples / "t3.json")
    _, chinese, _ = olapp("--language=zh", *DAY, "check", samples / "t3.json")
    assert "error OL-ELIG-07" in english
    assert "错误 OL-ELIG-07" in chinese


def test_a_console_without_a_rare_character_gets_its_code_point(
    samples: Path, tmp_path: Path
) -> None:
    rare = tmp_path / "rare.json"
    text = (samples / "t1.json").read_text(encoding="utf-8").replace("示例大学", "示例𬭎大学", 1)
    rare.write_text(text, encoding="utf-8")

    def said(*words: str) -> str:
        command = [sys.executable, "-m", "olapp", *DAY, "check", *words, str(rare)]
        environment = os.environ | {"PYTHONIOENCODING": "gbk"}
        found = subprocess.run(command, env=environment, capture_output=True, check=False)
        assert found.returncode == 1
        assert not found.stderr
        return found.stdout.decode("gbk")

    assert "示例\\U0002cb4e大学" in said()
    assert "示例𬭎大学" in str(json.loads(said("--json")))


def test_a_pack_is_printed_and_read_back_as_the_same_declaration(
    olapp: Olapp,
    samples: Path,
    tmp_path: Path,
) -> None:
    code, out, _ = olapp(*DAY, "print", samples / "t2.json", "-o", tmp_path / "包", "--json")
    assert code == 0
    names = [file["name"] for file in json.loads(out)["files"]]
    assert names[0] == "01-专利开放许可声明.pdf"
    whole = tmp_path / "包" / names[-1]
    assert (
        olapp(*DAY, "check", whole)[1].split(":", 1)[1]
        == (olapp(*DAY, "check", samples / "t2.json")[1].split(":", 1)[1])
    )


def test_a_faulty_declaration_is_printed_all_the_same_and_says_so(
    olapp: Olapp,
    samples: Path,
    tmp_path: Path,
) -> None:
    code, _, _ = olapp(*DAY, "print", samples / "t3.json", "-o", tmp_path)
    assert code == 1
    assert list(tmp_path.glob("*.pdf"))


def test_a_file_that_cannot_be_read_is_not_printed_and_each_fault_is_told(
    olapp: Olapp, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"patent": {"nummer": 1}, "fee": {"amount": 5}}')
    code, out, err = olapp("print", broken, "-o", tmp_path / "pack")
    assert code == 2
    assert not out
    assert [line.split(": ")[1] for line in err.splitlines()] == ["fee.amount", "patent"]
    assert not (tmp_path / "pack").exists()


@pytest.mark.parametrize("verb", ["check", "print"])
def test_a_pdf_that_is_not_ours_is_named_by_its_path(
    olapp: Olapp, tmp_path: Path, verb: str
) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7\nnothing of ours")
    folder = () if verb == "check" else ("-o", tmp_path / "pack")
    code, _, err = olapp(verb, other, *folder)
    assert code == 2
    assert err.count("\n") == 1
    assert str(other) in err


def test_equal_input_gives_equal_files(olapp: Olapp, samples: Path, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        olapp(*DAY, "print", samples / "t2.json", "-o", tmp_path / folder)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_the_schema_admits_every_sample(olapp: Olapp, samples: Path) -> None:
    code, out, _ = olapp("schema")
    assert code == 0
    validator = Draft202012Validator(json.loads(out))
    for path in samples.glob("*.json"):
        validator.validate(json.loads(path.read_text(encoding="utf-8")))


def test_the_demonstration_names_its_files(olapp: Olapp, tmp_path: Path) -> None:
    code, out, _ = olapp("demo", "-o", tmp_path / "sample")
    assert code == 0
    written = {path.name for path in (tmp_path / "sample").iterdir()}
    assert "declaration.json" in written
    assert all(name in out for name in written - {"declaration.json"})


def test_a_folder_that_cannot_be_written_is_a_trouble_in_one_line(
    olapp: Olapp,
    samples: Path,
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("in the way")
    code, _, err = olapp("print", samples / "t1.json", "-o", tmp_path / "file" / "x")
    assert code == 2
    assert err.count("\n") == 1
    assert "Traceback" not in err


@pytest.mark.parametrize("words", [("print",), ("print", "x"), ("nonsense",), ("--today", "soon")])
def test_wrong_words_end_with_2_and_one_line(olapp: Olapp, words: tuple[str, ...]) -> None:
    code, _, err = olapp(*words)
    assert code == 2
    assert err.startswith("olapp")
    assert err.count("\n") == 1


def test_why_the_system_refused_is_told_in_the_language_asked_for(
    olapp: Olapp, samples: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    for language, missing, blocked in (
        ("zh", "没有这个文件", "应为文件夹的位置上有一个文件"),
        ("en", "there is no such file", "a file stands where a folder should be"),
    ):
        speak = ("--language", language)
        assert missing in olapp(*speak, "check", tmp_path / "none.json")[2]
        folder = tmp_path / "file" / "x"
        assert blocked in olapp(*speak, "print", samples / "t1.json", "-o", folder)[2]


@pytest.mark.parametrize("verb", [(), ("check",), ("print",), ("schema",), ("demo",)])
def test_help_speaks_the_language_asked_for(olapp: Olapp, verb: tuple[str, ...]) -> None:
    english = olapp("--language", "en", *verb, "--help")[1]
    chinese = olapp("--language", "zh", *verb, "--help")[1]
    assert english.startswith("usage: olapp")
    assert chinese.startswith("用法：olapp")
    prose = re.findall(r"[a-z]+ [a-z]+ [a-z]+", chinese)
    assert prose == []


@pytest.mark.parametrize(
    "words",
    [
        ("print",),
        ("nonsense",),
        ("check", "x", "--nonsense"),
        ("check", "x", "--json=yes"),
        ("print", "x", "-o"),
        ("--language", "fr"),
        ("--today", "soon"),
        ("--l", "fr"),
    ],
)
def test_wrong_words_are_told_in_the_language_asked_for(
    olapp: Olapp, words: tuple[str, ...]
) -> None:
    assert re.search(r"[a-z]+ [a-z]+", olapp("--language", "en", *words)[2].partition(": ")[2])
    told = olapp("--language", "zh", *words)[2].partition(": ")[2]
    assert re.search("[\u4e00-\u9fff]", told)
    assert not re.search(r"[a-z]+ [a-z]+ ", told)


def test_nothing_from_a_file_steers_the_terminal(olapp: Olapp, tmp_path: Path) -> None:
    path = tmp_path / "x\x1b[31m.json"
    path.write_text('{"other_terms": "左\\u001b[2J\\u0007右\\u202e尾", "b\\u001bc": 1}')
    code, out, err = olapp(*DAY, "check", path)
    assert code == 2
    assert not set(out + err) & {"\x1b", "\x07", "\u202e"}
    assert "〔U+001B〕" in err


def test_without_a_display_the_window_says_so_and_ends(
    olapp: Olapp, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    code, _, err = olapp("--language", "en")
    assert code == 2
    assert "no display" in err
