"""How soon people who need to know are told, and talk with one another."""

from kith.policy.standards import sources
from kith.policy.standards.standard import Standard, Unit, at
from kith.vocabulary import Clock, Standing

_ISLINGTON_NIGHTS = (
    "Islington children's services procedures, interface with day services, where work is handed back by 9am, "
    "https://islingtonchildcare.proceduresonline.com/chapters/p_interface_day_serv.html"
)
_LINCOLNSHIRE_ESCALATION = (
    "Lincolnshire, joint professional escalation and resolution protocol, where a first step has two working days, "
    "https://www.lincolnshire.gov.uk/social-care-health/joint-professional-escalation-resolution-protocol/3"
)
_NORTHUMBERLAND_PRACTICES = (
    "Northumberland, guidance for practices on meetings about families, which sets no interval, "
    "https://www.northumberlandccg.nhs.uk/about-us/how-we-work/safeguarding/supporting-guidance-and-documentation/"
)

OUTCOME_TOLD = Standard(
    name="outcome_told",
    what="Everybody who must know of an outcome, and whoever told us of the worry, is told what was decided.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the outcome being entered",
    source=sources.together(sources.LEARNING, sources.REFERRAL_PROCESSES, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

OUTCOME_IS_NEWS = Standard(
    name="outcome_is_news",
    what="An outcome entered longer than this after it happened is history, and nobody is owed the news of it.",
    values=at(90),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the outcome happening",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

TOLD_OPENED = Standard(
    name="told_opened",
    what="Whoever was written to has opened it or answered; if not, somebody rings.",
    values=at(2),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the telling being entered",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

SCHOOL_RUNG = Standard(
    name="school_rung",
    what="A school that was to know of a domestic incident, and has not heard by the morning, is rung.",
    values=at(1),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="8am on the next working day after the incident was entered",
    source=sources.together(sources.ENCOMPASS, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

LIAISON_INTERVAL = Standard(
    name="liaison_interval",
    what="The GP practice and the health visiting team talk about a child under five who is open to services.",
    values=at(28),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="their last talk about the child, or the day all of them were first involved",
    source=sources.together(sources.LEARNING, _NORTHUMBERLAND_PRACTICES, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

LIAISON_MADE_UP = Standard(
    name="liaison_made_up",
    what="A talk between GP practice and health visiting team that did not take place in its interval is made up.",
    values=at(7),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the end of the interval",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

INJURY_SPOKEN_OF = Standard(
    name="injury_spoken_of",
    what="GP practice and health visiting team speak of a new injury that nothing on record explains.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the injury being entered",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

HANDOVER_ACCEPTED = Standard(
    name="handover_accepted",
    what="A day team has accepted by name what the Emergency Duty Service took in.",
    values=at(1),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the day team's first opening, at 9am on a working day",
    source=sources.together(_ISLINGTON_NIGHTS, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

CALLER_REACHED_SOMEBODY = Standard(
    name="caller_reached_somebody",
    what="A GP who is worried while offices are closed has spoken with somebody who can act.",
    values=at(1),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the worry being entered",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

DISAGREEMENT_ANSWERED = Standard(
    name="disagreement_answered",
    what="A professional who disagrees has an answer from those who decided; the first stage of an escalation.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the disagreement being entered",
    source=sources.together(_LINCOLNSHIRE_ESCALATION, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

HISTORY_SENT_ON = Standard(
    name="history_sent_on",
    what="The history of a child who moves has reached whoever works with the child next.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the move being entered",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)
