"""Signed-in readers of many groups on PostgreSQL: `python -m tests.load.groups`.

Twenty groups and everyone ask for pages at once; the database lets the web's role have as many
connections as `deploy/postgres/roles.psql` says. Prints the answers by status, their times, and how
many connections were open at most.
"""

import asyncio
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy import make_url

from tests.load.crowd import Question, crowd, quantiles
from tests.load.mix import Mix
from tests.load.serving import served
from tests.postgres import fresh_database, running_postgres
from tests.stores import seeded_store

GROUPS, READERS, SECONDS, THINK = 20, 60, 60.0, (0.2, 1.0)
LIMIT = 40
"""Of the web's role, as in `deploy/postgres/roles.psql`."""
SIGNED_IN = {
    "TRUSTED_USER_HEADER": "X-Remote-User",
    "TRUSTED_ROLES_HEADER": "X-Remote-Roles",
    "TRUSTED_PROXIES": "127.0.0.1",
    "SECRET_KEY": "measured " * 4,
    "PUBLIC_URL": "http://localhost",
}


@contextmanager
def connections_counted(socket_folder: str, role: str) -> Iterator[list[int]]:
    """How many connections the role has, looked at ten times a second."""
    counts: list[int] = []
    done = threading.Event()

    def look() -> None:
        query = "SELECT count(*) FROM pg_stat_activity WHERE usename = %s"
        with psycopg.connect(host=socket_folder, user="postgres", autocommit=True) as admin:
            while not done.wait(0.1):
                row = admin.execute(query, (role,)).fetchone()
                counts.append(0 if row is None else int(row[0]))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield counts
    finally:
        done.set()
        watcher.join()


def main() -> int:
    """1 where anything but 200 was answered."""
    with running_postgres() as home, fresh_database(home, "groups", created=False) as url:
        seeded_store(url)
        with psycopg.connect(host=str(home), user="postgres", dbname="groups") as admin:
            admin.execute(f"CREATE ROLE klimat_reader LOGIN CONNECTION LIMIT {LIMIT}")
            admin.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO klimat_reader")
        reading = make_url(url).set(username="klimat_reader")
        settings = {"DATABASE_URL": reading.render_as_string(hide_password=False), **SIGNED_IN}
        with (
            served("app:server", settings) as product,
            connections_counted(str(home), "klimat_reader") as counts,
        ):
            mix = Mix(product.base)

            def ask(chance: random.Random) -> Question:
                question = mix.page(chance)
                group = chance.randrange(GROUPS + 1)
                if group == GROUPS:
                    return question
                roles = f"group-{group}:reader"
                headers = (("X-Remote-User", f"reader-{group}"), ("X-Remote-Roles", roles))
                return Question(question.path, headers=headers)

            begun = time.monotonic()
            heard = asyncio.run(
                crowd(product.base, ask, users=READERS, seconds=SECONDS, think=THINK)
            )
            lasted = time.monotonic() - begun
    statuses = Counter(answer.status for answer in heard)
    times = quantiles([answer.ms for answer in heard])
    print(f"{len(heard)} answers in {lasted:.0f} s by status: {dict(statuses)}")
    print("ms: " + ", ".join(f"p{share * 100:.0f} {ms:.0f}" for share, ms in times.items()))
    print(f"connections of the web's role: at most {max(counts)} of {LIMIT}")
    return 0 if set(statuses) == {200} else 1


if __name__ == "__main__":
    sys.exit(main())
