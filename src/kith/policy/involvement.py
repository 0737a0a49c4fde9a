"""Which services are open to the child, since when, and who answers for the child."""

from datetime import timedelta

from kith.policy.facts.family import Involvement
from kith.policy.findings import OwedBy
from kith.policy.picture import ChildPicture
from kith.vocabulary import AgencyType, Role, Service

SOCIAL_CARE_SERVICES = frozenset(
    {
        Service.ASSESSMENT,
        Service.CHILD_IN_NEED,
        Service.CHILD_PROTECTION_PLAN,
        Service.LOOKED_AFTER,
        Service.SOCIAL_CARE,
    }
)


def open_involvements(picture: ChildPicture, *services: Service) -> tuple[Involvement, ...]:
    """Services open to the child now: begun, and neither stepped down nor closed. In the order they began."""
    open_now = [
        one
        for one in picture.involvements.backwards()
        if one.service in services and not picture.step_downs.belonging_to(one.entry)
    ]
    return tuple(reversed(open_now))


def unbroken_since(
    picture: ChildPicture, involvement: Involvement, *services: Service, same_agency: bool = False
) -> Involvement:
    """The first of an unbroken line of these services: one plan that becomes another is one piece of work."""
    first = involvement
    for earlier in picture.involvements.backwards():
        ended = picture.step_downs.belonging_to(earlier.entry)
        goes_on = ended and ended[-1].happened.end >= first.happened.start - timedelta(days=1)
        if same_agency and earlier.with_agency != involvement.with_agency:
            continue
        if goes_on and earlier.service in services and earlier.happened.start < first.happened.start:
            first = earlier
    return first


def open_social_care(picture: ChildPicture) -> Involvement | None:
    """Social care's latest open episode, if there is one."""
    return next(iter(reversed(open_involvements(picture, *SOCIAL_CARE_SERVICES))), None)


def who_answers_for(picture: ChildPicture, role: Role) -> OwedBy:
    """The open social care team by role; else the hub that decided last; else the front door, whichever it is.

    What the Emergency Duty Service decided at night is the front door's by day.
    """
    episode = open_social_care(picture)
    if episode:
        return OwedBy(role, episode.with_agency)
    decided = (one for one in picture.threshold_decisions.backwards() if picture.agency_is(one.agency, AgencyType.HUB))
    hub = next(decided, None)
    return OwedBy(Role.HUB_DECISION_MAKER, hub.agency if hub else None)
