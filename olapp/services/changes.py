"""What a service changed, so that only the views concerned look again."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Flags of the kinds of thing changed."""

    drafts: bool = False
    parties: bool = False
    patents: bool = False
    exports: bool = False
    holdings: bool = False
    imports: bool = False
    verdicts: bool = False
    deadlines: bool = False
    views: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            **{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)}
        )
