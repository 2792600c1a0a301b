"""The page about the site: what it shows, for whom, and where its limits are."""

from layouts.about.page import page

__all__ = ["page"]
