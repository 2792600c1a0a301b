"""What it would take to reach a city's goals, and how far its plan reaches."""

from layouts.what_if.answers import WhatIfAnswers
from layouts.what_if.page import page

__all__ = ["WhatIfAnswers", "page"]
