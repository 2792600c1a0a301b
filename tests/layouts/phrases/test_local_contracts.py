"""Work packages with their status lines, and local climate contracts, on a page."""

import re
from datetime import date

from layouts.html.to_html import to_html
from layouts.phrases.local_contracts import local_section, packages_section
from layouts.phrases.status_lines import status_lines_svg
from layouts.phrases.text import text
from progress.corrections import Action
from progress.promises.local_contracts import (
    LocalContract,
    LocalContracts,
    LocalSignatory,
    WorkPackage,
)
from progress.records import StatusReport
from tests.layouts.phrases.test_corrections import made

TODAY = date(2026, 6, 1)
PACKAGE = WorkPackage(
    "p1",
    "9001",
    None,
    "Provpaket",
    "Trial package",
    "",
    "",
    "",
    "",
    "3.3",
    "",
    "Provord om paketen",
    "late",
    date(2024, 5, 31),
    "",
    "",
)
TOLD = (
    StatusReport("p1", date(2023, 12, 8), "running", "Provord", "Provmöte"),
    StatusReport("p1", date(2024, 5, 31), "late", "<b>Sent</b>", "Provmöte"),
)
ABOUT = LocalContract(
    "9001", "2023-11", 40, True, "Prov", "", "Cirka 40 har skrivit.", "7", "Prov", ""
)


def joined(
    *local: LocalContract, names: tuple[str, ...] = (), told: tuple[StatusReport, ...] = TOLD
) -> LocalContracts:
    listed = tuple(LocalSignatory("9001", name, "", "2023-11", "Provlista", "") for name in names)
    return LocalContracts((PACKAGE,), {"p1": told}, local, listed, TODAY)


def words(component: object) -> str:
    plain = re.sub(r"<[^>]+>", " ", to_html(component))
    return re.sub(r"\s+", " ", plain.replace("\u00a0", " "))


def test_a_package_that_was_corrected_says_so() -> None:
    fixed = made(0, Action.CORRECT, "p1")
    said = words(packages_section(joined(), "sv", (fixed,)))
    assert "Rättad 30 november 2026: fel år." in said
    assert "Rättad" not in words(
        packages_section(joined(), "sv", (made(0, Action.CORRECT, "p10"),))
    )


def test_a_package_shows_its_newest_check_in_and_every_earlier_one() -> None:
    said = words(packages_section(joined(), "sv"))
    assert "Provpaket" in said
    assert said.index("31 maj 2024") < said.rindex("8 december 2023")
    assert "äldre än ett år" in said
    assert "&lt;b&gt;Sent&lt;/b&gt;" in said
    assert "Provord om paketen" in said
    assert "Trial package" in words(packages_section(joined(), "en"))


def test_a_status_line_tells_each_status_by_its_form() -> None:
    drawn = status_lines_svg([("Provpaket", TOLD)], TODAY, "Prov", text("sv"))
    assert drawn.count("<svg") == 2
    assert drawn.count("stroke-dasharray") == 2
    assert drawn.count("<circle") == 2
    assert "<title>31\u00a0maj\u00a02024: försenat</title>" in drawn
    assert ">2023<" in drawn
    assert ">2026<" in drawn


def test_a_line_ends_a_year_after_its_check_in() -> None:
    one = StatusReport("p1", date(2023, 1, 1), "running")
    drawn = status_lines_svg([("Provpaket", (one,))], date(2027, 1, 1), "Prov", text("sv"))
    line = re.search(r'<path d="M([\d.]+) [\d.]+L?\s*([\d.]+)[^"]*" class="ln t1"', drawn)
    assert line is not None, drawn
    first, last = float(line[1]), float(line[2])
    assert 0.24 < (last - first) / (720 - 26) < 0.26


def test_where_nobody_has_checked_in_nothing_is_drawn_and_it_is_said() -> None:
    assert status_lines_svg([("Provpaket", ())], TODAY, "Prov", text("sv")) == ""
    said = words(packages_section(joined(told=()), "sv"))
    assert "Läget är rapporterat för 0 av dem." in said
    assert "ingen avstämning" in said


def test_a_city_without_packages_or_local_contract_has_no_such_section() -> None:
    nothing = LocalContracts((), {}, (), (), TODAY)
    assert packages_section(nothing, "sv") is None
    assert local_section(nothing, "Provköping", "sv") is None
    assert packages_section(None, "sv") is None


def test_a_number_that_is_about_is_never_shown_as_exact() -> None:
    said = words(local_section(joined(ABOUT), "Provköping", "sv"))
    assert "Cirka 40 hade skrivit under det lokala klimatkontraktet i Provköping" in said
    assert "(november 2023)" in said
    assert "Vilka de är finns det ingen lista över här." in said
    assert "About 40 had signed" in words(local_section(joined(ABOUT), "Provköping", "en"))


def test_a_list_names_organisations_with_its_source() -> None:
    said = words(local_section(joined(names=("Provbolaget",)), "Provköping", "sv"))
    assert "Organisationer som har skrivit under (1)" in said
    assert "Provbolaget (november 2023)" in said
    assert "Provlista" in said


def test_a_package_without_a_check_in_stands_among_those_with_one() -> None:
    rows = [("Provpaket", TOLD), ("Testpaket", ())]
    drawn = status_lines_svg(rows, TODAY, "Prov", text("sv"))
    assert "Testpaket: ingen avstämning" in drawn


def test_a_list_that_names_fewer_than_have_signed_says_so() -> None:
    said = words(local_section(joined(ABOUT, names=("Provbolaget", "Testbolaget")), "Prov", "sv"))
    assert "Listan har 2 namn; senast hade cirka 40 skrivit under." in said
    two = LocalContract("9001", "2024", 2, False, "Prov", "", "", "7", "Prov", "")
    said = words(local_section(joined(two, names=("Provbolaget", "Testbolaget")), "Prov", "sv"))
    assert "Listan har" not in said
