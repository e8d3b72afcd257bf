"""A store in a folder of its own, and documents to keep in it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from olapp.domain.declaration import Declaration, Period, PeriodMode, Signature, SignerRole
from olapp.domain.fee import FeeMethod, FeeTerms, RoyaltyStep
from olapp.domain.money import Rate, Yuan
from olapp.domain.party import Origin, Party, PartyKind
from olapp.domain.patent import Patent, PatentKind
from olapp.persistence.database import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database will be, in a folder that is not there yet."""
    return tmp_path / "数据" / "olapp.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def now() -> datetime:
    """A moment."""
    return datetime(2026, 11, 22, 14, 16, 53, 123456, tzinfo=UTC)


@pytest.fixture
def declaration() -> Declaration:
    """A declaration with one of everything that is hard to keep exactly."""
    return Declaration(
        patent=Patent(
            number="ZL 2020 1 0123456.2",
            kind=PatentKind.INVENTION,
            title="一种含𬭎合金的第一连接件",
            publication_number="CN 112345678 B",
            filed_on=date(2020, 2, 29),
        ),
        patentees=(
            Party(kind=PartyKind.ENTITY, name="北京㛃𬭎科技有限公司", origin=Origin.MAINLAND),
            Party(kind=PartyKind.PERSON, name="Ōe Kenzaburō", origin=Origin.FOREIGN),
        ),
        representative="北京㛃𬭎科技有限公司",
        has_owners_agreement=False,
        period=Period(mode=PeriodMode.YEARS, years=5),
        fee=FeeTerms(
            method=FeeMethod.ENTRY_AND_ROYALTY,
            entry_fee=Yuan.of("90071992547409.93"),
            steps=(RoyaltyStep(over=Yuan.of(0), rate=Rate.of("2.500000000001")),),
        ),
        explanation="按净销售额提成。\n第二行\t“引号”",
        signatures=(Signature(role=SignerRole.PATENTEE, name="张三", has_seal=True),),
    )


@pytest.fixture
def common_folder() -> Iterator[Path]:
    """A folder that everybody may reach, unlike the ones of a test run by root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


@contextmanager
def _ordinary() -> Iterator[None]:
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def ordinary_person() -> Iterator[None]:
    """Without the rights of root, whom no file mode stops."""
    if not hasattr(os, "geteuid"):
        pytest.skip("file modes are of POSIX systems")
    with _ordinary():
        yield
