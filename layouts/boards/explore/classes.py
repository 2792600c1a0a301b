"""What the colours of the dots tell: contract, verdict on the yardstick, size class or sector."""

from collections.abc import Mapping

import numpy as np

from layouts.boards.explore.answers import View
from progress.emissions.sectors import SECTORS
from progress.explore import SIZES
from progress.goals.verdict_model import Attainment
from progress.phrases.words import badge_of, sector_word

OTHERS, CONTRACT = 8, 1
"""Tones of those without and with a climate contract."""
VERDICTS: Mapping[Attainment, tuple[int, int]] = {
    Attainment.REACHED: (6, 9),
    Attainment.YES: (1, 4),
    Attainment.CLOSE: (3, 5),
    Attainment.NO: (7, 2),
}
"""Tones of the verdicts that the yardstick can have: of one that holds, and of one in doubt."""

Classes = tuple[tuple[int, str], ...]


def classes_of(view: View) -> tuple[list[int], Classes, str]:
    """The tone of each municipality, the words of the tones that are there, and what they tell."""
    choice = view.address.get("colour") or "contracts"
    tones, words = _BY[choice](view)
    present = {tone for tone, inside in zip(tones, view.group.tolist(), strict=True) if inside}
    classes = tuple((tone, word) for tone, word in words.items() if tone in present)
    return tones, classes, view.t(f"board.explore.colour.{choice}")


def class_notes(view: View) -> dict[str, str]:
    """Code → what the colour cannot tell: that a verdict is an indication only."""
    if view.address.get("colour") != "verdict":
        return {}
    return {
        code: badge_of(
            standing.attainment, view.t.lang, uncertain=standing.fragile, indicative=True
        )
        for code, standing in view.cube.standings.items()
        if standing.indicative
    }


def _contracts(view: View) -> tuple[list[int], dict[int, str]]:
    tones = [CONTRACT if p.is_contract_city else OTHERS for p in view.answers.municipalities]
    return tones, {
        CONTRACT: view.t("board.explore.colour.contract"),
        OTHERS: view.t("board.explore.colour.others"),
    }


def _verdicts(view: View) -> tuple[list[int], dict[int, str]]:
    """A verdict in doubt never has the colour, or the words, of one that holds (RULES §5)."""
    standings, lang = view.cube.standings, view.t.lang
    tones = [
        OTHERS if standing is None else VERDICTS[standing.attainment][standing.fragile]
        for standing in map(standings.get, view.cube.codes)
    ]
    words = {
        tones_of[uncertain]: badge_of(attainment, lang, uncertain=uncertain)
        for attainment, tones_of in VERDICTS.items()
        for uncertain in (False, True)
    }
    return tones, words | {OTHERS: badge_of(Attainment.NOT_ASSESSABLE, lang)}


def _sizes(view: View) -> tuple[list[int], dict[int, str]]:
    names = list(SIZES)
    tones = [
        next((n for n, k in enumerate(names, 1) if SIZES[k][0] <= each < SIZES[k][1]), OTHERS)
        for each in view.cube.people[:, view.column].tolist()
    ]
    return tones, {n: view.t(f"board.explore.size.{name}") for n, name in enumerate(names, 1)}


def _sectors(view: View) -> tuple[list[int], dict[int, str]]:
    """The sector that each emits most in; nobody's where nothing is known."""
    order = [SECTORS.index(code) + 1 if code in SECTORS else OTHERS for code in view.cube.sectors]
    known = np.nan_to_num(view.cube.tonnes[:, view.column], nan=-1.0)
    tones = [order[int(row.argmax())] if row.max() > 0 else OTHERS for row in known]
    return tones, {n: sector_word(code, view.t.lang) for n, code in enumerate(SECTORS, 1)}


_BY = {"contracts": _contracts, "verdict": _verdicts, "size": _sizes, "sector": _sectors}
