import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from olapp.domain.declaration import Declaration
from olapp.domain.holding import Holding
from olapp.domain.patent import Patent
from olapp.persistence import migrations, revisions, schema
from olapp.persistence.database import Store
from olapp.persistence.engines import sqlite_engine
from olapp.persistence.kept_portfolio import HoldingQuery, Index
from olapp.persistence.migrations.env import is_ours
from olapp.persistence.place import create
from olapp.persistence.schema import metadata

SCRIPTS = Path(migrations.__file__).parent


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Connection]:
    """A database made by the migrations alone."""
    create(tmp_path / "migrated.db")
    engine = sqlite_engine(tmp_path / "migrated.db", 1000)
    with engine.begin() as connection:
        migrations.upgrade(connection)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Connection]:
    """A database made from the tables."""
    Store.open(tmp_path / "made.db").close()
    engine = sqlite_engine(tmp_path / "made.db", 1000)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def reflected(connection: Connection) -> dict[str, Any]:
    """Everything a database says of its tables, in comparable form."""
    inspector = inspect(connection)
    return {
        name: {
            "columns": [
                column | {"type": str(column["type"])} for column in inspector.get_columns(name)
            ],
            "key": inspector.get_pk_constraint(name),
            "parents": inspector.get_foreign_keys(name),
            "indexes": sorted(inspector.get_indexes(name), key=lambda index: str(index["name"])),
            "unique": inspector.get_unique_constraints(name),
            "checks": inspector.get_check_constraints(name),
            "options": inspector.get_table_options(name),
        }
        for name in inspector.get_table_names()
    }


def test_a_database_made_by_migrations_equals_one_made_from_the_tables(
    migrated: Connection, made: Connection
) -> None:
    assert reflected(migrated) == reflected(made)
    assert schema.standing(migrated) is schema.standing(made) is schema.Standing.CURRENT


def test_both_number_their_drafts_alike(migrated: Connection, made: Connection) -> None:
    query = "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"
    answers = [each.exec_driver_sql(query).all() for each in (migrated, made)]
    assert answers[0] == answers[1]
    assert [tuple(row) for row in answers[0]] == [("documents",)]


def test_no_migration_is_missing(migrated: Connection) -> None:
    ours = MigrationContext.configure(migrated, opts={"include_name": is_ours})
    missing = produce_migrations(ours, metadata).upgrade_ops
    assert missing is not None
    assert missing.is_empty(), render_python_code(missing)


def test_the_list_of_revisions_is_that_of_the_scripts() -> None:
    scripts = [script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()]
    assert tuple(reversed(scripts)) == revisions.REVISIONS


def test_the_tables_can_be_made_on_postgresql_too() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    for table in metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert "CREATE INDEX" in str(CreateIndex(index).compile(dialect=dialect))


def test_opening_a_current_database_needs_no_alembic(path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from olapp.persistence.database import Store\n"
        "for _ in range(2): Store.open(Path(sys.argv[1])).close()\n"
        "assert not {'alembic', 'sqlalchemy.orm', 'mako'} & set(sys.modules), 'too much'"
    )
    subprocess.run([sys.executable, "-c", code, path], check=True)


