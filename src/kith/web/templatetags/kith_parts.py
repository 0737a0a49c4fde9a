"""The parts of a page as template tags. Each takes frozen dataclasses of `kith.web.shown` and asks nothing else."""

import re
from typing import Any

from django import template
from django.forms import BoundField, FileField, Textarea
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
from kith.web.words import quoted

register = template.Library()

Context = dict[str, Any]

#: Short choices stand side by side, or where there are more of them in even columns. Of a long list that nobody has to go
#: through, the first stand open; of one in which a single answer is looked for, as soon as there are more than these.
SIDE_BY_SIDE_AT_MOST, SHORT = 6, 24
LONG_LIST, SHOWN_OF_IT = 30, 8


@register.simple_tag
def icon(name: str) -> SafeString:
    return icon_svg(name)


@register.filter
def tel(number: str) -> str:
    """The number as a link wants it: digits and a leading plus."""
    return re.sub(r"(?!^\+)\D", "", number)


register.filter("quoted", quoted)


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


@register.inclusion_tag("forms/field.html")
def field(bound: BoundField, small: bool = False, folded: bool = False, first: bool = False) -> Context:
    """One question of a form: label or legend, hint, errors, then the boxes. `small`: the choices stand side by side.

    `folded`: the question stands above it already, where it is folded away, and is only read aloud here; of a document,
    what may be chosen is said still. `first`: the caret is in it.
    """
    hinted = bound.help_text and (not folded or isinstance(bound.field, FileField))
    several = getattr(bound.field.widget, "widgets", None)
    described = " ".join(
        f"{bound.auto_id}_{what}" for what, there in (("hint", hinted), ("error", bound.errors)) if there
    )
    attrs: dict[str, str | bool] = {"class": "box box--words" if isinstance(bound.field.widget, Textarea) else "box"}
    if described:
        attrs["aria-describedby"] = described
    if first:
        attrs["autofocus"] = True
    options = [] if several or not bound.use_fieldset else list(bound.subwidgets)
    long = LONG_LIST if getattr(bound.field.widget, "allow_multiple_selected", True) else SHOWN_OF_IT
    shown = SHOWN_OF_IT if len(options) > long and not bound.field.required else len(options)
    short = all(len(str(one.choice_label)) <= SHORT for one in options)
    return {
        "field": bound,
        "small": small or (short and len(options) <= SIDE_BY_SIDE_AT_MOST),
        "even": short,
        "options": options[:shown],
        "more": options[shown:],
        "more_is_open": any(one.data["selected"] for one in options[shown:]),
        "nothing": [one.data["value"] for one in options] in ([], [""]),
        "folded": folded,
        "hint": bound.help_text if hinted else "",
        "described": described,
        "parts": _parts(bound) if several else (),
        "input": "" if bound.use_fieldset else bound.as_widget(attrs=attrs),
    }


def _parts(bound: BoundField) -> tuple[Context, ...]:
    """The day and the time of one moment, each with a label of its own."""
    values = bound.field.widget.decompress(bound.value()) if not isinstance(bound.value(), list) else bound.value()
    words = (("The day", "date", 10), ("The time", "time", 5))
    return tuple(
        {
            "label": label,
            "type": kind,
            "name": f"{bound.html_name}_{number}",
            "id": f"{bound.auto_id}_{number}",
            "value": str(value or "")[:length],
        }
        for number, ((label, kind, length), value) in enumerate(zip(words, values, strict=True))
    )


def _lead(duty: ShownDuty) -> Context:
    """How the child's name stands before the sentence, which is shown as it was said.

    A sentence that opens with the child's name, or with the first name and the age in brackets, has it turned into
    the link, and so has one that names a team or setting; any other gets the name and age before it.
    """
    sentence, name = duty.sentence, duty.child_name
    if not duty.child_age_words and name in sentence:
        before, _, rest = sentence.partition(name)
        return {"before": before, "name": name, "age": "", "rest": rest}
    first_name = name.split(" ")[0]
    if sentence.startswith((f"{name} ", f"{name}, ")):
        return {"name": name, "age": "", "rest": sentence.removeprefix(name)}
    if sentence.startswith(f"{first_name} ("):
        return {"name": name, "age": "", "rest": sentence.removeprefix(first_name)}
    return {"name": name, "age": duty.child_age_words, "rest": f" {sentence}"}
