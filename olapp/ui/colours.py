"""The two palettes, and the measure of their contrast."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme, as ``#rrggbb``; each text colour is readable on all grounds."""

    ground: str
    card: str
    field: str
    line: str
    outline: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    error: str
    unknown: str
    warning: str
    info: str
    good: str
    error_ground: str


LIGHT = Colours(
    ground="#f4f5f8",
    card="#ffffff",
    field="#ffffff",
    line="#dfe2e8",
    outline="#858d9b",
    text="#1b1f27",
    muted="#566070",
    accent="#1f4e79",
    on_accent="#ffffff",
    selection="#dce8f5",
    hover="#e9edf3",
    error="#b3261e",
    unknown="#6a3fa0",
    warning="#8a4b00",
    info="#245f9e",
    good="#1b6b3c",
    error_ground="#fdf0ef",
)

DARK = Colours(
    ground="#16191e",
    card="#1f232a",
    field="#181b21",
    line="#343a45",
    outline="#79828f",
    text="#e9ebef",
    muted="#aab2be",
    accent="#8cb8e8",
    on_accent="#0e1a28",
    selection="#2b4058",
    hover="#2a2f38",
    error="#ff8f85",
    unknown="#c7abf2",
    warning="#f5be6b",
    info="#8fc1f5",
    good="#86d3a1",
    error_ground="#33211f",
)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours as WCAG 2 defines it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
