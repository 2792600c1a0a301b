"""Open data by address: the HTTP API, its description, and whole datasets as files."""

from callbacks.open_data.routes import register

__all__ = ["register"]
