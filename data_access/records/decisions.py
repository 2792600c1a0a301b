"""The fields of meetings, and of what they are asked to decide, have decided and followed up."""

from data_access.records.field import Bound, Field, Kind, Record, named
from data_access.records.shared import MUNICIPALITY, SOURCE_REF
from data_access.records.words import EXAMPLE
from progress.promises.decisions import DecisionState

CODE = named(MUNICIPALITY, examples=("0000", "0000"))
BODY = Field(
    "body",
    Kind.PROSE,
    "body that meets and decides",
    "Vilka som möts och beslutar: klimatstyrgruppen",
    "Who meets and decides: the climate steering group",
    headers=("Organ",),
    examples=(f"{EXAMPLE}styrgruppen", f"{EXAMPLE}styrgruppen"),
)
SNAPSHOT = Field(
    "snapshot",
    Kind.TEXT,
    "name of the snapshot that the meeting saw",
    "Namnet på den ögonblicksbild som mötet såg; tomt om ingen togs",
    "Name of the snapshot that the meeting saw; empty where none was taken",
    headers=("Ögonblicksbild",),
    examples=("Styrgrupp mars (påhittat)", ""),
)
TOLD = Field(
    "source_title",
    Kind.PROSE,
    "where it is told, such as the minutes",
    "Var det står: protokoll eller kallelse",
    "Where it is told: minutes or an agenda",
    headers=("Källa",),
    needed=True,
    filled=True,
    examples=("Protokoll (påhittat)", "Kallelse (påhittad)"),
)

MEETING = Record(
    "meetings",
    (
        CODE,
        Field(
            "day",
            Kind.DAY,
            "day of the meeting",
            "Mötets dag: 2026-11-26",
            "The day of the meeting: 2026-11-26",
            headers=("Dag", "Datum"),
            needed=True,
            filled=True,
            examples=("2026-03-26", "2026-11-26"),
        ),
        named(BODY, needed=True, filled=True),
        SNAPSHOT,
        TOLD,
        SOURCE_REF,
    ),
    key=("municipality_code", "day", "body"),
    scope=("municipality_code",),
)

DECISION = Record(
    "decisions",
    (
        Field(
            "decision_id",
            Kind.TEXT,
            "id of the matter",
            "Ärendets id, oföränderligt från förslag till uppföljning",
            "The matter's id, the same from proposal to follow-up",
            headers=("Id", "Ärende"),
            needed=True,
            filled=True,
            examples=(f"{EXAMPLE}1", f"{EXAMPLE}2"),
        ),
        CODE,
        Field(
            "text",
            Kind.PROSE,
            "what is proposed or decided, in the city's own words",
            "Vad som föreslås eller har beslutats, i en mening",
            "What is proposed or has been decided, in a sentence",
            headers=("Beslut", "Förslag"),
            needed=True,
            filled=True,
            examples=(
                "Bussarna i Exempelstad drivs med el från 2028 (påhittat)",
                "Exempelstad tar fram en plan för laddning (påhittat)",
            ),
        ),
        Field(
            "state",
            Kind.WORD,
            "where the matter stands",
            "proposed föreslaget, decided beslutat, rejected avslaget, done genomfört, "
            "not_done inte genomfört",
            "proposed, decided, rejected, done, or not_done: decided but not carried out",
            words=tuple(DecisionState),
            headers=("Läge",),
            needed=True,
            filled=True,
            examples=("decided", "proposed"),
        ),
        Field(
            "responsible",
            Kind.PROSE,
            "who is to carry it out; never a person's name",
            "Vem som ska genomföra det: en förvaltning eller ett bolag, aldrig en persons namn",
            "Who is to carry it out: a department or a company, never a person's name",
            headers=("Ansvarig",),
            examples=("Samhällsbyggnad (påhittat)", "Samhällsbyggnad (påhittat)"),
        ),
        Field(
            "due",
            Kind.TIME,
            "when it is to be ready; may be a part of a date",
            "När det ska vara klart: 2028, 2028-06 eller 2028-06-30",
            "When it is to be ready: a year, a month or a day",
            headers=("Klart",),
            examples=("2028", "2027-06"),
        ),
        Field(
            "cost_sek",
            Kind.AMOUNT,
            "cost in kronor, as stated",
            "Kostnad i kronor, som förslaget anger den",
            "Cost in kronor, as the proposal states it",
            unit="SEK",
            headers=("Kostnad",),
            examples=("12000000", ""),
        ),
        *(
            Field(
                f"effect_{end}_t",
                Kind.NUMBER,
                f"the {end} end of the yearly cut, as stated",
                f"Minskning i ton om året, {word} värde",
                f"Cut in tonnes a year, the {end} end",
                unit="t/year",
                headers=(f"Effekt {word}",),
                bound=Bound.NOT_NEGATIVE,
                examples=(example, ""),
            )
            for end, word, example in (("low", "lägsta", "300"), ("high", "högsta", "500"))
        ),
        Field(
            "pledge_id",
            Kind.TEXT,
            "id of the commitment, activity or work package that it is about",
            "Id för åtagandet, aktiviteten eller arbetspaketet som det gäller",
            "Id of the commitment, activity or work package that it is about",
            headers=("Åtagande",),
        ),
        Field(
            "meeting_day",
            Kind.DAY,
            "day of the meeting that decides or has decided",
            "Dagen för mötet som beslutar eller har beslutat",
            "The day of the meeting that decides or has decided",
            headers=("Mötesdag",),
            examples=("2026-03-26", "2026-11-26"),
        ),
        BODY,
        SNAPSHOT,
        Field(
            "followed_up",
            Kind.DAY,
            "day of the newest follow-up",
            "Dagen då det senast följdes upp",
            "The day it was last followed up",
            headers=("Uppföljt",),
            examples=("2026-11-26", ""),
        ),
        Field(
            "comment",
            Kind.PROSE,
            "comment of the follow-up",
            "Vad uppföljningen säger",
            "What the follow-up says",
            headers=("Kommentar",),
            examples=("Upphandlingen har börjat (påhittat)", ""),
        ),
        TOLD,
        SOURCE_REF,
    ),
    key=("decision_id",),
    scope=("municipality_code",),
)
