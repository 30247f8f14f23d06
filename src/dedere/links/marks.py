"""The marks that pictures of networks are drawn with: SVG that is told apart without colour."""

from __future__ import annotations

from html import escape

R = 5


def line(name: str, left: float, right: float, y: float, width: float) -> str:
    """A level line."""
    return (
        f'<path class="{name}" d="M{left:.1f} {y}H{right:.1f}" stroke="currentColor" stroke-width="{width}"/>'
    )


def ring(name: str, x: float, y: float) -> str:
    """An open circle."""
    drawn = 'fill="none" stroke="currentColor" stroke-width="2"'
    return f'<circle class="{name}" cx="{x:.1f}" cy="{y}" r="{R}" {drawn}/>'


def disc(name: str, x: float, y: float) -> str:
    """A filled circle."""
    return f'<circle class="{name}" cx="{x:.1f}" cy="{y}" r="{R}"/>'


def diamond(name: str, x: float, y: float) -> str:
    """A filled diamond."""
    side = R + 1
    return f'<path class="{name}" d="M{x:.1f} {y - side}l{side} {side}l-{side} {side}l-{side} -{side}z"/>'


def box(name: str, left: float, right: float, y: float, middle: float) -> str:
    """An open box with a stroke at its ``middle``."""
    shape = f"M{left:.1f} {y - R}H{right:.1f}V{y + R}H{left:.1f}zM{middle:.1f} {y - R}v{2 * R}"
    return f'<path class="{name}" d="{shape}" fill="none" stroke="currentColor" stroke-width="1.5"/>'


def text(name: str, x: float, y: float, words: str, more: str = "") -> str:
    """Words, escaped; ``more`` are further attributes."""
    return f'<text class="{name}" x="{x}" y="{y}"{more}>{escape(words)}</text>'
