"""The edition of what is imported: of statistics it decides who sees them, so it is said."""

from data_access.columns import FIRST_YEAR
from data_access.imports.draft import ImportRefused, Options
from progress.i18n import say
from progress.releases.order import future


def check_time(options: Options) -> None:
    """Nothing is published in time to come. Raises ImportRefused."""
    if options.edition is not None and options.edition < FIRST_YEAR:
        raise ImportRefused(
            say("import.edition_year_from_on", edition=options.edition, first_year=FIRST_YEAR)
        )
    if to_come := future(options.edition, options.released, options.today):
        raise ImportRefused(say("import.nothing_can_be_published_then_yet", to_come=to_come))


def check_edition(options: Options) -> None:
    """Statistics say their edition; it is never guessed from a label. Raises ImportRefused."""
    if options.edition is None:
        raise ImportRefused(say("import.emissions_need_their_edition_which_decides"))
