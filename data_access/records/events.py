"""The fields of an event: what happened in a year and shows in the emissions, with its source."""

from data_access.records.field import Field, Kind, Record, named
from data_access.records.shared import MUNICIPALITY, SOURCE_REF, YEAR
from data_access.records.words import EXAMPLE
from progress.emissions.events import Way
from progress.emissions.sectors import SECTORS

_CODES = ", ".join(SECTORS)

EVENT = Record(
    "events",
    (
        Field(
            "event_id",
            Kind.TEXT,
            "id of the event",
            "Händelsens id, oföränderligt",
            "The event's id, lasting",
            headers=("Id",),
            needed=True,
            filled=True,
            examples=(f"{EXAMPLE}1", f"{EXAMPLE}2"),
        ),
        named(
            YEAR,
            sv="Året då det hände",
            en="The year that it happened",
            examples=("2021", "2020"),
        ),
        named(
            MUNICIPALITY,
            sv="Kommunkod, fyra siffror; tomt = i hela landet",
            en="Municipality code, four digits; empty = everywhere",
            needed=False,
            filled=False,
            examples=("0000", ""),
        ),
        Field(
            "sectors",
            Kind.LIST,
            "sectors concerned; none where it only stands beside its year",
            f"Sektorer som berördes, skilda av semikolon: {_CODES}; tomt = visas bara vid året",
            f"Sectors concerned, separated by semicolons: {_CODES}; empty = only told at the year",
            headers=("Sektorer", "Sektor"),
            filled=True,
            examples=("energy", ""),
        ),
        Field(
            "way",
            Kind.WORD,
            "which way it moved emissions; empty where what is counted changed",
            "up eller down: åt vilket håll utsläppen drevs; tomt = det som räknas ändrades",
            "up or down: which way it moved emissions; empty = what is counted changed",
            words=tuple(Way),
            headers=("Riktning",),
            nothing=None,
            examples=("down", ""),
        ),
        Field(
            "title_sv",
            Kind.PROSE,
            "title in Swedish",
            "Kort, kan stå efter ett kolon",
            "Short, in Swedish; can follow a colon",
            headers=("Rubrik",),
            needed=True,
            filled=True,
            examples=(
                "pannan i Exempelstad lades ned (påhittat)",
                "något hände i hela landet (påhittat)",
            ),
        ),
        Field(
            "title_en",
            Kind.PROSE,
            "title in English",
            "Kort, på engelska",
            "Short, in English; can follow a colon",
            headers=("Rubrik på engelska",),
            needed=True,
            filled=True,
            examples=(
                "Exempelstad's boiler was shut down (made up)",
                "something happened everywhere (made up)",
            ),
        ),
        Field(
            "text_sv",
            Kind.PROSE,
            "what happened, in Swedish",
            "Vad som hände, i hela meningar",
            "What happened, in Swedish, in whole sentences",
            headers=("Text",),
            needed=True,
            filled=True,
            examples=(
                "Fjärrvärmens sista oljepanna lades ned i maj 2021. Påhittat.",
                "Påhittad händelse utan sektorer: den visas bara vid året.",
            ),
        ),
        Field(
            "text_en",
            Kind.PROSE,
            "what happened, in English",
            "Vad som hände, på engelska",
            "What happened, in English, in whole sentences",
            headers=("Text på engelska",),
            needed=True,
            filled=True,
            examples=(
                "The last oil boiler was shut down in May 2021. Made up.",
                "Made-up event without sectors: it is only told at the year.",
            ),
        ),
        Field(
            "source_title",
            Kind.PROSE,
            "title of the source",
            "Var uppgiften står: dokument eller sida",
            "Where it is told",
            headers=("Källa",),
            needed=True,
            filled=True,
            examples=("EXEMPEL, ta bort raden", "EXEMPEL, ta bort raden"),
        ),
        SOURCE_REF,
        Field(
            "read_on",
            Kind.TIME,
            "day that the source was read",
            "Dagen då källan lästes: 2026-11-30",
            "The day the source was read: 2026-11-30",
            headers=("Läst",),
        ),
    ),
    key=("event_id",),
    scope=("municipality_code",),
)
