"""The sheets of a workbook that explain its data: the columns, and the dataset itself."""

from collections.abc import Iterable, Mapping

from progress.dataset import Dataset
from progress.i18n import text

Explained = tuple[tuple[str, ...], Iterable[Mapping[str, str]]]


def column_sheet(dataset: Dataset) -> Explained:
    """A row for each column of the dataset."""
    rows = [
        {
            "column": column.name,
            "type": column.kind.value,
            "unit": column.unit,
            "meaning": column.description,
            "values": ", ".join(filter(None, column.values)),
            "key": "yes" if column.name in dataset.key else "",
        }
        for column in dataset.columns
    ]
    return ("column", "type", "unit", "meaning", "values", "key"), rows


def about_sheet(dataset: Dataset) -> Explained:
    """What the dataset is, in Swedish and English."""
    sv, en = text("sv"), text("en")
    rows = [
        {lang: dataset.title(lang) for lang in ("sv", "en")},
        {lang: dataset.description(lang) for lang in ("sv", "en")},
        {"sv": sv("catalogue.rights"), "en": en("catalogue.rights")},
        {"sv": sv("catalogue.empty"), "en": en("catalogue.empty")},
        {"sv": sv("catalogue.exact"), "en": en("catalogue.exact")},
    ]
    return ("sv", "en"), rows
