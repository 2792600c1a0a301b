"""The comparison as a file: the same choices as the page, all measures."""

import io

from callbacks.bindings.compare import gather
from callbacks.files.flow import File, FileRequest, saved_as
from callbacks.plain_answers import NoSuchFile, why
from data_access.exports.writing import write_csv
from data_access.reading import StoreUnreachable
from layouts import compare
from layouts.compare.answers import view
from layouts.links.addresses import QueryProblem
from layouts.phrases.text import text
from progress.media_types import CSV


def table(request: FileRequest) -> File:
    """One row for each year and municipality."""
    address = request.address
    answers = gather(request.public(), address)
    if answers is None:
        raise StoreUnreachable("no emissions are loaded")
    shown = view(address, answers)
    problems = (*answers.problems, *shown.problems)
    if problems or not answers.enough:
        raise NoSuchFile(_why(problems, answers, address.lang))
    written = io.StringIO()
    write_csv(compare.FIELDS, compare.records(answers, shown), written)
    codes = "-".join(city.code for city in answers.chosen)
    return File(written.getvalue().encode("utf-8-sig"), CSV, saved_as(address, "csv", codes))


def _why(problems: tuple[QueryProblem, ...], answers: compare.CompareAnswers, lang: str) -> str:
    sentences = [why(problems, lang)] if problems else []
    if not answers.enough:
        begin = text(lang)("compare.lead.begin", fewest=compare.FEWEST, most=compare.MOST)
        sentences.append(begin)
    return "\n".join(sentences)
