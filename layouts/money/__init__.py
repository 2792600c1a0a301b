"""A municipality's money: what has been granted, what flows where, what the plan needs."""

from layouts.money.answers import MoneyAnswers
from layouts.money.page import page

__all__ = ["MoneyAnswers", "page"]
