"""Goals with their notes and our reading of them; commitments and activities of the contracts."""

import re
from collections.abc import Iterable
from pathlib import Path

from seed_data.build.csv_files import BuildError, Row, read_rows, write_rows

OWN = Path(__file__).parent.parent / "own"

STORED_NAMES = {
    "000_b190c719b69a4feb.txt": "Klimatkontrakt 2030 för Borlänge kommun (text)",
    "004_b74eb7685a22c061.txt": "Klimatkontrakt 2030 för Örebro kommun (text)",
}
"""The names under which the contracts' texts were stored say nothing to a reader."""

CONTRACTS = {
    "2081": "klimatkontrakt-2081-2024",
    "1880": "klimatkontrakt-1880-2024",
}
VERSION_YEAR = "2023"
VALID_YEAR = "2024"

ACTIVITY_STATUSES = {
    "running": "running",
    "done": "done",
    "planned": "not_begun",
    "unknown": "unknown",
    "": "unknown",
}
TOLD = "2023-12-08"
TOLD_NOTE = "as told in the contract, version 2023, signed 8 December 2023"

OWN_COLUMNS = (
    "coverage_differs",
    "near_gas",
    "near_sectors_left_out",
    "near_reason_sv",
    "near_reason_en",
    "series_note_sv",
    "series_note_en",
    "defined_by",
    "leaves_out_sv",
    "leaves_out_en",
)

IN_REPOSITORY = re.compile(r"github:(?P<repository>[^@]+)@(?P<commit>[0-9a-f]{40}):(?P<file>.+)")
"""How the collection names a file of a repository."""


def state(row: Row) -> str:
    """The end state of a `state` goal, as its title says: fossil-free or positive, else neutral."""
    if row["kind"] != "state":
        return ""
    title = row["title_sv"].lower()
    if "fossilfri" in title or "fossilbränslefri" in title:
        return "fossil_free"
    return "positive" if "klimatpositiv" in title else "neutral"


def address(source_ref: str) -> str:
    """Where a source is: a file of a repository as the address of its page."""
    return IN_REPOSITORY.sub(
        r"https://github.com/\g<repository>/blob/\g<commit>/\g<file>", source_ref
    )


def by_goal(rows: list[dict[str, str]], file_name: str) -> dict[str, dict[str, str]]:
    """The rows by goal. Raises BuildError where a goal stands twice."""
    result = {row["goal_id"]: row for row in rows}
    if len(result) != len(rows):
        raise BuildError(f"{file_name}: a goal stands twice")
    return result


def correct(goals: dict[str, dict[str, str]], corrections: Iterable[Row]) -> None:
    """Puts what a goal's source says in place of what the transcription holds, and says so in the
    goal's note.

    Raises BuildError for an unknown goal, or a cell that does not hold what is to be corrected.
    """
    told: dict[str, dict[tuple[str, str], list[str]]] = {}
    for given in corrections:
        goal, column = goals.get(given["goal_id"]), given["column"]
        if goal is None or goal.get(column) != given["before"]:
            raise BuildError(
                f"goal_corrections.csv: {given['goal_id']} has not {given['before']!r} as {column}"
            )
        goal[column] = given["value"]
        source = (given["source_ref"], given["read_on"])
        told.setdefault(given["goal_id"], {}).setdefault(source, []).append(column)
    for goal_id, sources in told.items():
        lines = [
            f"{', '.join(columns)}: {source_ref}, read {read_on}"
            for (source_ref, read_on), columns in sources.items()
        ]
        goals[goal_id]["note"] = "; ".join(filter(None, (goals[goal_id]["note"], *lines)))


