"""What the people who work at a team or setting know, and who there answers for it."""

from datetime import date

from kith.policy import calendar, standards
from kith.policy.facts.learned import Training
from kith.policy.findings import OwedBy
from kith.policy.picture import SettingPicture
from kith.vocabulary import AgencyType, Role, Topic

#: Who answers for a place, by what sort of place it is (ours; to be checked by a practitioner).
_ANSWERS: dict[str, Role] = {
    AgencyType.SOCIAL_CARE: Role.SOCIAL_CARE_MANAGER,
    AgencyType.HUB: Role.HUB_DECISION_MAKER,
    AgencyType.EMERGENCY_DUTY: Role.EMERGENCY_DUTY,
    AgencyType.EARLY_HELP: Role.EARLY_HELP_WORKER,
    AgencyType.HEALTH_VISITING: Role.HEALTH_VISITOR,
    AgencyType.GP_PRACTICE: Role.GP,
    AgencyType.HOSPITAL: Role.HOSPITAL_STAFF,
    AgencyType.NURSERY: Role.NURSERY_WORKER,
    AgencyType.SCHOOL: Role.SCHOOL_STAFF,
    AgencyType.POLICE: Role.POLICE_OFFICER,
    AgencyType.HOUSING: Role.HOUSING_OFFICER,
}


def answers_for_setting(picture: SettingPicture) -> OwedBy:
    """Who answers for the training of a team's or setting's staff: the place itself."""
    return OwedBy(_ANSWERS.get(picture.setting.type, Role.UNKNOWN), picture.id)


def running_out(picture: SettingPicture, *topics: Topic) -> tuple[tuple[date, Training], ...]:
    """The last training of each member of staff in these topics, where it has run out or soon will; the first to first."""
    trained = (picture.of_person(who, Training).belonging_to(topic)[-1:] for who in picture.staff for topic in topics)
    found = ((one.expires_on, one) for last in trained for one in last if one.expires_on)
    return tuple(sorted((one for one in found if _is_near(picture, one[0])), key=lambda one: (one[0], one[1].entry)))


def what_is_missing_of_training(picture: SettingPicture) -> str | None:
    """Which fact a rule about training would need, in words."""
    if not picture.has_children_open:
        return "a child to whom the team or setting is open"
    if not picture.staff:
        return "who works there"
    return None


def people_in_words(trained: tuple[tuple[date, Training], ...]) -> str:
    """How many people's training it is."""
    number = len({who for _, one in trained for who in one.about})
    return "1 person" if number == 1 else f"{number} people"


def _is_near(picture: SettingPicture, last_day: date) -> bool:
    return picture.has_passed(picture.numbers.due(standards.TRAINING_WARNING, calendar.start_of_day(last_day)))
