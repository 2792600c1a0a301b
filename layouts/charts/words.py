"""The few words that charts and their tables need by themselves."""

from progress.i18n import text


def word(key: str, lang: str, **fields: str) -> str:
    """A word of charts by what follows `chart.` in its key. Raises KeyError for an unknown one."""
    return text(lang)(f"chart.{key}", **fields)
