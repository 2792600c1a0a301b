"""Importers of publishers' own tables of which indicators are worked out."""

from collections.abc import Mapping

from data_access.imports.drafts import Check
from data_access.imports.statistics import power_circle, trafa

STATISTICS: Mapping[str, Check] = {
    "indicators-power-circle": power_circle.check,
    "indicators-trafa": trafa.check,
}
"""KIND of `klimat import` → the check of its files."""
