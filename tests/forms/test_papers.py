import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from olapp.domain.declaration import (
    Declaration,
    Enclosure,
    EnclosureKind,
    Period,
    PeriodMode,
    Signature,
    SignerRole,
)
from olapp.domain.fee import FeeMethod, FeeTerms
from olapp.domain.numbers import patent as numbers
from olapp.domain.party import Agency, IdentityKind, Party, PartyKind
from olapp.domain.patent import Patent, PatentKind, ReportConclusion
from olapp.domain.paths import get, put, texts
from olapp.forms.paper import (
    Box,
    Cell,
    Check,
    Choices,
    Paper,
    Prose,
    Row,
    SignatureArea,
    Table,
)
from olapp.forms.papers import PaperSetting, papers
from olapp.pdf.composer import Composer
from olapp.pdf.fonts import Fonts
from olapp.pdf.setting import set_paper

LABELLED = {"declaration", "attorney", "enclosures"}
TO_SIGN = {"explanation", "consent", "pledgee"}
OWN_FILE = {"verification", "guide"}
ALWAYS = ["declaration", "explanation", "consent", "enclosures", "verification", "guide"]


def pieces(part: Any) -> Iterator[Row | Prose | Cell | Check]:
    """Every piece of text on a paper, in its order."""
    match part:
        case Paper():
            inner: tuple[Any, ...] = part.blocks
        case Box():
            inner = part.parts
        case Table():
            inner = tuple(cell for line in part.rows for cell in line)
        case Choices():
            inner = part.options
        case SignatureArea():
            inner = part.lines
        case _:
            yield part
            return
    for each in inner:
        yield from pieces(each)


@pytest.fixture
def at(today: date) -> PaperSetting:
    return PaperSetting(today, ())


def made(document: Declaration, at: PaperSetting, key: str) -> Paper:
    return next(paper for paper in papers(document, at) if paper.key == key)


def box(paper: Paper, number: str) -> Box:
    return next(each for each in paper.blocks if isinstance(each, Box) and each.number == number)


def ticked(part: Any) -> list[str]:
    return [each.text for each in pieces(part) if isinstance(each, Check) and each.ticked]


def plain(text: str) -> str:
    """A text as papers may write it: patent numbers have one form there."""
    return numbers.format(text) if numbers.is_valid(text) else text


def test_an_empty_declaration_still_has_its_papers(at: PaperSetting) -> None:
    assert [paper.key for paper in papers(Declaration(), at)] == ALWAYS


def test_agency_and_pledge_bring_their_papers(full: Declaration, at: PaperSetting) -> None:
    keys = [paper.key for paper in papers(full, at)]
    assert keys == [*ALWAYS[:3], "attorney", "pledgee", *ALWAYS[3:]]


def test_box_2_without_an_answer_counts_as_an_agency(at: PaperSetting) -> None:
    document = Declaration(agency=Agency(name="示例代理"))
    assert "attorney" in [paper.key for paper in papers(document, at)]
    answered = replace(document, agency_acts=False)
    assert "attorney" not in [paper.key for paper in papers(answered, at)]


def test_titles_are_the_offices_own(full: Declaration, at: PaperSetting) -> None:
    titles = {paper.key: paper.title for paper in papers(full, at)}
    assert titles["declaration"] == "专利开放许可声明"
    assert titles["explanation"] == "许可使用费计算依据和方式的简要说明"
    assert titles["consent"] == "全体专利权人同意实行开放许可的书面声明"
    assert titles["attorney"] == "专利代理委托书"


def test_all_that_is_for_the_office_is_labelled_a_preparation_draft(
    full: Declaration, at: PaperSetting
) -> None:
    pack = {paper.key: paper for paper in papers(full, at)}
    marks = {key: paper.draft_mark for key, paper in pack.items()}
    assert {key for key, mark in marks.items() if mark == "填报底稿"} == LABELLED
    assert {key for key, mark in marks.items() if mark == "填报底稿·供签章"} == TO_SIGN
    assert {key for key, mark in marks.items() if mark == "自用留存"} == OWN_FILE
    assert set(marks) == LABELLED | TO_SIGN | OWN_FILE
    for key in TO_SIGN:
        assert "签章后即为提交用的原件" in "".join(pack[key].notes), key


def test_each_paper_of_more_than_a_page_names_the_patent_again(
    full: Declaration, at: PaperSetting
) -> None:
    named = {paper.key: paper.running for paper in papers(full, at) if paper.key != "guide"}
    assert set(named.values()) == {"专利号：ZL202121234567.7　发明创造名称：一种测试用折叠支架"}
    assert {paper.running for paper in papers(Declaration(), at)} == {""}
    long = put(full, "patent.title", "一种\n" + "多段折叠支架" * 33)
    assert made(long, at, "consent").running.endswith("…")
    assert "\n" not in made(long, at, "consent").running


