"""What a view rests on, for its footer, the speaker's notes and the minutes."""

from collections.abc import Sequence
from datetime import date

from layouts.links.addresses import Address
from layouts.meeting.answers import MeetingAnswers
from layouts.meeting.view import View
from layouts.phrases.releases import release_title
from layouts.phrases.text import Text
from progress.phrases.formats import day
from progress.records import Release
from progress.snapshots import SnapshotName


def page_address(address: Address) -> Address:
    """The meeting's page with the choices that a file of it was asked for with."""
    return Address("meeting", address.lang, address.slug, query=address.query)


def all_releases(answers: MeetingAnswers, views: Sequence[View]) -> tuple[Release, ...]:
    """Every release that some view rests on, each once."""
    kinds = tuple(dict.fromkeys(kind for view in views for kind in view.kinds))
    return tuple({release.label: release for release in rests_on(answers, kinds)}.values())


def since_words(since: SnapshotName, t: Text) -> str:
    """Which earlier meeting the changes are counted from, with its day."""
    return t("meeting.changes.since", name=since.name, day=day(since.taken.date(), t.lang))


def rests_on(answers: MeetingAnswers, kinds: tuple[str, ...]) -> list[Release]:
    """The emission release that is shown, and of each other kind those that hold rows of the
    municipality, the newest first."""
    result = []
    for kind in kinds:
        if kind == "emissions":
            result.append(answers.city.release)
            continue
        behind = (
            release for release in answers.city.all_releases if release.label in answers.behind
        )
        of_kind = [each for each in behind if each.kind == kind]
        result += sorted(of_kind, key=lambda each: each.imported, reverse=True)
    return result


def state_words(answers: MeetingAnswers, t: Text) -> str:
    """Which state of the store it was read from: "Dataversion 7 (1 juni 2026)."."""
    number, _, moment = answers.version.partition("-")
    state = f"{number} ({day(date.fromisoformat(moment[:8]), t.lang)})" if moment else number
    words = t("meeting.foot.version", version=state)
    if not answers.drafts_of:
        return words
    return f"{words} {t('meeting.foot.drafts', owners=', '.join(answers.drafts_of))}"


def foot_words(answers: MeetingAnswers, view: View, t: Text) -> str:
    """Data version and releases with their days."""
    lines = [release_words(release, t) for release in rests_on(answers, view.kinds)]
    state = state_words(answers, t)
    return f"{state} {t('meeting.foot.releases', releases='; '.join(lines))}" if lines else state


def release_words(release: Release, t: Text) -> str:
    """A release with the day that it was released, or that it was loaded where that is unknown."""
    title = release_title(release, t)
    if release.released is not None:
        return t("meeting.foot.released", title=title, day=day(release.released, t.lang))
    return t("meeting.foot.imported", title=title, day=day(release.imported.date(), t.lang))
