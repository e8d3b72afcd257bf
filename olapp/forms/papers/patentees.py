"""The patentees on paper, as tables that carry thirty of them as well as one."""

from olapp.domain.declaration import Declaration
from olapp.domain.party import Origin, Party
from olapp.forms.choices import label_of
from olapp.forms.paper import Cell, Part, Row, Table
from olapp.forms.papers.writing import label_at, row, written

_NUMBER = "序号"


def patentee_parts(document: Declaration) -> tuple[Part, ...]:
    """Give who the patentees are, where they are, and who represents them."""
    parties = document.patentees or (Party(),)
    return (
        _identities(parties),
        _addresses(parties),
        *_original_names(parties),
        *_representative(document),
    )


def _cell(party: Party, index: int, name: str) -> Cell:
    return Cell(written(getattr(party, name)), f"patentees.{index}.{name}")


def _identities(parties: tuple[Party, ...]) -> Table:
    head = (_NUMBER, label_at("patentees.0.name"), "类别", "证件类型", "证件号码")
    body = (line for index, party in enumerate(parties) for line in _identity(index, party))
    return Table(head, tuple(body), (10, 44, 10, 22, 45))


def _identity(index: int, party: Party) -> tuple[tuple[Cell, ...], ...]:
    """Give a line, and a second one for a party that has two proofs of identity."""
    who = (
        Cell(str(index + 1)),
        _cell(party, index, "name"),
        _cell(party, index, "kind"),
    )
    proofs = _proofs(index, party) or ((Cell(""), Cell("")),)
    blank = (Cell(""),) * len(who)
    return tuple((*(blank if at else who), *proof) for at, proof in enumerate(proofs))


def _home(party: Party) -> str:
    """Name the country; of mainland parties it need not be stated."""
    return party.nationality or ("中国" if party.origin is Origin.MAINLAND else "")


def _proofs(index: int, party: Party) -> tuple[tuple[Cell, Cell], ...]:
    place = f"patentees.{index}"
    proofs = []
    if party.credit_code:
        kind = Cell(label_at("patentees.0.credit_code"))
        proofs.append((kind, Cell(party.credit_code, f"{place}.credit_code")))
    if party.identity_number or party.identity_kind:
        word = "" if party.identity_kind is None else label_of(party.identity_kind).zh
        number = _cell(party, index, "identity_number")
        proofs.append((Cell(word, f"{place}.identity_kind"), number))
    return tuple(proofs)


def _addresses(parties: tuple[Party, ...]) -> Table:
    names = ("address", "postcode")
    head = (_NUMBER, "国籍或注册地", *(label_at(f"patentees.0.{name}") for name in names))
    body = (
        (
            Cell(str(index + 1)),
            Cell(_home(party), f"patentees.{index}.nationality"),
            *(_cell(party, index, name) for name in names),
        )
        for index, party in enumerate(parties)
    )
    return Table(head, tuple(body), (4, 6, 32, 8))


def _original_names(parties: tuple[Party, ...]) -> tuple[Part, ...]:
    return tuple(
        Row(f"专利权人{index + 1}原文名称", party.original_name, f"patentees.{index}.original_name")
        for index, party in enumerate(parties)
        if party.original_name
    )


def _representative(document: Declaration) -> tuple[Part, ...]:
    """Name the representative of several patentees: the first, unless another is declared."""
    if document.representative or len(document.patentees) < 2:
        return (row(document, "representative"),) if document.representative else ()
    first = document.patentees[0].name
    return (Row(label_at("representative"), written(first), "patentees.0.name"),)