def test_the_form_code_stands_on_the_declaration_alone(full: Declaration, at: PaperSetting) -> None:
    codes = {paper.code for paper in papers(full, at) if paper.key != "declaration"}
    assert codes == {""}
    assert made(full, at, "declaration").code == "100999"
    assert made(Declaration(), at, "declaration").code == ""


@pytest.mark.parametrize("sample", ["full", "stress"])
def test_every_text_a_person_wrote_is_printed_whole(
    sample: str, request: pytest.FixtureRequest, at: PaperSetting
) -> None:
    document = request.getfixturevalue(sample)
    pack = papers(document, at)
    printed = [piece.text for paper in pack for piece in pieces(paper)]
    printed += [paper.code for paper in pack]
    lost = [
        place for place, text in texts(document) if not any(plain(text) in each for each in printed)
    ]
    assert not lost


def test_a_full_sample_fills_every_text_that_one_declaration_can(full: Declaration) -> None:
    """Else the test above would prove little."""
    filled = {re.sub(r"\.\d+", "", place) for place, _ in texts(full)}
    empty = {
        f"{path}.{item.name}".lstrip(".")
        for path, value in (
            ("", full),
            ("patent", full.patent),
            ("patentees", full.patentees[1]),
            ("agency", full.agency),
            ("fee", full.fee),
            ("contact", full.contact),
            ("signatures", full.signatures[0]),
            ("enclosures", full.enclosures[0]),
        )
        for item in fields(value)
        if item.type == str | None and getattr(value, item.name) is None
    }
    assert {name for name in empty if name not in filled} == set()


@pytest.mark.parametrize("sample", ["full", "stress"])
def test_a_text_names_the_place_it_comes_from(
    sample: str, request: pytest.FixtureRequest, at: PaperSetting
) -> None:
    document = request.getfixturevalue(sample)
    for paper in papers(document, at):
        for piece in pieces(paper):
            value = get(document, piece.field) if piece.field else None
            if type(value) is str and piece.text:
                told = plain(value)
                assert told in piece.text or piece.text.startswith(told[:60]), piece


@pytest.mark.parametrize("sample", ["full", "stress"])
def test_no_name_stands_on_a_paper_without_its_place(
    sample: str, request: pytest.FixtureRequest, at: PaperSetting
) -> None:
    document = request.getfixturevalue(sample)
    written = [
        plain(text)
        for place, text in texts(document)
        if place not in {"territory", "fee.currency", "form_code"} and len(text) > 3
    ]
    for paper in papers(document, at):
        for piece in pieces(paper):
            if not piece.field:
                assert not [text for text in written if text in piece.text], piece


@pytest.mark.parametrize("sample", ["full", "stress"])
def test_an_item_reads_the_same_on_all_papers(
    sample: str, request: pytest.FixtureRequest, at: PaperSetting
) -> None:
    pack = papers(request.getfixturevalue(sample), at)
    for field in ("patent.number", "patent.title", "period.end", "fee"):
        said = {piece.text for paper in pack for piece in pieces(paper) if piece.field == field}
        assert len(said) == 1, field


def test_a_patent_number_has_one_form_whatever_was_typed(
    full: Declaration, at: PaperSetting
) -> None:
    for typed in ("202121234567.7", "zl 2021 2 1234567.7", "ＺＬ2021212345677"):
        paper = made(put(full, "patent.number", typed), at, "declaration")
        assert box(paper, "1").parts[0] == Row("专利号", "ZL202121234567.7", "patent.number")


def test_a_number_of_no_form_is_printed_as_typed(full: Declaration, at: PaperSetting) -> None:
    paper = made(put(full, "patent.number", "专利号？"), at, "declaration")
    assert box(paper, "1").parts[0] == Row("专利号", "专利号？", "patent.number")


def test_a_publication_number_is_never_taken_for_a_patent_number(
    full: Declaration, at: PaperSetting
) -> None:
    paper = made(put(full, "patent.publication_number", "CN101234567"), at, "declaration")
    assert "CN101234567" in [piece.text for piece in pieces(box(paper, "1"))]


def test_the_declaration_has_ten_boxes(full: Declaration, at: PaperSetting) -> None:
    boxes = [each.number for each in made(full, at, "declaration").blocks if isinstance(each, Box)]
    assert boxes == [str(number) for number in range(1, 11)]


