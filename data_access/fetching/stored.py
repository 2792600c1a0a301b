"""What the store remembers of fetched files."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from data_access.fetching.download import Download, Validators
from data_access.tables import fetched_file, release


@dataclass(frozen=True, slots=True)
class FetchedFile:
    """A publisher's file as it came. `fetched` is when it last was another than before, `checked`
    when the publisher was last asked; `release_label` the last draft that was made of it, `report`
    what that changes."""

    publisher: str
    address: str
    file_name: str
    etag: str
    last_modified: str
    sha256: str
    size: int
    fetched: datetime
    checked: datetime
    release_label: str = ""
    report: str = ""

    @property
    def validators(self) -> Validators:
        return Validators(self.etag, self.last_modified)

    def changed(self, download: Download, now: datetime) -> "FetchedFile":
        """This file as it has come now."""
        other = download.sha256 != self.sha256
        return replace(
            self,
            etag=download.validators.etag,
            last_modified=download.validators.last_modified,
            sha256=download.sha256,
            size=download.size,
            fetched=now if other else self.fetched,
            checked=now,
        )


def fetched_files(conn: Connection, publisher: str | None = None) -> dict[str, FetchedFile]:
    """Address → the file, of one publisher or all."""
    question = select(fetched_file)
    if publisher is not None:
        question = question.where(fetched_file.c.publisher == publisher)
    return {row.address: FetchedFile(**row._mapping) for row in conn.execute(question)}


def remember(conn: Connection, file: FetchedFile) -> None:
    """Enters a file, in the place of what was known of its address."""
    table = fetched_file
    same = (table.c.publisher == file.publisher, table.c.address == file.address)
    conn.execute(delete(table).where(*same))
    conn.execute(insert(table).values(asdict(file)))


def remember_draft(
    conn: Connection, files: Sequence[FetchedFile], label: str, report: Iterable[str]
) -> None:
    """Notes the draft that was made of a publisher's files, and what it changes."""
    table = fetched_file.c
    lines = "\n".join(report)
    for number, file in enumerate(files):
        same = (table.publisher == file.publisher, table.address == file.address)
        values = {"release_label": label, "report": "" if number else lines}
        conn.execute(update(fetched_file).where(*same).values(values))


def report_on(conn: Connection, label: str) -> str:
    """What a draft changes, as it was when it was made; empty for one that was not fetched."""
    table = fetched_file.c
    question = select(table.report).where(table.release_label == label, table.report != "")
    return conn.scalar(question.limit(1)) or ""


def waiting_drafts(conn: Connection, publisher: str) -> list[str]:
    """The drafts made of a publisher's files that nobody has published or discarded."""
    labels = select(fetched_file.c.release_label).where(fetched_file.c.publisher == publisher)
    drafts = select(release.c.label).where(release.c.label.in_(labels), ~release.c.published)
    return sorted(conn.scalars(drafts))
