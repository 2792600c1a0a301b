"""Importers of publishers' own formats of grants: one module each, one writer for all."""

from data_access.imports.publishers.cordis import CORDIS
from data_access.imports.publishers.eruf import ERUF
from data_access.imports.publishers.esf import ESF
from data_access.imports.publishers.formas import FORMAS
from data_access.imports.publishers.gdp import GDP
from data_access.imports.publishers.importer import Publisher
from data_access.imports.publishers.klimatklivet import KLIMATKLIVET
from data_access.imports.publishers.kohesio import KOHESIO
from data_access.imports.publishers.lona import LONA
from data_access.imports.publishers.swecris import SWECRIS
from data_access.imports.publishers.vinnova import VINNOVA

PUBLISHERS: dict[str, Publisher] = {
    "grants-cordis": CORDIS,
    "grants-eruf": ERUF,
    "grants-esf": ESF,
    "grants-formas": FORMAS,
    "grants-gdp": GDP,
    "grants-klimatklivet": KLIMATKLIVET,
    "grants-kohesio": KOHESIO,
    "grants-lona": LONA,
    "grants-swecris": SWECRIS,
    "grants-vinnova": VINNOVA,
}
"""KIND of `klimat import` → the publisher whose format it reads."""
