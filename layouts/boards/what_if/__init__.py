"""The board of what it would take to reach a city's goals: rate, levers, scenarios."""

from layouts.boards.what_if.answers import WhatIfAnswers
from layouts.boards.what_if.controls import follow
from layouts.boards.what_if.levers import folded, whole_releases
from layouts.boards.what_if.page import page
from layouts.boards.what_if.scenarios import scenario_grid
from layouts.boards.what_if.tree import NAME, board, charts, in_browser, texts, view

__all__ = [
    "NAME",
    "WhatIfAnswers",
    "board",
    "charts",
    "folded",
    "follow",
    "in_browser",
    "page",
    "scenario_grid",
    "texts",
    "view",
    "whole_releases",
]
