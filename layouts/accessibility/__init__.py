"""The accessibility statement, with what the Swedish act (2018:1937) and Digg's model ask for."""

from layouts.accessibility.page import page

__all__ = ["page"]
