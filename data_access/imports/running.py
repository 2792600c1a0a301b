"""Runs one import: checks the files, compares with what is held, writes one release or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine

from data_access import clock
from data_access.clock import day_of
from data_access.derived.emission_totals import put_totals, refresh_totals
from data_access.derived.grant_columns import put_columns, refresh_columns
from data_access.derived.verdicts import refresh_verdicts, verdicts_in_use
from data_access.imports import emissions, grants
from data_access.imports.differences import difference
from data_access.imports.draft import (
    AlreadyImported,
    Draft,
    ImportRefused,
    ImportResult,
    Options,
    Problems,
)
from data_access.imports.editions import check_edition, check_time
from data_access.imports.identity import LABEL, default_label, hash_of_all, name_of
from data_access.imports.inserting import insert_rows
from data_access.imports.kinds import KINDS, STORED_AS
from data_access.imports.known import check_source, source_for, store_facts
from data_access.imports.likely_rows import check_rows
from data_access.imports.ownership import check_ids
from data_access.imports.shown import codes_of, goals_of, lines_of, turned, what_is_shown
from data_access.own_series import KIND as OWN_SERIES
from data_access.records import EARLIER_CODE
from data_access.releases import NewRelease, label_taken, loaded_before, record_release
from data_access.tables import emission, grant
from progress.emissions.series import Gas, Scope
from progress.i18n import say

Word = TypeVar("Word", Gas, Scope)

VERDICT_KINDS = frozenset(
    {"earlier-codes", "emissions", "goals", "municipalities", "own-series", "population"}
)
"""Kinds that verdicts depend on: they are computed anew in the same transaction."""


TRIED = frozenset({"emissions", "goals", "own-series"})
"""Kinds whose dry run is carried out, for the verdicts that would turn, and taken back."""


def run(
    kind: str,
    files: Sequence[Path],
    engine: Engine,
    *,
    release: str | None = None,
    gas: str | None = None,
    scope: str | None = None,
    source_id: str | None = None,
    title: str | None = None,
    edition: int | None = None,
    released: date | None = None,
    dry_run: bool = False,
    now: datetime | None = None,
    draft_of: str = "",
    draft: bool = False,
    confirmed: bool = False,
    partial: bool = False,
    only_of: str = "",
    loaded_by: str = "",
    prepare: Callable[[Connection], None] | None = None,
    finish: Callable[[Connection], None] | None = None,
    only_changes: bool = False,
) -> ImportResult:
    """Imports files of one kind as one release. `engine` must be able to write, but for a dry run.

    With `draft_of`, a city or agency that exists, only its people see the release; a `draft`
    without an owner nobody does, until it is published. `confirmed`: figures that are hardly
    possible are meant; `partial`: so is it that emissions of some municipalities alone are renewed.
    `only_of` refuses rows of all municipalities but one; `loaded_by` is the owner who can undo what
    is no draft. `prepare` comes first and `finish` last,
    in the same transaction. With `only_changes` nothing is written where the files tell nothing but
    what is known. A dry run of what turns verdicts (`TRIED`) is carried out and taken back, so that
    it can tell what will be shown: it needs the right to write, too.

    Raises ImportProblems (the files), AlreadyImported (these very files) or ImportRefused (the
    release or source asked for). In each case, and after a dry run, the store is untouched.
    """
    moment = now or clock.now()
    options = Options(
        release=release,
        gas=chosen("gas", gas, Gas),
        scope=chosen("scope", scope, Scope),
        source_id=source_id,
        title=title,
        edition=edition if edition is not None or released is None else released.year,
        released=released,
        today=day_of(moment),
        draft_of=draft_of,
        draft=draft,
        confirmed=confirmed,
        partial=partial,
        only_of=only_of,
        loaded_by=loaded_by,
    )
    if kind not in KINDS:
        raise ImportRefused(say("import.no_kind_kinds_are", kind=kind, kinds=", ".join(KINDS)))
    if not files:
        raise ImportRefused(say("import.no_file_given"))
    if release is not None and not LABEL.match(release):
        raise ImportRefused(say("import.release_use_z_0_9_point", release=release))
    check_time(options)
    with engine.connect() as conn, conn.begin() as transaction:
        if prepare is not None:
            prepare(conn)
        if kind == emissions.KIND:
            result = run_emissions(conn, files, options, moment, dry_run=dry_run)
        elif dry_run and kind in TRIED:
            result = try_out(conn, kind, files, options, moment)
        else:
            result = run_in(conn, kind, files, options, moment, dry_run=dry_run)
            if not dry_run and not options.is_draft:
                refresh_after(conn, kind, options.current_year)
        if dry_run or (only_changes and result.difference.is_empty):
            transaction.rollback()
        elif finish is not None:
            finish(conn)
    return result


def run_emissions(
    conn: Connection, files: Sequence[Path], options: Options, moment: datetime, *, dry_run: bool
) -> ImportResult:
    """An import of emissions, which says what it changes of what is shown. The caller takes a dry
    run back."""
    before = what_is_shown(conn)
    result = run_in(conn, emissions.KIND, files, options, moment)
    refresh_after(conn, emissions.KIND, options.current_year)
    lines = lines_of(conn, result.label, before, what_is_shown(conn))
    return replace(result, dry_run=dry_run, shown=tuple(lines))


def try_out(
    conn: Connection, kind: str, files: Sequence[Path], options: Options, moment: datetime
) -> ImportResult:
    """An import as everyone would see it once it is published, with the verdicts that turn. The
    caller takes it back."""
    before = what_is_shown(conn).verdicts
    published = replace(options, draft_of="", draft=False)
    result = run_in(conn, kind, files, published, moment)
    verdicts = verdicts_in_use(conn, options.current_year, codes_of(conn, result.label))
    after = {key: str(verdict.attainment) for key, verdict in verdicts.items()}
    goal_ids = goals_of(conn, result.label)
    return replace(
        result,
        dry_run=True,
        shown=tuple(turned(conn, before, after)),
        verdicts=tuple(
            verdict
            for (_, goal_id), verdict in verdicts.items()
            if goal_id in goal_ids or verdict.effective.own is not None
        ),
    )


def refresh_after(conn: Connection, kind: str, current_year: int) -> None:
    """Computes anew what the store keeps worked out and an import of this kind touches."""
    if kind == EARLIER_CODE.kind:
        refresh_totals(conn)
    if kind in VERDICT_KINDS:
        refresh_verdicts(conn, current_year)
    if kind in (EARLIER_CODE.kind, grants.KIND):
        refresh_columns(conn, all_of_them=kind == EARLIER_CODE.kind)


def chosen(what: str, word: str | None, words: type[Word]) -> Word | None:
    """An option's word as one of its kind. Raises ImportRefused for another."""
    if word is None:
        return None
    try:
        return words(word)
    except ValueError:
        raise ImportRefused(
            say("import.expected_one_of", what=what, word=word, words=", ".join(words))
        ) from None


