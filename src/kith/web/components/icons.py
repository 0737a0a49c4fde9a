"""The few icons, drawn inline: 20 by 20, a 2 pixel line, always beside words and hidden from screen readers."""

from functools import cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

SHAPES = {
    "clock": '<circle cx="10" cy="10" r="8"/><path d="M10 5v5.5l3 2"/>',
    "clock_filled": '<circle class="icon__full" cx="10" cy="10" r="9"/><path class="icon__hole" d="M10 5v5.5l3 2"/>',
    "telephone": '<path d="M5.5 2.5 3 5c.5 6 6 11.5 12 12l2.5-2.5-4-3.5-2 1.5c-1.8-.8-3.2-2.2-4-4l1.5-2z"/>',
    "octagon": '<path class="icon__full" d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z"/>'
    '<path class="icon__hole" d="M10 5v6"/><circle class="icon__dot" cx="10" cy="14.5" r="1.3"/>',
    "ring": '<circle cx="10" cy="10" r="7.5"/>',
    "gate": '<path d="M5 2v16M15 2v16M5 7h10M5 13h10"/>',
    "lens": '<circle cx="8.5" cy="8.5" r="5.5"/><path d="m12.5 12.5 5 5"/>',
    "shield": '<path d="M10 1.8 17 4v5.5c0 4.5-3 7.3-7 8.7-4-1.4-7-4.2-7-8.7V4z"/>',
    "tick": '<path d="m3.5 10.5 4.5 4.5 8.5-10"/>',
    "eye_struck": '<path d="M1.5 10C5 4.5 15 4.5 18.5 10 15 15.5 5 15.5 1.5 10z"/>'
    '<circle cx="10" cy="10" r="2.5"/><path d="M3.5 17 16.5 3"/>',
}

DUTY_ICON = {"serious": "octagon", "late": "clock_filled", "todo": "ring", "hold": "gate", "look": "lens"}
BANNER_ICON = {"safe_contact": "shield", "not_told": "eye_struck", "online_record": "eye_struck"}


@cache
def icon_svg(name: str) -> SafeString:
    """The drawing called `name`; an unknown name is a KeyError, so that no page quietly lacks its icon."""
    return format_html(
        '<svg class="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">{}</svg>',
        mark_safe(SHAPES[name]),  # our own drawings above, never anything typed
    )
