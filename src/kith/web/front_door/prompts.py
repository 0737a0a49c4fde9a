"""What whoever tells us is asked first, by who they are. It changes the help under the first question, and nothing else."""

from dataclasses import dataclass

from kith.vocabulary import Role

_DO_NOT_ASK = "Do not ask the child more questions."


@dataclass(frozen=True)
class Prompt:
    """`key` stands in the address (`?as=nursery`), `words` is what somebody chooses, `role` what they are then taken for.

    `help` stands under “What has happened?”. `at_work`: they tell it because they work with children.
    """

    key: str
    words: str
    role: Role
    help: str
    at_work: bool = True


PROMPTS: tuple[Prompt, ...] = (
    Prompt(
        "nursery",
        "Nursery, childminder or playgroup",
        Role.NURSERY_WORKER,
        "In your own words: what you saw, what the child said by themselves, what was said when they were brought or "
        f"collected, and by whom. {_DO_NOT_ASK}",
    ),
    Prompt(
        "school",
        "School or college",
        Role.SCHOOL_STAFF,
        "In your own words: what you saw, the child’s own words, who heard them, and anything in attendance or behaviour "
        f"that has changed. {_DO_NOT_ASK}",
    ),
    Prompt(
        "gp",
        "GP practice",
        Role.GP,
        "In your own words: what was found, what was said of how it happened and by whom, whether that fits what the child "
        "can do, and appointments to which the child was not brought.",
    ),
    Prompt(
        "health-visitor",
        "Health visiting or school nursing",
        Role.HEALTH_VISITOR,
        "In your own words: what you saw at the visit, how the child is cared for and grows, who was at home, and what the "
        "child can do by now.",
    ),
    Prompt(
        "police",
        "Police",
        Role.POLICE_OFFICER,
        "In your own words: what happened, who was there, where the child was and what they saw or heard, and what was done "
        "at the time.",
    ),
    Prompt(
        "hospital",
        "Hospital, ambulance or other health",
        Role.HOSPITAL_STAFF,
        "In your own words: what was found and by whom, what was said of how it happened, by whom and to whom, who came "
        "with the child, and whether the child may go home.",
    ),
    Prompt(
        "other-work",
        "Other work with children or families",
        Role.UNKNOWN,
        f"In your own words: what you saw, what was said and by whom, and when. {_DO_NOT_ASK}",
    ),
    Prompt(
        "family",
        "I am family",
        Role.FAMILY_MEMBER,
        "In your own words: what worries you, what you saw or heard yourself, and what others told you. Say what you would "
        f"say on the telephone. {_DO_NOT_ASK}",
        at_work=False,
    ),
    Prompt(
        "neighbour",
        "I am a neighbour or a friend",
        Role.NEIGHBOUR,
        "In your own words: what you saw or heard, how often, and at what times. You need not be sure, and you need not "
        f"know their names. {_DO_NOT_ASK}",
        at_work=False,
    ),
    Prompt(
        "somebody",
        "I am somebody else",
        Role.MEMBER_OF_PUBLIC,
        f"In your own words: what you saw or heard, where, and when. You need not be sure. {_DO_NOT_ASK}",
        at_work=False,
    ),
)
AT_WORK = tuple(one for one in PROMPTS if one.at_work)
NOT_AT_WORK = tuple(one for one in PROMPTS if not one.at_work)


def prompt_named(key: str) -> Prompt | None:
    """The prompt of this key, if there is one."""
    return next((one for one in PROMPTS if one.key == key), None)


def prompt_for(role: Role) -> Prompt:
    """What somebody in a role is asked; whoever has none of their own, what anybody at work is."""
    return next((one for one in PROMPTS if one.role == role), AT_WORK[-1])
