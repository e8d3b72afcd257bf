"""How much is measured: a quick look, the ordinary run, the full one."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Turns of each measure, and how much is done in a turn."""

    day: date
    """Today, for the checks and the papers."""
    starts: int
    check_turns: int
    checks: int
    """Checks in a turn."""
    pack_turns: int
    packs: int
    """Packs in a turn, all different, no two alike in a run."""
    few: int
    many: int
    """Packs of the two batches whose memory is compared."""
    memory_turns: int
    sizes: tuple[int, ...]
    """Patents of the portfolios."""
    list_turns: int
    import_rows: int
    work_turns: int
    """Turns of what takes seconds: imports, pre-checks, forecasts, starts with a portfolio."""


def smoke(day: date) -> Plan:
    """Every measure once, only to see that each works."""
    return Plan(
        day=day,
        starts=1,
        check_turns=2,
        checks=2,
        pack_turns=1,
        packs=2,
        few=2,
        many=4,
        memory_turns=1,
        sizes=(50,),
        list_turns=1,
        import_rows=60,
        work_turns=1,
    )


def ordinary(day: date) -> Plan:
    """A few minutes."""
    return Plan(
        day=day,
        starts=9,
        check_turns=15,
        checks=50,
        pack_turns=5,
        packs=12,
        few=100,
        many=1000,
        memory_turns=1,
        sizes=(1_000, 10_000, 100_000),
        list_turns=5,
        import_rows=50_000,
        work_turns=3,
    )


def full(day: date) -> Plan:
    """All 1,000 packs, and a million patents."""
    return Plan(
        day=day,
        starts=15,
        check_turns=25,
        checks=100,
        pack_turns=50,
        packs=20,
        few=100,
        many=1000,
        memory_turns=3,
        sizes=(1_000, 10_000, 100_000, 1_000_000),
        list_turns=5,
        import_rows=50_000,
        work_turns=5,
    )