def test_blanks_are_left_to_be_filled_by_hand(at: PaperSetting) -> None:
    paper = made(Declaration(), at, "declaration")
    given = [piece for piece in pieces(paper) if isinstance(piece, Row) and piece.text]
    assert [piece.field for piece in given] == ["territory"]
    assert not ticked(paper)


def test_identity_numbers_are_printed_in_full(full: Declaration, at: PaperSetting) -> None:
    text = {piece.text for piece in pieces(box(made(full, at, "declaration"), "1"))}
    assert {"91350100M000100Y43", "E12345678"} <= text


def test_usual_names_and_numbers_of_identity_stand_on_one_line(
    full: Declaration, at: PaperSetting, fonts: Fonts
) -> None:
    person = Party(
        kind=PartyKind.PERSON,
        name="南京示例科技有限公司",
        identity_kind=IdentityKind.RESIDENT,
        identity_number="11010519491231002X",
    )
    document = replace(full, patentees=(full.patentees[0], person))
    sheets = set_paper(made(document, at, "declaration"), Composer(fonts))
    lines = [each.galley.text[slice(*each.line)] for sheet in sheets for each in sheet.words]
    for text in (person.name, person.identity_number, "居民身份证", "91350100M000100Y43"):
        assert text in lines


def test_a_party_with_two_proofs_of_identity_shows_both(at: PaperSetting) -> None:
    party = Party(kind=PartyKind.PERSON, name="张示例", credit_code="92X", identity_number="E1")
    text = [
        piece.text for piece in pieces(made(Declaration(patentees=(party,)), at, "declaration"))
    ]
    assert "92X" in text
    assert "E1" in text


def test_the_first_patentee_represents_all_unless_another_is_named(
    full: Declaration, at: PaperSetting
) -> None:
    def representative(document: Declaration) -> list[str]:
        paper = made(document, at, "declaration")
        rows = (piece for piece in pieces(box(paper, "1")) if isinstance(piece, Row))
        return [row.text for row in rows if row.label == "代表人"]

    assert representative(full) == ["约翰·示例"]
    assert representative(replace(full, representative=None)) == ["示例大学"]
    alone = replace(full, representative=None, patentees=full.patentees[:1])
    assert representative(alone) == []


def test_box_2_stays_empty_without_an_agency(full: Declaration, at: PaperSetting) -> None:
    paper = made(replace(full, agency_acts=False), at, "declaration")
    assert not [piece.text for piece in pieces(box(paper, "2")) if piece.text]


def test_each_undertaking_has_its_own_tick(full: Declaration, at: PaperSetting) -> None:
    for item in fields(full.undertakings):
        document = put(full, f"undertakings.{item.name}", False)
        checks = [p for p in box(made(document, at, "declaration"), "3").parts if type(p) is Check]
        assert len(checks) == len(fields(full.undertakings))
        assert [each.field for each in checks if not each.ticked] == [f"undertakings.{item.name}"]


def test_yes_no_and_not_known_are_three_answers(full: Declaration, at: PaperSetting) -> None:
    answers = {}
    for value in (True, False, None):
        document = replace(full, works_patent=value)
        answers[value] = ticked(box(made(document, at, "declaration"), "4"))
    assert answers == {True: ["已自行实施"], False: ["未自行实施"], None: []}


def test_a_period_with_a_last_day(full: Declaration, at: PaperSetting) -> None:
    assert period(full, at) == ["自专利开放许可声明公告之日起至2028年12月31日止"]
    begun = put(full, "period.start", date(2027, 3, 1))
    assert period(begun, at) == ["自2027年3月1日起至2028年12月31日止"]


def test_a_period_from_the_announcement_names_no_day_that_nobody_knows_yet(
    full: Declaration, at: PaperSetting
) -> None:
    document = replace(full, period=Period(mode=PeriodMode.YEARS, years=3, end=date(2028, 1, 1)))
    assert period(document, at) == ["自专利开放许可声明公告之日起3年"]
    record = [
        piece.text for piece in pieces(made(document, at, "verification")) if isinstance(piece, Row)
    ]
    assert "假定2026年11月23日公告，届满日将为2029年11月23日；以实际公告日为准。" in record


def test_years_from_a_stated_start_end_where_the_rules_say(
    full: Declaration, at: PaperSetting
) -> None:
    stated = Period(mode=PeriodMode.YEARS, years=3, start=date(2027, 3, 1))
    assert period(replace(full, period=stated), at)[1] == (
        "按照所填起始日起算，届满日为2030年3月1日。"
    )
    assert stated.last_day(at.today) == date(2030, 3, 1)


