"""The benchmark's figures as a table, with the machine that they were measured on."""

import os
import platform
from collections.abc import Sequence
from pathlib import Path

Figures = dict[str, dict[str, float]]
"""What was measured → the kind of page → its figure."""


def report(figures: Figures, ours: str, others: Sequence[str]) -> str:
    """A Markdown table: each figure for each kind of page, and ours against the others."""
    kinds = (ours, *others)
    heads = ("", *kinds, *(f"{ours} / {other}" for other in others))
    lines = [machine(), "", _line(heads), _line(["---"] + ["---:"] * (len(heads) - 1))]
    for title, row in figures.items():
        cells = [_figure(row.get(kind)) for kind in kinds]
        lines.append(_line([title, *cells, *(_ratio(row, ours, other) for other in others)]))
    return "\n".join(lines)


def machine() -> str:
    """Processor, cores, how busy the machine was, and the versions that matter."""
    name = platform.processor() or platform.machine()
    for line in _read("/proc/cpuinfo").splitlines():
        if line.startswith("model name"):
            name = line.split(":", 1)[1].strip()
            break
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return (
        f"{name}, {os.cpu_count()} cores, load {load} (last minute), "
        f"Python {platform.python_version()}"
    )


def _read(path: str) -> str:
    file = Path(path)
    return file.read_text("utf-8") if file.exists() else ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _figure(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 10 else f"{value:.3g}"


def _ratio(row: dict[str, float], ours: str, other: str) -> str:
    if ours not in row or not row.get(other):
        return "–"
    return f"{row[ours] / row[other]:.2f}"
