"""Box 3: what the licensor undertakes, in the tone of the office's form, in our own words."""

from collections.abc import Mapping
from types import MappingProxyType

from olapp.domain.sentence import N_
from olapp.forms.spec import Field, Label, Section

UNDERTAKINGS: Mapping[str, Label] = MappingProxyType(
    {
        "no_exclusive_licence": Label(
            "本专利不在独占许可或者排他许可的有效期限内；实行开放许可期间，"
            "不就本专利给予独占许可或者排他许可。",
            "No exclusive or sole licence is running, and none is given while the offer stands.",
        ),
        "open_to_anyone": Label(
            "愿意许可任何单位或者个人按照公告的条件在中国境内实施本专利。",
            "Any entity or individual may work the patent in China on the announced terms.",
        ),
        "keeps_in_force": Label(
            "实行开放许可期间，按照规定缴纳年费，维持本专利权有效。",
            "The patent will be kept in force while the offer stands.",
        ),
        "follows_export_rules": Label(
            "专利权人为中国单位或者个人、因开放许可发生技术出口的，"
            "遵守国家有关技术进出口管理的规定。",
            "Where open licensing leads to technology export, the export rules will be followed.",
        ),
        "not_suspended": Label(
            "本专利不存在因专利权归属纠纷或者人民法院采取保全措施而中止有关程序的情形。",
            "No procedure is suspended for an ownership dispute or a court's preservation.",
        ),
        "fees_paid": Label(
            "本专利的年费已按照规定足额缴纳。",
            "The annual fees due are paid in full.",
        ),
        "no_pledge_or_agreed": Label(
            "本专利未被质押；已被质押的，质权人已书面同意实行开放许可。",
            "The patent is not pledged, or the pledgee has agreed in writing.",
        ),
        "right_exists": Label(
            "本专利权未终止，也未被宣告全部无效。",
            "The right has neither ended nor been declared wholly invalid.",
        ),
        "material_is_true": Label(
            "本声明及所附材料真实、准确，未提供虚假材料，未隐瞒事实。",
            "The declaration and its papers are true, and nothing is hidden.",
        ),
    }
)
"""The sentence of each undertaking, by its name in the document."""

_HELP: Mapping[str, str] = {
    "no_exclusive_licence": N_(
        "Tick only after looking through all contracts on this patent. A running exclusive or sole "
        "licence bars the declaration, and none may be given later while it stands."
    ),
    "open_to_anyone": N_(
        "You may not choose your licensees: whoever gives notice and pays gets the licence."
    ),
    "keeps_in_force": N_(
        "You promise to go on paying the annual fees. Letting the patent lapse would take from "
        "licensees what they paid for."
    ),
    "follows_export_rules": N_(
        "A licensee from abroad, Hong Kong, Macao or Taiwan makes it a technology export, with "
        "rules of its own."
    ),
    "not_suspended": N_(
        "Compare the register: while ownership is disputed there or a court has frozen the patent, "
        "the office refuses the declaration."
    ),
    "fees_paid": N_(
        "Compare your receipts with the patent year: a fee that is late or short bars the "
        "declaration."
    ),
    "no_pledge_or_agreed": N_(
        "Ask whoever handles the loans: a pledge without the pledgee's written consent bars the "
        "declaration."
    ),
    "right_exists": N_("Only a patent that is alive can be offered; look at the register."),
    "material_is_true": N_(
        "False papers or hidden facts lead to revocation, a warning, and a fine of up to 100,000 "
        "yuan."
    ),
}

SECTION = Section(
    key="undertakings",
    number="3",
    label=Label("许可方承诺", "Undertakings of the licensor"),
    items=tuple(
        Field(path=f"undertakings.{name}", label=label, help=_HELP[name])
        for name, label in UNDERTAKINGS.items()
    ),
    help=N_(
        "Tick each one only when you have made sure of it. Every one is needed, and untrue ones "
        "have consequences."
    ),
)
