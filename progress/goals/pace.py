"""How much faster emissions must fall than they do: the needed rate against the done one."""


def pace_gap(needed: float | None, done: float | None) -> float | None:
    """The needed yearly reduction less what has been done, as a share; above zero is too slow.

    A goal that is reached needs nothing: then only what has been done counts, the other way. None
    where the done rate is not known.
    """
    if done is None:
        return None
    return (0.0 if needed is None else needed) - done
