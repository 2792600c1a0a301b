"""How colours look to readers who see colours otherwise, and how far apart two colours are.

The matrices are those of Machado, Oliveira and Fernandes (2009) for whole loss of one kind of cone,
on linear RGB. Differences are CIE 1976, in CIELAB under D65: about 2 can just be seen.
"""

from math import dist

Matrix = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]

KINDS: dict[str, Matrix] = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "greyscale": ((0.2126, 0.7152, 0.0722),) * 3,
}

Colour = tuple[float, float, float]


def seen(colour: str, kind: str) -> Colour:
    """A #rrggbb colour as a kind of reader sees it, in linear RGB."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    first, second, third = (
        min(1.0, max(0.0, row[0] * red + row[1] * green + row[2] * blue)) for row in KINDS[kind]
    )
    return first, second, third


def difference(one: str, other: str, kind: str) -> float:
    """How far apart two colours are for a kind of reader."""
    return dist(_lab(seen(one, kind)), _lab(seen(other, kind)))


def _lab(colour: Colour) -> Colour:
    red, green, blue = colour
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (_f(value) for value in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _f(value: float) -> float:
    return value ** (1 / 3) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29
