"""Declaration files: exact, canonical, and every fault named by its path."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from olapp.codec import UnreadableDocument, decode, encode, schema
from olapp.domain.declaration import Declaration, Unreadable
from olapp.domain.fee import FeeMethod, FeeTerms, Instalment, RoyaltyStep
from olapp.domain.money import Rate, Yuan
from olapp.domain.party import Party
from olapp.domain.patent import Patent, PatentKind

FULL = Declaration(
    patent=Patent(number="ZL202010123456.2", kind=PatentKind.INVENTION, filed_on=date(2020, 2, 29)),
    patentees=(Party(name="示例大学"), Party()),
    fee=FeeTerms(
        method=FeeMethod.ROYALTY,
        amount=Yuan.of("90071992547409.93"),
        rate=Rate.of("2.125"),
        instalments=(Instalment(amount=Yuan.of("0.01"), due_days=30),),
        steps=(RoyaltyStep(over=Yuan.of(0), rate=Rate.of(3)),),
    ),
    explanation="𬭎与㛃",
    unreadable=(Unreadable(field="fee.amount", text="五十块左右"),),
)

texts = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
yuans = st.none() | st.decimals(-(10**15), 10**15, places=4).map(Yuan)
rates = st.none() | st.decimals(0, 100, places=6).map(Rate)
declarations = st.builds(
    Declaration,
    patent=st.builds(Patent, number=texts, title=texts, filed_on=st.none() | st.dates()),
    patentees=st.lists(st.builds(Party, name=texts, address=texts), max_size=3).map(tuple),
    fee=st.builds(FeeTerms, amount=yuans, rate=rates, currency=texts),
    explanation=texts,
    territory=texts,
)


def test_a_declaration_comes_back_equal() -> None:
    assert decode(Declaration, encode(FULL)) == FULL


@given(declarations)
def test_any_declaration_comes_back_equal_and_fits_the_published_schema(
    document: Declaration,
) -> None:
    body = encode(document)
    Draft202012Validator(schema(Declaration)).validate(json.loads(body))
    assert decode(Declaration, body) == document
    assert encode(decode(Declaration, body)) == body


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("示\ud800例", "示\ufffd例"), ("\udc00\ud800", "\ufffd\ufffd"), ("\ud842\udfb7", "𠮷")],
)
def test_half_a_character_is_replaced_and_nothing_else_is_lost(typed: str, stored: str) -> None:
    found = decode(Declaration, encode(replace(FULL, explanation=typed)))
    assert found == replace(FULL, explanation=stored)


def test_amounts_keep_every_digit() -> None:
    assert '"90071992547409.93"' in encode(FULL).decode()


def test_an_empty_declaration_is_a_valid_file() -> None:
    assert decode(Declaration, "{}") == Declaration()


def faults_of(body: str | bytes) -> dict[str, str]:
    with pytest.raises(UnreadableDocument) as caught:
        decode(Declaration, body)
    return {fault.path: str(fault.sentence) for fault in caught.value.faults}


def test_every_fault_of_a_file_is_named_by_its_path() -> None:
    plain: dict[str, Any] = {
        "patent": {"nummer": "x", "filed_on": "2020-13-01", "kind": "gadget"},
        "patentees": [{}, {"name": 3}],
        "fee": {"amount": "1e5", "rate": 4, "steps": [{"rate": "NaN%"}]},
        "undertakings": {"fees_paid": "yes"},
    }
    faults = faults_of(json.dumps(plain))
    assert set(faults) == {
        "patent",
        "patent.filed_on",
        "patent.kind",
        "patentees.1.name",
        "fee.amount",
        "fee.rate",
        "fee.steps.0.rate",
        "undertakings.fees_paid",
    }
    assert "nummer" in faults["patent"]
    assert "2020-13-01" in faults["patent.filed_on"]


@pytest.mark.parametrize("figure", ["\u0665\u0660", "５０", "5e1", "+5", "5.", ".5", "", "NaN"])
def test_an_amount_is_written_in_one_way_only(figure: str) -> None:
    plain = {"fee": {"amount": figure, "rate": figure + "%"}}
    assert set(faults_of(json.dumps(plain))) == {"fee.amount", "fee.rate"}


def places(value: Any) -> Iterator[tuple[str | int, ...]]:
    """The way to everything inside a plain value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in inner:
        yield (key,)
        if isinstance(item, dict | list):
            yield from ((key, *way) for way in places(item))


STRANGE = [
    None,
    1.0,
    -0.5,
    10**30,
    True,
    "",
    "\n",
    "5\n",
    "5%\n",
    "2020-01-01\n",
    [],
    {},
    [[]],
    "x" * 999,
]


@pytest.mark.parametrize("strange", STRANGE, ids=repr)
def test_whatever_stands_anywhere_is_a_value_or_a_fault(strange: object) -> None:
    whole = json.loads(encode(FULL))
    for *way, last in places(whole):
        plain = json.loads(encode(FULL))
        holder = plain
        for key in way:
            holder = holder[key]
        holder[last] = strange
        try:
            document = decode(Declaration, json.dumps(plain))
        except UnreadableDocument:
            continue
        assert decode(Declaration, encode(document)) == document


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[1",
        b"\xff\xfe\x00",
        b'{"explanation": NaN}',
        b'{"explanation": "\\ud800"}',
        b"[" * 100_000,
        b"12",
        b'"text"',
        b"null",
    ],
)
def test_what_is_no_declaration_is_refused_with_a_sentence(body: bytes) -> None:
    assert all(faults_of(body).values())


def test_a_byte_order_mark_does_no_harm() -> None:
    assert decode(Declaration, b"\xef\xbb\xbf{}") == Declaration()


def test_the_schema_knows_every_key_and_admits_no_other() -> None:
    objects = [d for d in schema(Declaration)["$defs"].values() if d.get("type") == "object"]
    assert len(objects) > 10
    assert all(part["additionalProperties"] is False for part in objects)


def test_a_key_that_stands_twice_is_refused_by_name() -> None:
    assert "territory" in faults_of('{"territory": "中国境内", "territory": "美国"}')[""]


def test_the_fault_of_an_amount_says_how_to_write_one() -> None:
    fault = faults_of('{"fee": {"amount": "5万", "rate": "3"}}')
    assert "“5万”" in fault["fee.amount"]
    assert "1200.50" in fault["fee.amount"]
    assert "2.5%" in fault["fee.rate"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("{}".encode("utf-16"), "UTF-8"),
        ("专利".encode("gb18030"), "UTF-8"),
        (b'{"a":\n  x}', "line 2, column 3"),
        (b'{"explanation": "\\ud800"}', "surrogate"),
        (b"[" * 100_000, "too deep"),
        (b"1" * 5000, "too large"),
    ],
)
def test_why_a_file_cannot_be_read_is_told_in_words(body: bytes, told: str) -> None:
    assert told in faults_of(body)[""]
