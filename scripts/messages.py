"""Looks after the catalogs of words (docs/words.md): `python -m scripts.messages`.

Without arguments every catalog is written anew in one form: by key, each text on one line, the
Swedish beside it as a comment for translators. `set KEY SWEDISH ENGLISH` adds a word or changes
it, `remove KEY…` takes words away.
"""

import argparse
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

from progress.i18n.catalogs import LOCALE

REFERENCE = "sv"
"""The language that the others are translated from."""

ONE_LINE = 1_000_000
Forms = str | tuple[str, ...]


def catalog_path(key: str, lang: str) -> Path:
    """The catalog that has a key: named after the key's first word."""
    return LOCALE / lang / "LC_MESSAGES" / f"{key.partition('.')[0]}.po"


def read(path: Path) -> Catalog:
    """A catalog; one that does not exist is empty."""
    lang = path.parent.parent.name
    if not path.exists():
        return Catalog(locale=lang)
    with path.open("rb") as file:
        return read_po(file, locale=lang)


def key_of(message: Message) -> str:
    """The key: the msgid, and with plurals the msgid_plural too."""
    return message.id if isinstance(message.id, str) else message.id[0]


def written(catalog: Catalog, reference: Catalog | None) -> bytes:
    """The catalog as its file: by key, with the reference's words as comments."""
    lang = str(catalog.locale_identifier)
    plural = get_plural(lang)
    ordered = Catalog(locale=lang)
    for message in sorted((each for each in catalog if each.id), key=key_of):
        beside = reference.get(key_of(message)) if reference else None
        ordered.add(
            message.id,
            message.string,
            user_comments=message.user_comments,
            auto_comments=said(beside) if beside else (),
        )
    head = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {lang}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {plural.plural_forms}\\n"\n\n'
    )
    stream = BytesIO()
    write_po(stream, ordered, width=ONE_LINE, omit_header=True)
    return head.encode() + stream.getvalue().strip() + b"\n"


def said(message: Message) -> list[str]:
    """What a message says, a line for each of its forms."""
    text = message.string or ""
    forms = [text] if isinstance(text, str) else list(text)
    return [form.replace("\n", "\\n") for form in forms]


def tidy() -> list[Path]:
    """Writes every catalog in its form; gives those that changed."""
    changed = []
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        lang = path.parent.parent.name
        source = LOCALE / REFERENCE / "LC_MESSAGES" / path.name
        text = written(read(path), None if lang == REFERENCE else read(source))
        if path.read_bytes() != text:
            path.write_bytes(text)
            changed.append(path)
    return changed


def put(words: dict[str, dict[str, Forms | None]]) -> None:
    """Adds or changes words, key → language → text (None takes it away), and tidies."""
    catalogs: dict[Path, Catalog] = {}
    for key, by_language in words.items():
        for lang, forms in by_language.items():
            path = catalog_path(key, lang)
            catalog = catalogs.setdefault(path, read(path))
            before = catalog.get(key)
            catalog.delete(key)
            if forms is not None:
                comments = before.user_comments if before else ()
                catalog.add(
                    key if isinstance(forms, str) else (key, key), forms, user_comments=comments
                )
    for path, catalog in catalogs.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(catalog, None))
    tidy()


def forms(text: str) -> Forms:
    """A text as it is given on the command line: plural forms have `|` between them."""
    parts = text.split("|")
    return text if len(parts) == 1 else tuple(parts)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m scripts.messages", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    setting = commands.add_parser("set", help="add or change; plural forms with | between")
    for name in ("key", "swedish", "english"):
        setting.add_argument(name)
    removing = commands.add_parser("remove", help="take away")
    removing.add_argument("keys", nargs="+")
    given = parser.parse_args()
    if given.command == "set":
        put({given.key: {"sv": forms(given.swedish), "en": forms(given.english)}})
    elif given.command == "remove":
        put({key: {"sv": None, "en": None} for key in given.keys})
    else:
        for path in tidy():
            print(path.relative_to(LOCALE))


if __name__ == "__main__":
    main()