def test_an_open_period_is_left_blank(full: Declaration, at: PaperSetting) -> None:
    assert period(replace(full, period=Period()), at) == [""]
    assert period(replace(full, period=Period(mode=PeriodMode.YEARS)), at) == [""]


def test_years_beyond_the_calendar_do_not_stop_the_printing(
    full: Declaration, at: PaperSetting
) -> None:
    for years in (-5, 0, 10**12):
        document = replace(full, period=Period(mode=PeriodMode.YEARS, years=years))
        assert period(document, at)[0].endswith(f"{years}年")


def period(document: Declaration, at: PaperSetting) -> list[str]:
    parts = box(made(document, at, "declaration"), "6").parts
    return [part.text for part in parts if isinstance(part, Row)]


def test_the_territory_is_china_said_or_not(full: Declaration, at: PaperSetting) -> None:
    assert (
        Row("许可实施地域", "中国境内", "territory")
        in box(made(replace(full, territory=None), at, "declaration"), "8").parts
    )


def captions(paper: Paper) -> list[str]:
    areas = (part for block in paper.blocks for part in getattr(block, "parts", (block,)))
    return [part.caption for part in areas if isinstance(part, SignatureArea)]


def test_box_10_waits_for_whoever_has_to_sign(full: Declaration, at: PaperSetting) -> None:
    unsigned = replace(full, signatures=())
    assert captions(made(unsigned, at, "declaration")) == ["专利代理机构（盖章）"]
    own = replace(unsigned, agency_acts=False)
    assert captions(made(own, at, "declaration")) == ["代表人（签字）"]
    alone = replace(own, patentees=full.patentees[:1])
    assert captions(made(alone, at, "declaration")) == ["专利权人（盖章）"]
    assert captions(made(Declaration(), at, "declaration")) == ["专利权人（签字或者盖章）"]


def test_signatures_given_stand_as_given(full: Declaration, at: PaperSetting) -> None:
    signed = Signature(role=SignerRole.PATENTEE, name="示例大学", has_seal=True)
    paper = made(replace(full, signatures=(signed, Signature())), at, "declaration")
    assert captions(paper) == ["专利权人（盖章）", "签章人（签字或者盖章）"]


def test_all_thirty_patentees_have_room_to_sign_the_consent(
    stress: Declaration, at: PaperSetting
) -> None:
    for key, more in (("consent", 0), ("attorney", 1)):
        areas = captions(made(stress, at, key))
        assert len(areas) == 30 + more
        assert areas[:2] == ["专利权人1（签字）", "专利权人2（盖章）"]


def test_the_consent_states_what_is_agreed_to(full: Declaration, at: PaperSetting) -> None:
    said = {piece.field: piece.text for piece in pieces(made(full, at, "consent"))}
    assert said["fee"] == (
        "入门费附加提成，入门费人民币200,000.00元（大写：人民币贰拾万元整），按照净销售额的2.5%提成"
    )
    assert said["period.end"].endswith("至2028年12月31日止")
    assert said["patentees.0.consented_on"] == "2026年11月2日"


def test_the_pledgees_consent_names_every_patentee(
    full: Declaration, stress: Declaration, at: PaperSetting
) -> None:
    for document in (full, stress):
        rows = [each for each in pieces(made(document, at, "pledgee")) if isinstance(each, Row)]
        named = [row.text for row in rows if row.label.startswith("专利权人")]
        assert named == [party.name for party in document.patentees]


def test_a_sole_patentee_states_the_consent_too(full: Declaration, at: PaperSetting) -> None:
    alone = replace(full, patentees=full.patentees[:1])
    assert captions(made(alone, at, "consent")) == ["专利权人（盖章）"]


def test_the_explanation_keeps_its_paragraphs(full: Declaration, at: PaperSetting) -> None:
    paper = made(full, at, "explanation")
    assert Prose(full.explanation or "", "explanation") in paper.blocks
    assert "共25字" in paper.notes[0]


def listed(document: Declaration, at: PaperSetting) -> dict[str, str]:
    paper = made(document, at, "enclosures")
    table = next(block for block in paper.blocks if isinstance(block, Table))
    return {row[1].text + row[3].text: row[2].text for row in table.rows}


def test_the_list_says_what_lies_ready_and_what_does_not(
    full: Declaration, at: PaperSetting
) -> None:
    assert listed(full, at) == {
        "全体专利权人同意实行开放许可的书面声明尚有1名专利权人未签章": "待补",
        "许可使用费计算依据和方式的简要说明": "已备",
        "专利权人身份证明示例大学": "已备",
        "专利权人身份证明约翰·示例": "待补",
        "专利权评价报告载明专利号ZL202121234567.7": "已备",
        "专利代理委托书总委托书编号ZW-2024-77": "已备",
        "质权人同意书": "已备",
        "Co-ownership agreement共有人关于开放许可的约定，载明专利号ZL202121234567.7": "已备",
        "中文题录译文Co-ownership agreement": "待补",
    }


