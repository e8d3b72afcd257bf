"""Whether words leave a fee open: 面议 and its kin, but not negotiation about other matters."""

import re
from collections.abc import Iterator

from olapp.law.prose import LONGEST_PROSE
from olapp.law.statute import Law

_SENTENCE = re.compile(r"[。；;！!？?\r\n]+")
_PIECE = re.compile("[，,、]")
_DISPUTE = re.compile("争议|纠纷|争端|分歧|仲裁|诉讼|起诉|调解")
_FEE = re.compile("费|价|款|提成|金额|报酬|比例|支付|付给|收取|对价")
_OTHER_MATTER = re.compile(
    "技术(?:指导|服务|支持|培训|咨询|资料|人员)|培训|交付|验收|改进|保密|资料|样品|安装|调试|合作"
    "|查阅|账目|时间|地点"
)
_GOES_ON = re.compile("均|都|应|须|需|可|则|并|且|但|由|经|待|另|具体|双方|当事人|按|根据|以")


def left_open(law: Law, text: str | None, *, only_of_fees: bool = False) -> tuple[str, ...]:
    """Give the words by which a text leaves the fee open.

    In a text about the fee every clause counts except those on disputes and on services beside the
    licence; elsewhere (``only_of_fees``) a clause counts if it speaks of a fee, or goes on from one
    that does.
    """
    words, text = law.words["indefinite-fee"], (text or "")[:LONGEST_PROSE]
    if not words.hits(text):
        return ()
    found = (hit for clause in _clauses(text, only_of_fees) for hit in words.hits(clause))
    return tuple(dict.fromkeys(found))


def _clauses(text: str, only_of_fees: bool) -> Iterator[str]:
    for sentence in _SENTENCE.split(text):
        if _DISPUTE.search(sentence):
            continue
        of_fee = False
        for clause in _PIECE.split(sentence):
            goes_on = of_fee and _GOES_ON.match(clause.strip()) is not None
            of_fee = goes_on or _FEE.search(clause) is not None
            if of_fee or not (only_of_fees or _OTHER_MATTER.search(clause)):
                yield clause
