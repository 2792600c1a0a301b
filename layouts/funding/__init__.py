"""The pages of a grant, and of who gives it, who receives it and what programme it is of."""

from layouts.funding.answers import GrantAnswers, GroupAnswers
from layouts.funding.grant import page as grant_page
from layouts.funding.group import page as group_page

__all__ = ["GrantAnswers", "GroupAnswers", "grant_page", "group_page"]
