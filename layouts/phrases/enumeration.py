"""Several things in one sentence: "a, b och c"."""

from collections.abc import Sequence

from layouts.phrases.text import Text


def enumerated(words: Sequence[str], t: Text) -> str:
    """ "a", "a och b", "a, b och c"; empty for none."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {t('word.and')} {words[-1]}"
