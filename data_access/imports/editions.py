"""The edition of what is imported: of statistics it decides who sees them, so it is said."""

from data_access.columns import FIRST_YEAR
from data_access.imports.draft import ImportRefused, Options
from progress.release_order import future


def check_time(options: Options) -> None:
    """Nothing is published in time to come. Raises ImportRefused."""
    if options.edition is not None and options.edition < FIRST_YEAR:
        raise ImportRefused(f"edition {options.edition}: a year from {FIRST_YEAR} on")
    if to_come := future(options.edition, options.released, options.today):
        raise ImportRefused(f"{to_come}: nothing can be published then yet")


def check_edition(options: Options) -> None:
    """Statistics say their edition; it is never guessed from a label. Raises ImportRefused."""
    if options.edition is None:
        raise ImportRefused(
            "emissions need their edition, which decides what is shown: --edition YEAR, by which "
            "the publisher names these statistics, or --released YYYY-MM-DD"
        )
