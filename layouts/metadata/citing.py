"""How a dataset or a release is cited: who, when, what, where."""

from layouts.links.addresses import Address, href
from layouts.metadata.rests import Rests
from layouts.phrases.text import text
from progress.dataset import Dataset
from progress.records import Release


def cite_dataset(dataset: Dataset, rests: Rests, lang: str, base: str) -> str:
    """A dataset as the site gives it out, with its publishers and the day of the newest figures."""
    t = text(lang)
    return t(
        "catalogue.cite",
        who=", ".join(rests.publishers) or t("catalogue.title"),
        year=rests.changed.year if rests.changed is not None else t("catalogue.cite.no_year"),
        title=dataset.title(lang),
        where=f"{t('catalogue.title')}, {base}/data/{dataset.name}.csv",
    )


def cite_release(release: Release, lang: str, base: str = "") -> str:
    """A release as its publisher made it, and where its rows are here."""
    t = text(lang)
    year = release.edition or (release.released and release.released.year)
    return t(
        "catalogue.cite",
        who=release.source.publisher,
        year=year or t("catalogue.cite.no_year"),
        title=release.source.title,
        where=base + href(Address("release", lang, slug=release.label)),
    )
