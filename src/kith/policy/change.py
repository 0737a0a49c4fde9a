"""`change(open, before, after)`: what opened, changed, was met, waived, lapsed. The only place that decides it.

`before` is what the book says now without this occasion's entries, so that what is gone because of an entry (met)
is told from what is gone by time alone (lapsed). An obligation never ends by time alone. A serious alert ends when
somebody who decides answers it, or when what it rests on was taken back, and by nothing else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kith.policy.findings import Finding, Key
from kith.policy.rulebook import Assessment
from kith.vocabulary import FindingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a moment did to the duties of one subject."""

    opened: tuple[Finding, ...] = ()
    changed: tuple[Finding, ...] = ()
    met: tuple[Key, ...] = ()
    waived: tuple[Key, ...] = ()
    lapsed: tuple[Key, ...] = ()
    rule_changed: tuple[Key, ...] = ()

    def __bool__(self) -> bool:
        return any((self.opened, self.changed, self.met, self.waived, self.lapsed, self.rule_changed))

    @property
    def keys(self) -> tuple[Key, ...]:
        """Every key that is named."""
        told = (finding.key for finding in (*self.opened, *self.changed))
        return (*told, *self.met, *self.waived, *self.lapsed, *self.rule_changed)


def change(open_now: Mapping[Key, Finding], before: Callable[[], Assessment], after: Assessment) -> Changes:
    """Compare what stands open with what the book says now. `before` is asked for only when it decides something."""
    broken = {one.rule for one in after.could_not_check}
    opened = tuple(finding for key, finding in after.findings.items() if key not in open_now)
    told_now = {key: _told(open_now[key], one, after) for key, one in after.findings.items() if key in open_now}
    changed = tuple(finding for key, finding in told_now.items() if finding != open_now[key])
    endings: dict[str, list[Key]] = {"met": [], "waived": [], "lapsed": [], "rule_changed": []}
    for key, finding in open_now.items():
        if key not in after.findings and key.rule not in broken:
            ending = _ending(key, finding, before, after)
            if ending:
                endings[ending].append(key)
    return Changes(
        opened=_in_order(opened),
        changed=_in_order(changed),
        **{name: tuple(sorted(keys)) for name, keys in endings.items()},
    )


def _ending(key: Key, finding: Finding, before: Callable[[], Assessment], after: Assessment) -> str | None:
    if key.rule not in after.rules:
        return "rule_changed"
    told = (finding, after.answered.get(key, finding))
    if any(after.has_waived(one) for one in told):
        return "waived"
    if any(after.has_considered(one) for one in told):
        return "met"
    if finding.is_serious and after.holds(finding.evidence):
        return None
    if key in before().findings:
        return "met"
    return "lapsed" if finding.may_lapse else None


def _told(was: Finding, now: Finding, after: Assessment) -> Finding:
    """What an open duty says now.

    A concern is never put off: neither by one more mark nor by an account somebody adds. What was serious stays so until
    somebody answers it or takes back what it rests on; what was entered since is added to its evidence.
    """
    if was == now or was.kind != FindingKind.ALERT or not after.holds(was.evidence):
        return now
    if now.is_serious or not was.is_serious:
        return replace(now, due_at=min((one.due_at for one in (was, now) if one.due_at), default=None))
    if set(now.evidence) <= set(was.evidence):
        return was
    evidence = tuple(dict.fromkeys((*was.evidence, *now.evidence)))
    return replace(now, severity=was.severity, due_at=was.due_at, clock=was.clock, evidence=evidence)


def _in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.key))
