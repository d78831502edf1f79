"""A file of every release since the first, opened by this one.

``releases/`` has a script for each migration: what it made of the tables, and rows as that release
wrote them. The first so many of them give the file of a release.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from bot.errors import StorageError
from bot.incoming import Incoming
from bot.service import Service
from bot.settings import Settings
from bot.storage.protocol import Decision
from bot.storage.rounds import import_rounds
from bot.storage.seal import Seal
from bot.storage.sole import sole
from bot.storage.sqlite import SqliteStorage
from bot.telegram.app import run
from dialogs.broadcast import Broadcast
from dialogs.conversation import Conversation
from dialogs.events import Said
from dialogs.headcount import UNKNOWN_PROGRESS
from dialogs.progress import progress
from dialogs.reading.occupations.further import Title
from dialogs.reading.outcome import Ambiguous
from scoring.developments import latest_news
from scoring.feed import read_feed
from tests.bot.storage.people import TODAY, answers, stored
from tests.figures import figure
from tests.scoring.feeds import sample

if TYPE_CHECKING:
    from bot.storage.protocol import Delivery

RELEASES = sorted(Path(__file__).with_name("releases").glob("*.sql"))
KEY = "dGhlIGtleSBvZiBhbiBvbGRlciByZWxlYXNlLCAzMiE="
"""With which what is sealed in the scripts was sealed."""
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

PEOPLE = {
    "telegram:1001": Conversation(
        "fr", {"education": "master"}, card=7, started=True, heard_on="2026-10-01"
    ),
    "telegram:1002": Conversation(
        answers={"birth_date": "1994-03-05"},
        card=2,
        revisiting="birth_date",
        topics=("alerts",),
        wish="timeline",
        supposed={"education": "doctorate"},
        aim=500,
        alerts=True,
        warned=("2027-03-05",),
        started=True,
        heard_on="2026-11-02",
    ),
    "telegram:1003": Conversation(
        "fr",
        {"occupation": "21331"},
        card=1,
        confirming="delete",
        aim=518,
        aim_kind="cec",
        started=True,
        heard_on="2026-11-20",
    ),
    "telegram:1004": Conversation(
        answers={"marital_status": "single"},
        card=4,
        confirming="facts",
        wish="score",
        facts={"birth_date": "31"},
        facts_in_doubt={"occupation": Ambiguous(("21231", "21232"), "occupation_title")},
        doubts={"canadian_experience": Ambiguous(("0", "48"), "work_where")},
        started=True,
        heard_on="2025-12-20",
        erasure_told_on="2026-11-20",
    ),
    "telegram:1005": Conversation(
        answers={"marital_status": "single", "birth_date": "1994-03-05"},
        card=3,
        started=True,
        heard_on="2026-11-21",
    ),
    "telegram:1006": Conversation(
        "fr",
        {"education": "bachelor"},
        card=9,
        topics=("rounds",),
        started=True,
        heard_on="2026-11-22",
    ),
    "telegram:1007": Conversation(
        "fr",
        {"education": "none"},
        card=5,
        alerts=True,
        started=True,
        heard_on="2026-11-23",
    ),
    "telegram:1008": Conversation(
        answers={"marital_status": "single"},
        card=5,
        news=False,
        unreachable=True,
        started=True,
        heard_on="2026-11-23",
    ),
    "telegram:1009": Conversation(
        "fr",
        {"education": "master"},
        card=2,
        topics=("alerts",),
        alerts=True,
        told_of=("invited", "rules"),
        started=True,
        heard_on="2026-11-23",
    ),
    "telegram:1010": Conversation(
        answers={"education": "bachelor"},
        card=3,
        topics=("alerts",),
        told_of=("kinds",),
        started=True,
        heard_on="2026-11-24",
    ),
}
"""Everybody in the scripts, one a release, as they stand after all migrations."""
DUE = {"telegram:1002": 1_804_242_600, "telegram:1004": 1_797_694_200}
"""Looks that had been set already; they stay."""


@pytest.fixture(params=range(1, len(RELEASES) + 1), ids=[script.stem for script in RELEASES])
def release(request: pytest.FixtureRequest) -> int:
    """How many migrations the file has seen."""
    number: int = request.param
    return number


@pytest.fixture
def path(tmp_path: Path, release: int) -> Path:
    """The file as that release left it."""
    file = tmp_path / "bot.sqlite3"
    with closing(sqlite3.connect(file)) as db:
        for script in RELEASES[:release]:
            db.executescript(script.read_text(encoding="utf-8"))
    return file


def opened(path: Path) -> SqliteStorage:
    return SqliteStorage(path, seal=Seal([KEY]))


def people(release: int) -> dict[str, Conversation]:
    return dict(list(PEOPLE.items())[:release])


def outline(delivery: Delivery) -> tuple[str, str, int | None, int | None]:
    return delivery.person, delivery.message.text, delivery.card, delivery.origin


def decided(decision: Decision, _: Conversation | None) -> Decision:
    return decision


def migrations_of(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [name for (name,) in db.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]


def test_every_migration_has_its_script(tmp_path: Path) -> None:
    opened(tmp_path / "new.sqlite3").close()
    assert [script.stem for script in RELEASES] == migrations_of(tmp_path / "new.sqlite3")


def test_all_files_end_up_alike(tmp_path: Path, path: Path) -> None:
    """Brought up to date, the tables are those of a new file, and the file is sound."""
    opened(path).close()
    opened(tmp_path / "new.sqlite3").close()
    tables = "SELECT type, name, tbl_name FROM sqlite_master ORDER BY name"
    columns = "SELECT m.name, c.* FROM sqlite_master m, pragma_table_info(m.name) c ORDER BY 1, 2"
    schemas = []
    for file in (path, tmp_path / "new.sqlite3"):
        with closing(sqlite3.connect(file)) as db:
            schemas.append([db.execute(query).fetchall() for query in (tables, columns)])
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert schemas[0] == schemas[1]
    assert migrations_of(path) == [script.stem for script in RELEASES]


def test_everything_is_kept(path: Path, release: int) -> None:
    with closing(opened(path)) as storage:
        assert {person: stored(storage, person) for person in people(release)} == people(release)
        waiting = [outline(delivery) for delivery in storage.pending().result()]
        expected = [("telegram:1001", "bonjour", 42, None), ("telegram:1005", "sealed", None, 31)]
        assert waiting == expected[: 2 if release >= 5 else 1]
        for update in (5, 6) if release >= 5 else (5,):
            known = storage.handle("telegram:9", answers("a", "1"), on=TODAY, update=update)
            assert known.result().repeated
        found = storage.titles.with_words(["megalithes"], "fr")
        assert found == ([Title("21331", "Ingénieure en mégalithes")] if release >= 3 else [])
        if release >= 6:
            newest = storage.record().rounds[-1]
            assert (newest.number, newest.cutoff, newest.on) == ("999", 533, date(2026, 11, 20))
            assert newest.pool is not None
            assert newest.pool.total == 230_000
    if release == len(RELEASES):
        figure("files of every release brought up to date", releases=release, people=release)


def test_everybody_is_counted(path: Path, release: int) -> None:
    """What is sealed is counted by what it is once it is read."""
    stands = list(people(release).items())
    plain = [kept for person, kept in stands if person != "telegram:1005"]
    with closing(opened(path)) as storage:
        counted = storage.headcount(TODAY).result()
        assert counted.people == release
        assert counted.languages == Counter(kept.language for kept in plain)
        assert counted.alerts == sum(kept.alerts for kept in plain)
        assert counted.watching == sum(bool(kept.told_of) for kept in plain)
        told = Counter(["finished", *["answering"] * 3][: max(0, release - 6)])
        assert counted.progress == {UNKNOWN_PROGRESS: min(release, 6), **told}
        for person, kept in stands:
            now = Decision(kept, (), progress=progress(kept, TODAY))
            storage.handle(person, partial(decided, now), on=TODAY)
        counted = storage.headcount(TODAY).result()
    assert counted.languages == Counter(kept.language for _, kept in stands)
    assert counted.progress == Counter(progress(kept, TODAY) for _, kept in stands)
    assert counted.watching == sum(bool(kept.told_of) for _, kept in stands)
    assert counted.active_month == sum(str(kept.heard_on) > "2026-10-24" for _, kept in stands)


def test_everybody_takes_broadcasts_but_who_stopped_them(path: Path, release: int) -> None:
    takers = [person for person, kept in people(release).items() if kept.news]
    with closing(opened(path)) as storage:
        going_on = storage.broadcasts.current().result()
        if release >= 8:
            assert going_on == Broadcast(-77, "Bonjour", "sending", people=7, sent=1)
            (begun,) = storage.broadcasts.recipients(10).result()
            assert (begun.person, begun.after) == ("telegram:1002", 60)
            storage.broadcasts.reached(-77, begun.person, "sent").result()
            takers = [person for person in takers[2:] if person < "telegram:1009"]
        else:
            assert going_on is None
            storage.broadcasts.propose(1, "Hello").result()
            storage.broadcasts.start(1).result()
        assert [each.person for each in storage.broadcasts.recipients(10).result()] == takers


def test_who_asked_for_alerts_goes_on_where_they_were(path: Path, release: int) -> None:
    """Nobody asked before there were any; and nothing that is known then is news."""
    with closing(opened(path)) as storage:
        noted = storage.alerts.note(storage.record(), TODAY).result()
        waiting = storage.alerts.waiting(len(noted), NOON, 10).result()
        if release < 9:
            assert noted
            assert latest_news(noted) == 0
            assert waiting == ()
            return
        assert [each.key for each in noted[:2]] == ["round 447", "round 999"]
        assert latest_news(noted) >= 2
        ines = waiting[0]
        assert [each.person for each in waiting] == list(people(release))[8:]
        assert (ines.person, ines.heard_of, ines.card) == ("telegram:1009", 1, 9)
        assert ines.known == PEOPLE["telegram:1009"]
        assert storage.alerts.last_message(3).result() == 70


def test_everybody_is_looked_at_in_time(path: Path, release: int) -> None:
    """Looks that were set stay; who had none is looked at within a month."""
    before = datetime.now(UTC).timestamp()
    opened(path).close()
    with closing(sqlite3.connect(path)) as db:
        due = dict(db.execute("SELECT key, due_at FROM people"))
    month = timedelta(days=30).total_seconds()
    for person, moment in due.items():
        if person in DUE:
            assert moment == DUE[person]
        elif person in list(PEOPLE)[: min(release, 3)]:
            assert -60 <= moment - before <= month


def test_everybody_is_answered(path: Path, release: int) -> None:
    with closing(opened(path)) as storage:
        service = Service(storage, lambda: NOON, further=storage.titles)
        for number, person in enumerate(people(release)):
            said = Incoming(person, Said("/help"), update=1000 + number)
            handled = service.handle(said).result()
            assert handled.language == PEOPLE[person].language
            assert [d.person for d in handled.deliveries] == [person] * len(handled.deliveries)
            assert handled.deliveries
            assert not handled.repeated
            kept = stored(storage, person)
            assert kept is not None
            assert kept.answers == PEOPLE[person].answers
            assert kept.heard_on == TODAY.isoformat(), "something went wrong"
        newcomer = storage.handle(
            "telegram:9", lambda _: Decision(Conversation(), (), due=NOON), on=TODAY
        )
        assert not newcomer.result().repeated
    with closing(opened(path)) as storage:
        assert storage.due(NOON, 10).result() == ("telegram:9",)


def test_no_file_is_brought_up_to_date_under_a_running_bot(
    path: Path, release: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which knows only what the file was."""
    monkeypatch.setattr("bot.storage.sole.PATIENCE_SECONDS", 0.0)
    before = path.read_bytes()
    with sole(path):
        with pytest.raises(StorageError, match="in use by another running bot"):
            run(Settings(_env_file=None, telegram_token=SecretStr("1:x"), database=path))
        if release < len(RELEASES):
            with pytest.raises(StorageError, match="running bot of an earlier version: stop that"):
                import_rounds(path, read_feed(sample(), TODAY), "DATABASE")
    changed = sum(a != b for a, b in zip(before, path.read_bytes(), strict=True))
    figure("a file under an older running bot", bytes_changed_by_a_newer=changed)
    assert changed == 0
