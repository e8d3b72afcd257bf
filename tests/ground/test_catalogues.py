import importlib.util
import re
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "resources" / "locale").glob("*/LC_MESSAGES/*.po"))
HANZI = re.compile(r"[\u3400-\u9fff]")
every_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def sentences(path: Path) -> list[Message]:
    return [message for message in read(path) if message.id]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.fixture(scope="module")
def messages() -> ModuleType:
    path = ROOT / "packaging" / "messages.py"
    spec = importlib.util.spec_from_file_location("messages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@every_catalogue
def test_every_sentence_of_olapp_is_translated(path: Path, messages: ModuleType) -> None:
    said = {message.id for message in sentences(path) if message.string and not message.fuzzy}
    asked = {message.id for message in messages.templates()[path.stem] if message.id}
    assert not sorted(asked - said)


@every_catalogue
def test_a_translation_has_the_places_of_its_sentence(path: Path) -> None:
    differing = [
        message.id
        for message in sentences(path)
        if message.string and places(message.id) != places(message.string)
    ]
    assert not differing


@every_catalogue
def test_a_catalogue_holds_no_sentence_that_nothing_says(path: Path, messages: ModuleType) -> None:
    asked = {message.id for message in messages.templates()[path.stem]}
    assert not [message.id for message in sentences(path) if message.id not in asked]
    assert not read(path).obsolete


def test_every_msgid_is_english_though_it_may_quote_a_chinese_term(messages: ModuleType) -> None:
    asked = [message.id for found in messages.templates().values() for message in found]
    assert not [text for text in asked if len(HANZI.findall(text)) * 5 > len(text)]
