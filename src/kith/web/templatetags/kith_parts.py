"""The parts of a page as template tags. Each takes frozen dataclasses of `kith.web.shown` and asks nothing else."""

import re
from typing import Any

from django import template
from django.utils.safestring import SafeString

from kith.web.components.icons import BANNER_ICON, DUTY_ICON, icon_svg
from kith.web.shown import (
    ShownBanner,
    ShownClock,
    ShownDuty,
    ShownEntry,
    ShownKnownOn,
    ShownPanel,
    ShownPerson,
)

register = template.Library()

Context = dict[str, Any]


@register.simple_tag
def icon(name: str) -> SafeString:
    return icon_svg(name)


@register.filter
def tel(number: str) -> str:
    """The number as a link wants it: digits and a leading plus."""
    return re.sub(r"(?!^\+)\D", "", number)


@register.inclusion_tag("parts/duty_box.html")
def duty_box(duty: ShownDuty, names_child: bool = False) -> Context:
    """The one warning of a page. `names_child` links the child, for pages that are about more than one."""
    return {"duty": duty, "icon_name": DUTY_ICON[duty.kind], "lead": _lead(duty) if names_child else None}


@register.inclusion_tag("parts/duty_row.html")
def duty_row(duty: ShownDuty, names_child: bool = False) -> Context:
    """A duty in a list: no box, no bar. Goes inside `<ol class="duties">`."""
    return {"duty": duty, "icon_name": DUTY_ICON[duty.kind], "lead": _lead(duty) if names_child else None}


@register.inclusion_tag("parts/duty_label.html")
def duty_label(kind: str, label: str) -> Context:
    return {"kind": kind, "label": label, "icon_name": DUTY_ICON[kind]}


@register.inclusion_tag("parts/clock.html")
def clock(due: ShownClock) -> Context:
    return {"due": due}


@register.inclusion_tag("parts/person_panel.html")
def person_panel(panel: ShownPanel) -> Context:
    return {"panel": panel}


@register.inclusion_tag("parts/unknown_person.html")
def unknown_person(person: ShownPerson) -> Context:
    return {"person": person}


@register.inclusion_tag("parts/agency_tag.html")
def agency_tag(words: str) -> Context:
    return {"words": words}


@register.inclusion_tag("parts/timeline_row.html")
def timeline_row(entry: ShownEntry, anchor: bool = False) -> Context:
    """One entry. `anchor` gives it its id on the page; give it once only, so that ids stay unique."""
    return {"entry": entry, "anchor": anchor}


@register.inclusion_tag("parts/banner.html")
def banner(shown: ShownBanner) -> Context:
    return {"banner": shown, "icon_name": BANNER_ICON.get(shown.kind)}


@register.inclusion_tag("parts/nothing_yet.html")
def nothing_yet(words: str, link_words: str = "", link_url: str = "") -> Context:
    return {"words": words, "link_words": link_words, "link_url": link_url}


@register.inclusion_tag("parts/known_on.html")
def known_on(shown: ShownKnownOn) -> Context:
    return {"known_on": shown}


def _lead(duty: ShownDuty) -> Context:
    """How the child's name stands before the sentence, which is shown as it was said.

    A sentence that opens with the child's name, or with the first name and the age in brackets, has it turned into
    the link; any other gets the name and age before it.
    """
    sentence, name = duty.sentence, duty.child_name
    first_name = name.split(" ")[0]
    if sentence.startswith(f"{name} "):
        return {"name": name, "age": "", "rest": sentence.removeprefix(name)}
    if sentence.startswith(f"{first_name} ("):
        return {"name": name, "age": "", "rest": sentence.removeprefix(first_name)}
    return {"name": name, "age": duty.child_age_words, "rest": f" {sentence}"}
