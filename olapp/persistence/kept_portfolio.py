"""What the store gives of the portfolio: frozen values, free of rows and connections."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from olapp.domain.deadline import Deadline
from olapp.domain.holding import Holding, RightState
from olapp.domain.patent import PatentKind

NOT_JUDGED = "not-judged"
"""Asks a query for holdings whose present facts nobody has judged yet."""
COLUMNS = (
    "number",
    "title",
    "kind",
    "state",
    "filed_on",
    "granted_on",
    "expires_on",
    "owners",
    "applicants",
    "inventors",
    "department",
    "reference",
    "tags",
    "main_class",
    "published_as",
    "publication_number",
    "country",
    "fee_due_on",
    "fee_year",
    "fee_fen",
    "verdict",
    "judged_on",
    "as_of",
    "changed_at",
)
"""Columns of a list: names of the fields of a row, to show, sort and filter by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What the law derives from a holding on a day, kept beside it so that lists can use it."""

    expires_on: date | None = None
    fee_due_on: date | None = None
    """Last day, moved behind days off where that is known, of the next annual fee not paid."""
    fee_year: int | None = None
    fee_fen: int | None = None
    """What is to be paid then, in fen."""
    deadlines: tuple[Deadline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingQuery:
    """Which holdings a list shows; the defaults show all. Every condition given must be met."""

    text: str = ""
    """Words found anywhere, or a number in any spelling, whole or in part."""
    state: RightState | None = None
    kind: PatentKind | None = None
    verdict: str | None = None
    """A verdict of the law, or NOT_JUDGED."""
    department: str | None = None
    tag: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    """The filter row: column of COLUMNS to what its text contains."""
    due_before: date | None = None
    """Any deadline on this day or before."""
    import_id: int | None = None
    """Made or changed by this import."""
    ids: tuple[int, ...] | None = None


ALL_HOLDINGS = HoldingQuery()
"""Asks for every holding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingRow:
    """A holding as a list shows it; empty text is not known."""

    id: int
    version: int
    number: str
    """Compact application number, or what was typed in its place."""
    title: str
    kind: PatentKind | None
    state: RightState | None
    filed_on: date | None
    granted_on: date | None
    expires_on: date | None
    owners: tuple[str, ...]
    """Those of now."""
    applicants: tuple[str, ...]
    inventors: tuple[str, ...]
    department: str
    reference: str
    tags: tuple[str, ...]
    main_class: str
    published_as: str
    publication_number: str
    country: str
    fee_due_on: date | None
    fee_year: int | None
    fee_fen: int | None
    verdict: str | None
    """None when not judged since the last change."""
    judged_on: date | None
    as_of: date | None
    """The day the youngest of its facts were true."""
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptHolding:
    """A holding as kept; ``version`` is what the next change must name."""

    id: int
    version: int
    holding: Holding
    made_at: datetime
    changed_at: datetime
    made_by: int | None = None
    """The import that made it; None for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastHolding:
    """A state of a holding that was replaced, and what replaced it."""

    version: int
    since: datetime
    holding: Holding
    import_id: int | None
    """The import that replaced it; None for a person."""
    edit_id: int | None
    """The edit of many holdings at once that replaced it, if it was one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBack:
    """What the undoing of an import or an edit did, by the keys of holdings."""

    removed: tuple[int, ...] = ()
    restored: tuple[int, ...] = ()
    kept: tuple[int, ...] = ()
    """Changed since by something else, and therefore left as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Counts and a sum over a list; what is not known is counted under an empty text."""

    count: int
    by_state: Mapping[str, int]
    by_kind: Mapping[str, int]
    by_verdict: Mapping[str, int]
    by_department: Mapping[str, int]
    fee_fen: int
    """Sum of the next annual fees, in fen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptImport:
    """An import that was carried out."""

    id: int
    at: datetime
    name: str
    """The file's name, without its folder."""
    source: str
    as_of: date | None
    sha256: str
    counts: Mapping[str, int]
    """Number of rows by what became of them."""
    body: str
    """Its report, as text of the service that wrote it; empty in lists."""
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptVerdict:
    """How a holding was judged; ``version`` is that of the facts judged."""

    holding_id: int
    version: int
    verdict: str
    judged_on: date
    codes: tuple[str, ...] = ()
    """Codes of the rules that decide, heaviest first."""
    body: str = ""
    """Their findings, as text of the service that wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow:
    """A deadline as a list shows it, with what tells whose it is."""

    holding_id: int
    number: str
    title: str
    department: str
    deadline: Deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A list as a person arranged it, under a name."""

    name: str
    query: HoldingQuery = field(default_factory=HoldingQuery)
    columns: tuple[str, ...] = ()
    """Columns shown, in their order."""
    widths: tuple[int, ...] = ()
    """Their widths in pixels, where a person chose them."""
    order: str = "number"
    is_reversed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document kept with a holding; its copy is named by its hash."""

    holding_id: int
    sha256: str
    name: str
    """The name it had, without its folder."""
    size: int
    added_at: datetime