@pytest.fixture
def later_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An olapp that knows one revision more than ours, which adds a column to `documents`."""
    folder = tmp_path / "scripts"
    (folder / "versions").mkdir(parents=True)
    for script in (*SCRIPTS.glob("*.py"), *SCRIPTS.glob("versions/r*.py")):
        (folder / script.relative_to(SCRIPTS)).write_text(script.read_text())
    (folder / "versions" / "r0003.py").write_text(
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        "revision, down_revision, branch_labels, depends_on = '0003', '0002', None, None\n"
        "def upgrade():\n"
        "    with op.batch_alter_table('documents', recreate='always') as batch:\n"
        "        batch.add_column(sa.Column('remark', sa.Text, server_default='x'))\n"
        "        batch.alter_column('number', type_=sa.String(99))\n"
        "    if op.get_bind().exec_driver_sql('SELECT count(*) FROM patents').scalar():\n"
        "        raise ZeroDivisionError\n"
    )
    monkeypatch.setattr(migrations, "__file__", str(folder / "__init__.py"))
    monkeypatch.setattr(revisions, "REVISIONS", ("0001", "0002", "0003"))
    monkeypatch.setattr(revisions, "HEAD", "0003")


@pytest.fixture
def filled(path: Path, declaration: Declaration, now: datetime) -> Path:
    """A closed database with a draft and its history."""
    with Store.open(path) as store, store.begin() as unit:
        unit.drafts.add(declaration, at=now, note="first")
    return path


def tables_of(path: Path) -> tuple[str, bool]:
    with closing(sqlite3.connect(path)) as connection:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        columns = connection.execute("PRAGMA table_info(documents)").fetchall()
    return revision, "remark" in {column[1] for column in columns}


def test_an_older_database_is_copied_beside_and_then_moved_on(
    filled: Path, declaration: Declaration, later_revision: None
) -> None:
    for _ in range(2):
        with Store.open(filled) as store, store.read() as unit:
            assert unit.drafts.get(1).document == declaration
            assert [version.note for version in unit.drafts.history(1)] == ["first"]
    copy = filled.with_name("olapp.before-0003.db")
    assert tables_of(filled) == ("0003", True)
    assert tables_of(copy) == ("0002", False)
    assert {file.name for file in filled.parent.iterdir()} == {filled.name, copy.name}


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    filled: Path, declaration: Declaration, now: datetime, later_revision: None
) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("INSERT INTO patents VALUES (1, '1', '', '', '', '')")
    with pytest.raises(ZeroDivisionError):
        Store.open(filled)
    assert tables_of(filled) == ("0002", False)


def test_a_database_moved_on_is_newer_for_the_olapp_before(
    filled: Path, later_revision: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(filled).close()
    monkeypatch.undo()
    from olapp.persistence.troubles import NewerDatabase

    with pytest.raises(NewerDatabase):
        Store.open(filled)


def test_a_new_revision_can_be_written_by_alembic(
    migrated: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "__file__", str(tmp_path / "scripts" / "__init__.py"))
    (tmp_path / "scripts" / "versions").mkdir(parents=True)
    scripts = (path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.glob("versions/r*.py"))
    for name in ("env.py", "script.py.mako", *scripts):
        (tmp_path / "scripts" / name).write_text((SCRIPTS / name).read_text())
    command.revision(
        migrations.configuration(migrated), "Something more.", autogenerate=True, rev_id="0003"
    )
    (written,) = (tmp_path / "scripts" / "versions").glob("0003*.py")
    assert "\n    pass\n" in written.read_text()  # nothing is missing, so nothing to do


@pytest.fixture
def first_of_all(path: Path, declaration: Declaration, now: datetime) -> Path:
    """A database as the first olapp left it, with a draft."""
    with Store.open(path) as store, store.begin() as unit:
        unit.drafts.add(declaration, at=now, note="first")
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in PORTFOLIO:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    return path


PORTFOLIO = (
    *("holdings_sought", "batch_drafts", "batches", "attachments", "views", "deadlines"),
    *("deadline_sources", "verdicts", "imports", "holding_past", "holding_bodies", "holdings"),
)


def test_the_first_olapps_drafts_come_along_and_patents_can_be_kept_and_found(
    first_of_all: Path, declaration: Declaration, now: datetime
) -> None:
    with Store.open(first_of_all) as store:
        with store.begin() as unit:
            holding = Holding(patent=Patent(title="测试用储能装置"))
            unit.holdings.add_many([(holding, Index())], at=now)
            assert unit.drafts.get(1).document == declaration
        with store.read() as unit:
            assert list(unit.holdings.ids(HoldingQuery(text="储能"))) == [1]
    assert first_of_all.with_name("olapp.before-0002.db").exists()
