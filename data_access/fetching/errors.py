"""What keeps a file from being fetched."""


class FetchFailed(Exception):  # noqa: N818
    """Nothing was fetched, and what is stored is as it was; the message says why and what to do."""


class TryAgain(FetchFailed):
    """The server or the line failed for a moment; `seconds` is how long the server asks to wait."""

    def __init__(self, message: str, seconds: float | None = None) -> None:
        super().__init__(message)
        self.seconds = seconds