def build_goals(sources: Path, target: Path, own: Path = OWN) -> dict[str, int]:
    """Writes goals.csv: the publisher's columns, status and note, and our own columns last; then
    corrected and with the goals found since."""
    goals = read_rows(sources / "goals" / "city_goals.csv")
    notes = by_goal(read_rows(sources / "goals" / "city_goals_notes.csv"), "city_goals_notes.csv")
    titles = by_goal(read_rows(own / "goal_titles_en.csv"), "goal_titles_en.csv")
    readings = by_goal(read_rows(own / "goal_assumptions.csv"), "goal_assumptions.csv")
    known = by_goal(goals, "city_goals.csv").keys()
    for name, table in (("city_goals_notes.csv", notes), ("goal_titles_en.csv", titles)):
        if table.keys() != known:
            raise BuildError(f"{name}: other goals than in city_goals.csv: {table.keys() ^ known}")
    if not readings.keys() <= known:
        raise BuildError(f"goal_assumptions.csv: unknown goals {readings.keys() - known}")
    columns = (*goals[0], "status", "note", "title_en", "state", *OWN_COLUMNS)
    for goal in goals:
        goal_id = goal["goal_id"]
        goal["source_ref"] = address(STORED_NAMES.get(goal["source_ref"], goal["source_ref"]))
        goal |= {name: notes[goal_id][name] for name in ("status", "note")}
        goal["title_en"] = titles[goal_id]["title_en"]
        reading = readings.get(goal_id, {})
        goal |= {column: reading.get(column, "") for column in OWN_COLUMNS}
    goals += read_rows(own / "goals_added.csv")
    goals_by_id = by_goal(goals, "goals_added.csv")
    correct(goals_by_id, read_rows(own / "goal_corrections.csv"))
    for goal in goals:
        goal["state"] = state(goal)
    rows = [[goal[column] for column in columns] for _, goal in sorted(goals_by_id.items())]
    return {"goals.csv": write_rows(target / "goals.csv", columns, rows)}


def build_commitments(sources: Path, target: Path) -> dict[str, int]:
    """Writes commitments.csv; a city's commitments name its contract."""
    rows = read_rows(sources / "goals" / "commitments.csv")
    columns = (
        "commitment_id",
        "contract_id",
        "party_kind",
        "party",
        "municipality_code",
        "section",
        "title_sv",
        "title_en",
        "quote_sv",
        "due",
        "theme",
    )
    written = (
        [
            row["id"],
            CONTRACTS.get(row["municipality_code"], ""),
            *(row[column] for column in columns[2:]),
        ]
        for row in rows
    )
    return {"commitments.csv": write_rows(target / "commitments.csv", columns, written)}


def build_activities(sources: Path, target: Path) -> dict[str, int]:
    """Writes activities.csv; their status is dated by the contract that tells it."""
    taken = (
        "municipality_code",
        "title_sv",
        "title_en",
        "work_package",
        "focus_area",
        "responsible",
        "partners",
        "financed_by",
        "start",
        "end",
        "section",
        "quote_sv",
    )
    rows = read_rows(sources / "goals" / "activities.csv")
    columns = ("activity_id", *taken, "status", "status_date", "status_source")
    written = []
    for row in rows:
        status = row["status_as_told"]
        if status not in ACTIVITY_STATUSES:
            raise BuildError(f"activities.csv: {row['id']} has the unknown status {status!r}")
        written.append(
            [
                row["id"],
                *(row[column] for column in taken),
                ACTIVITY_STATUSES[status],
                TOLD,
                TOLD_NOTE,
            ]
        )
    return {"activities.csv": write_rows(target / "activities.csv", columns, written)}


def build_contracts(target: Path) -> dict[str, int]:
    """Writes contracts.csv: the two whole contracts that have been read."""
    columns = (
        "contract_id",
        "municipality_code",
        "title",
        "version_year",
        "valid_year",
        "source_id",
        "note",
    )
    note = "the text says that it holds for 2024; it does not give the day of signing"
    rows = [
        (
            contract_id,
            code,
            f"Klimatkontrakt 2030, version {VERSION_YEAR}",
            VERSION_YEAR,
            VALID_YEAR,
            "klimatkontrakt-2024",
            note,
        )
        for code, contract_id in sorted(CONTRACTS.items())
    ]
    return {"contracts.csv": write_rows(target / "contracts.csv", columns, rows)}


def build(sources: Path, target: Path) -> dict[str, int]:
    """Writes the four files; rows per file."""
    return {
        **build_goals(sources, target),
        **build_commitments(sources, target),
        **build_activities(sources, target),
        **build_contracts(target),
    }