def run_in(
    conn: Connection,
    kind: str,
    files: Sequence[Path],
    options: Options,
    moment: datetime,
    *,
    dry_run: bool = False,
) -> ImportResult:
    """The import within a transaction that the caller ends. Writes nothing in a dry run."""
    digest = hash_of_all(files)
    known = loaded_before(conn, STORED_AS.get(kind, kind), digest)
    if known is not None:
        names = ", ".join(path.name for path in files)
        raise AlreadyImported(
            say("import.is_in_store_already_as_release", names=names, known=known)
        )
    facts = replace(store_facts(conn, day_of(moment)), only_of=options.only_of)
    if not facts.sector_ids:
        raise ImportRefused(say("import.store_is_empty_run_klimat_seed"))
    check_source(conn, options)
    problems = Problems()
    draft = KINDS[kind](files, facts, options, problems)
    problems.raise_if_any()
    assert draft is not None
    if draft.completed is not None:
        draft = draft.completed(conn)
    if options.is_draft and draft.write is not None and kind != OWN_SERIES:
        raise ImportRefused(say("import.file_of_renews_what_store_has", kind=kind))
    label = (
        options.release or draft.label or default_label(draft.label_stem or kind, moment, digest)
    )
    if kind == emissions.KIND and options.release is None and draft.label is None:
        raise ImportRefused(say("import.emissions_need_label_of_their_release"))
    if not LABEL.match(label):
        raise ImportRefused(say("import.release_use_z_0_9_point", release=label))
    if kind == emissions.KIND:
        check_edition(options)
    if label_taken(conn, label):
        raise ImportRefused(say("import.release_is_in_store_already_and", label=label))
    held = draft.held(conn)
    if draft.review is not None:
        draft.review(held, problems)
    if draft.examine is not None:
        draft.examine(conn, problems)
    check_ids(conn, kind, name_of(files[0]), draft, options.only_of, problems)
    if not problems:
        check_rows(conn, draft, name_of(files[0]), options, problems)
    left_out = draft.left_out(conn, problems) if draft.left_out is not None else False
    problems.raise_if_any()
    results = difference(held, draft.values, draft.compared, draft.same)
    notes = (*problems.notices, *draft.notes)
    result = ImportResult(kind, label, draft.rows, dry_run, results, notes)
    if not dry_run:
        kind = STORED_AS.get(kind, kind)
        write(conn, kind, files, draft, label, digest, options, moment, partial=left_out)
    return result


def write(
    conn: Connection,
    kind: str,
    files: Sequence[Path],
    draft: Draft,
    label: str,
    digest: str,
    options: Options,
    moment: datetime,
    *,
    partial: bool,
) -> None:
    """Enters the release and its rows."""
    years = draft.years
    release_id = record_release(
        conn,
        NewRelease(
            label=label,
            kind=kind,
            title=options.title or draft.title or label,
            source_id=source_for(conn, options, draft.source),
            file_name=", ".join(name_of(path) for path in files),
            sha256=digest,
            rows=draft.rows,
            gas=draft.gas,
            scope=draft.scope,
            unit=draft.unit,
            edition=options.edition,
            year_first=None if years is None else years[0],
            year_last=None if years is None else years[1],
            released=options.released,
            draft_of=options.draft_of,
            draft=options.draft,
            owner=options.loaded_by,
            partial=partial,
        ),
        now=moment,
    )
    for table, rows in draft.inserts:
        if rows:
            for row in rows:
                row["release_id"] = release_id
            insert_rows(conn, table, rows)
    if any(table is emission for table, _ in draft.inserts):
        put_totals(conn, release_id)
    if any(table is grant for table, _ in draft.inserts):
        put_columns(conn, release_id)
    if draft.write is not None:
        draft.write(conn, release_id)
