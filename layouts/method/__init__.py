"""The method page: rules, their reasons and limits, and what the statistics do not say."""

from layouts.method.page import page

__all__ = ["page"]
