"""Breaks in a series, in words: a sector that a release fills in only from some year on."""

from collections.abc import Iterable

from layouts.phrases.text import Text
from progress.emissions.series_breaks import SectorStart
from progress.phrases.formats import tonnes
from progress.phrases.words import sector_word
from progress.records import SectorValue


def break_notes(starts: Iterable[SectorStart], release: str, t: Text) -> list[str]:
    """One sentence or two a break; `release` is the release in words."""
    return [
        t(
            "breaks.late_sector",
            sector=sector_word(start.sector, t.lang),
            year=start.first_year,
            release=release,
        )
        for start in starts
    ]


def breaks_here(
    starts: Iterable[SectorStart], sectors: Iterable[SectorValue]
) -> tuple[SectorStart, ...]:
    """The breaks that show in one municipality: those of sectors where it has any emissions."""
    filled = {sector.sector for sector in sectors if sector.tonnes != 0}
    return tuple(start for start in starts if start.sector in filled)


def local_break_notes(
    starts: Iterable[SectorStart],
    sectors: tuple[SectorValue, ...],
    names: tuple[str, str],
    t: Text,
) -> list[str]:
    """The breaks that show in one municipality, each with the size it has there.

    `names` are the release's, in words, and the municipality's.
    """
    release, place = names
    notes = []
    for start in breaks_here(starts, sectors):
        first = next(
            sector.tonnes
            for sector in sectors
            if sector.sector == start.sector
            and sector.tonnes != 0
            and sector.year >= start.first_year
        )
        (words,) = break_notes((start,), release, t)
        year = next(
            sector.year
            for sector in sectors
            if sector.sector == start.sector and sector.tonnes != 0
        )
        size = t("breaks.here", name=place, year=year, tonnes=tonnes(first, t.lang))
        notes.append(f"{words} {size}")
    return notes
