"""Declarations to measure with: the richest of the samples, and any number of different ones."""

from collections.abc import Iterator

from olapp.app import resources
from olapp.codec import encode
from olapp.domain.declaration import Declaration
from olapp.domain.numbers import patent as patent_number
from olapp.domain.party import PartyKind
from olapp.domain.paths import put, texts
from olapp.services.samples import Samples

_SUBJECTS = ("电池热管理", "钢轨探伤", "水稻育种", "纺织染整", "隧道通风", "齿轮磨削", "药物缓释")
_THINGS = ("装置", "系统", "方法", "设备", "机构", "组件", "材料", "工艺", "仪器", "夹具", "模具")
_TOWNS = ("衡阳", "绍兴", "淄博", "攀枝花", "佛山", "洛阳", "泸州", "鄂尔多斯", "呼伦贝尔")
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_GIVEN = "安邦承德恩凡光海嘉康礼明宁平清荣思涛文熙彦泽"


def richest() -> Declaration:
    """Give the sample that says most."""
    return max(Samples(resources() / "samples").documents(), key=lambda each: len(encode(each)))


def distinct(document: Declaration, start: int, count: int) -> Iterator[Declaration]:
    """Give declarations that differ in number, title and the names of parties and contact."""
    for number in range(start, start + count):
        instead = _instead(document, number)
        changed = document
        for path, text in texts(document):
            if text in instead:
                changed = put(changed, path, instead[text])
        yield changed


def _instead(document: Declaration, number: int) -> dict[str | None, str]:
    """Give new words for old, wherever in the declaration they stand."""
    names = {
        party.name: _name(number, place, is_person=party.kind is PartyKind.PERSON)
        for place, party in enumerate(document.patentees)
    }
    return names | {
        document.patent.number: _patent_number(document.patent.number, number),
        document.patent.title: _title(number),
        document.contact.name: _name(number, len(names), is_person=True),
    }


def _patent_number(pattern: str | None, number: int) -> str:
    """Keep year and kind, so that the same rules apply."""
    head = patent_number.compact(pattern or "ZL202010123456.2")[:5]
    body = f"{head}{number:07d}"
    return patent_number.format(body + patent_number.calc_check_digit(body))


def _title(number: int) -> str:
    subject = _SUBJECTS[number % len(_SUBJECTS)]
    thing = _THINGS[number // len(_SUBJECTS) % len(_THINGS)]
    return f"一种用于{subject}的第{number}号{thing}"


def _name(number: int, place: int, *, is_person: bool) -> str:
    turn = number + 31 * place
    if is_person:
        given = _GIVEN[turn % len(_GIVEN)] + _GIVEN[turn // 7 % len(_GIVEN)]
        return _SURNAMES[turn % len(_SURNAMES)] + given
    town, subject = _TOWNS[turn % len(_TOWNS)], _SUBJECTS[turn // 3 % len(_SUBJECTS)]
    return f"{town}{subject}第{turn}技术有限公司"