def test_a_paper_that_is_needed_and_was_added_is_listed_once(
    full: Declaration, at: PaperSetting
) -> None:
    report = Enclosure(kind=EnclosureKind.EVALUATION_REPORT, patent_number="2021212345677")
    document = replace(full, enclosures=(report,))
    lines = listed(document, at)
    assert [line for line in lines if "评价报告" in line] == [
        "专利权评价报告载明专利号ZL202121234567.7"
    ]
    assert lines["共有人关于开放许可的约定"] == "待补"
    uploads = "".join(piece.text for piece in pieces(made(document, at, "guide")))
    assert uploads.count("专利权评价报告") == 1
    assert "另附材料" not in uploads


def test_a_report_on_another_patent_or_against_this_one_is_not_called_ready(
    full: Declaration, at: PaperSetting
) -> None:
    other = put(full, "patent.report.patent_number", "ZL202010123456.2")
    against = put(full, "patent.report.conclusion", ReportConclusion.FAILS)
    enclosed = replace(
        against, enclosures=(Enclosure(kind=EnclosureKind.EVALUATION_REPORT), *full.enclosures)
    )
    for document in (other, against, enclosed):
        states = [state for line, state in listed(document, at).items() if "评价报告" in line]
        assert states == ["不符"]
    absent = put(other, "patent.report.is_attached", False)
    assert listed(absent, at)["专利权评价报告载明专利号ZL202010123456.2"] == "待补"


def test_the_list_of_a_plain_invention_is_short(full: Declaration, at: PaperSetting) -> None:
    plain_case = Declaration(
        patent=Patent(kind=PatentKind.INVENTION),
        patentees=(replace(full.patentees[0], consented_on=at.today),),
        agency_acts=False,
        explanation="依据。",
    )
    assert list(listed(plain_case, at).values()) == ["已备", "已备", "已备"]


def test_a_consent_dated_tomorrow_is_not_there_yet(full: Declaration, at: PaperSetting) -> None:
    ahead = tuple(replace(party, consented_on=date(2026, 11, 24)) for party in full.patentees)
    first = next(iter(listed(replace(full, patentees=ahead), at).values()))
    assert first == "待补"


def test_a_pledgees_consent_dated_tomorrow_is_not_there_yet(
    full: Declaration, at: PaperSetting
) -> None:
    ahead = put(full, "patent.pledgee_consented_on", date(2026, 11, 24))
    assert listed(full, at)["质权人同意书"] == "已备"
    assert listed(ahead, at)["质权人同意书"] == "待补"


def test_the_record_sets_register_and_declaration_side_by_side(
    full: Declaration, at: PaperSetting
) -> None:
    paper = made(full, at, "verification")
    tables = [part for each in paper.blocks for part in getattr(each, "parts", ())]
    owners = next(part for part in tables if isinstance(part, Table))
    assert [[cell.text for cell in row] for row in owners.rows] == [
        ["1", "示例大学", "示例大学"],
        ["2", "示例旧名有限公司", "约翰·示例"],
    ]


def test_the_record_says_what_nobody_looked_up(at: PaperSetting) -> None:
    said = {piece.field: piece.text for piece in pieces(made(Declaration(), at, "verification"))}
    assert said["patent.is_suspended"] == "未核实"
    assert said["patent.register.checked_on"] == ""


def test_hostile_text_stays_text(full: Declaration, at: PaperSetting) -> None:
    nasty = '<img src="file:///etc/passwd"/> &lt; {title} %s \x00\u202e\ud800'
    document = put(put(full, "patent.title", nasty), "patentees.0.name", nasty)
    said = [piece.text for paper in papers(document, at) for piece in pieces(paper)]
    assert nasty in said


def test_equal_declarations_give_equal_papers(full: Declaration, at: PaperSetting) -> None:
    assert papers(full, at) == papers(replace(full), PaperSetting(at.today, ()))


def test_a_method_not_chosen_leaves_nothing_on_paper(fee: FeeTerms, at: PaperSetting) -> None:
    document = Declaration(fee=replace(fee, method=FeeMethod.FREE))
    text = "".join(piece.text for piece in pieces(box(made(document, at, "declaration"), "7")))
    assert "大写" not in text
    assert "%" not in text
    assert "账号" not in text
