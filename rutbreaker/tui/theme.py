"""The program's own two themes: warm paper by day, a dim room by night. The only place with colour values."""

from textual.theme import Theme

DARK = Theme(
    name="rutbreaker-dark",
    dark=True,
    background="#1b1917",
    surface="#232120",
    panel="#2e2a27",
    foreground="#e9e1d6",
    primary="#e2ac70",
    secondary="#9fb7c4",
    accent="#86c0b2",
    success="#a3c585",
    warning="#e8bd62",
    error="#f08d80",
    variables={
        "text-muted": "#ada396",
        "text-disabled": "#8b8276",
        "foreground-muted": "#ada396",
        "border": "#e2ac70",
        "border-blurred": "#4b443d",
        "block-cursor-foreground": "#1b1917",
        "block-cursor-background": "#e2ac70",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#e9e1d6",
        "block-cursor-blurred-background": "#443b31",
        "block-hover-background": "#332e2a",
        "footer-background": "#232120",
        "footer-key-foreground": "#e2ac70",
        "footer-description-foreground": "#ada396",
        "input-selection-background": "#e2ac70 30%",
        "scrollbar": "#4b443d",
        "scrollbar-hover": "#6b6157",
        "scrollbar-active": "#e2ac70",
        "scrollbar-background": "#232120",
        "button-color-foreground": "#1b1917",
    },
)
"""Amber and sage on warm near-black."""

LIGHT = Theme(
    name="rutbreaker-light",
    dark=False,
    background="#fbf8f2",
    surface="#f4eee4",
    panel="#eae2d4",
    foreground="#38312a",
    primary="#8a5316",
    secondary="#3d5e70",
    accent="#1d655a",
    success="#47651b",
    warning="#7d5200",
    error="#a5322a",
    variables={
        "text-muted": "#655b4f",
        "text-disabled": "#7d7265",
        "foreground-muted": "#655b4f",
        "border": "#8a5316",
        "border-blurred": "#cfc4b3",
        "block-cursor-foreground": "#fbf8f2",
        "block-cursor-background": "#8a5316",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#38312a",
        "block-cursor-blurred-background": "#e3d3bd",
        "block-hover-background": "#e9dfcf",
        "footer-background": "#f4eee4",
        "footer-key-foreground": "#8a5316",
        "footer-description-foreground": "#655b4f",
        "input-selection-background": "#8a5316 25%",
        "scrollbar": "#cfc4b3",
        "scrollbar-hover": "#b3a691",
        "scrollbar-active": "#8a5316",
        "scrollbar-background": "#f4eee4",
        "button-color-foreground": "#fbf8f2",
    },
)
"""Brown ink and moss on warm paper."""

THEMES = (DARK, LIGHT)
"""Both, the one to start with first."""
