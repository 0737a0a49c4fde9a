"""How often ordinary things happen to small children, each number with where it comes from.

“Ours” means invented, to be checked by a practitioner; “own knowledge” means remembered, not looked up; “after” means
that a published figure gave the size and we made the number. All are a year of one child's life unless said otherwise.
"""

from kith.vocabulary import Mechanism, MotorStage, Region

# --- marks -----------------------------------------------------------------------------------------------------------

#: A bruise noticed and written down by a nursery, in a child who walks: ours. After Kemp and others 2015 (Archives of
#: Disease in Childhood 100:426), where 78.8 % of walking children's weekly charts had a bruise: few are written down.
NURSERY_MARKS = 6.0
#: The same while a child crawls or cruises: after Kemp 2015, where 45.6 % of early mobile children's charts had one.
NURSERY_MARKS_EARLY = 3.5
#: A bruise written down at one health review, or at one social worker's visit, of a child who walks: ours.
MARK_WRITTEN_AT_REVIEW = 0.15
MARK_WRITTEN_ON_VISIT = 0.05
#: A bruise found on a baby who does not move yet, at one undressed examination: Pierce and others, 1.3 % of infants up
#: to five months in emergency departments; the national Panel's range for single observations is 0.6 to 5.3 %.
MARK_BEFORE_MOVING = 0.013
#: A birthmark that a clinician writes down at the first review: ours.
BIRTHMARK = 0.05
#: Hurt by accident and taken to an emergency department: own knowledge (Public Health England: some 450,000
#: attendances a year of children under five in England, of some 3.3 million children).
HURT_AND_TAKEN_TO_HOSPITAL = 0.13
#: Where, in a child who moves: the order is Kemp 2015's (below the knee, the front of the face, the head; ears, neck,
#: buttocks and hands under 1 %), the weights are ours.
SITES = {
    Region.SHIN: 36, Region.KNEE: 21, Region.FOREHEAD: 17, Region.ELBOW: 5, Region.CHIN: 4, Region.NOSE: 3,
    Region.SCALP_FRONT: 2, Region.SCALP_BACK: 2, Region.EYEBROW: 2, Region.FOREARM: 2, Region.THIGH: 2,
    Region.CHEEKBONE: 1.5, Region.LIP: 1, Region.CHEEK: 0.7, Region.BACK: 0.7, Region.UPPER_ARM: 0.7, Region.HIP: 0.5,
    Region.HAND: 0.3, Region.EAR: 0.2, Region.BUTTOCK: 0.2,
}  # fmt: skip
#: What sort of mark a nursery writes down: ours.
SORTS = {"bruise": 75, "abrasion": 15, "cut": 4, "swelling": 4, "redness": 2}
#: How it happened, as said: ours. What the child cannot do yet is left out by whoever draws.
WAYS = {
    Mechanism.FELL_WALKING_OR_RUNNING: 55, Mechanism.BUMPED_INTO: 25, Mechanism.CLIMBED_AND_FELL: 9,
    Mechanism.HIT_BY_CHILD: 3, Mechanism.HIT_BY_OBJECT: 3, Mechanism.FELL_STANDING: 3, Mechanism.OTHER: 2,
}  # fmt: skip
WAYS_EARLY = {Mechanism.BUMPED_INTO: 60, Mechanism.FELL_STANDING: 30, Mechanism.PULLED_ONTO_SELF: 10}
#: Shares of the marks a nursery writes down, all ours: it happened there; nobody saw it and it was just noticed; the
#: account was asked for at the next session, or only when somebody was reminded; the other parent was heard too; and
#: of those, told it in words that were coded otherwise; whoever told it said who had had care.
AT_NURSERY = 0.5
JUST_NOTICED = 0.12
ASKED_NEXT_SESSION = 0.12
ASKED_WHEN_REMINDED = 0.03
SECOND_TELLER = 0.10
SECOND_CODED_OTHERWISE = 0.15
CARE_IS_SAID = 0.6

# --- growing ---------------------------------------------------------------------------------------------------------

#: Months at which it is first done: means of the World Health Organization's study (2006) where it has one; rolling and
#: running are ours. Each child's own pace is drawn about them (standard deviation 12 %, ours).
FIRST_DONE = {
    MotorStage.ROLLING: 4.5, MotorStage.SITTING: 6.0, MotorStage.CRAWLING: 8.5, MotorStage.PULLS_TO_STAND: 9.0,
    MotorStage.CRUISING: 9.5, MotorStage.WALKING: 12.1, MotorStage.RUNNING_CLIMBING: 18.5,
}  # fmt: skip
#: Days of age at which health visitors review every child (Healthy Child Programme, own knowledge), and vaccines are
#: due (England's schedule, own knowledge).
HEALTH_REVIEWS = (12, 49, 300, 790)
VACCINES = (56, 84, 112, 366, 550, 1220)
#: One appointment in ten is missed, and made again (ours).
MISSED = 0.1
#: A key person writes a new milestone down within a month (share, ours); all of them each term.
MILESTONE_WRITTEN = 0.7
TERM = 91

# --- every day -------------------------------------------------------------------------------------------------------

#: Seen by a GP and written in the shared record; taken to hospital ill: own knowledge of the size, ours as numbers.
GP_CONTACTS = 3.0
ILL_AT_HOSPITAL = 0.3
#: Absences from nursery that are written down; a small child has some eight colds a year (NHS, own knowledge).
ABSENCES = 6.0
#: What a nursery notes of a child's life, and how it is meant: ours. One in sixteen is a small worry.
NURSERY_NOTES = 12.0
SENSES = {"going_well": 55, "neither": 39, "worry": 6}
THEMES = {
    "interaction": 20, "behaviour": 20, "hunger": 12, "childs_words": 12, "sleep": 12, "development": 12, "hygiene": 6,
    "home": 3, "supervision": 3,
}  # fmt: skip
#: Has a nursery place, from some age on: ours, after the Department for Education's surveys (own knowledge).
NURSERY_PLACE = 0.75
#: Families: the father lives elsewhere (not open, open); of those, a partner of the mother's stays; a sibling; a father
#: nobody named. Ours, after the Office for National Statistics' families and households (own knowledge: some 23 % of
#: families with children have one parent).
FATHER_ELSEWHERE = {False: 0.23, True: 0.5}
PARTNER = {False: 0.2, True: 0.3}
SIBLING = 0.5
FATHER_NOT_NAMED = {False: 0.02, True: 0.05}
#: Moves house: ours.
MOVES = {False: 0.1, True: 0.2}

# --- worries ---------------------------------------------------------------------------------------------------------

#: Worries somebody tells: ours, and many more than England's referrals (some 0.05 a year of all children, own
#: knowledge of the children in need census): these are children whom somebody already knows. (Of a life that is never
#: open to services, and of one that is for a time.)
WORRIES = {False: 0.8, True: 1.6}
HARMS = {"not_said": 48, "neglect": 34, "emotional": 18}
TELLERS = {"nursery": 40, "health_visitor": 25, "grandparent": 20, "neighbour": 15}
OUTCOMES = {"no_further_action": 45, "advice": 40, "early_help": 15}
#: Shares, all ours: told out of hours; decided a day late; history read the next day and not the same.
OUT_OF_HOURS = 0.08
DECIDED_LATE = 0.1
#: Days until somebody who must know is told, and working days until they open it: ours.
TOLD_AFTER = {0: 72, 1: 26, 2: 2}
OPENED_AFTER = {0: 45, 1: 35, 2: 12, 4: 6, 7: 2}

# --- being open to services ------------------------------------------------------------------------------------------

#: Which service, of the half that is open to one: ours.
SERVICES = {"child_in_need": 48, "early_help": 36, "assessment": 16}
#: Days into the life at which it begins.
OPENS_AFTER = (5, 60)
#: Days between: visits in an assessment, of a child in need (20 working days are the local limit), by early help.
VISIT_EVERY = {"assessment": (8, 14), "child_in_need": (17, 26), "early_help": (12, 24)}
#: Shares of visits, ours: late by some days; nobody in, and tried again within three days; and days late.
LATE_VISIT = 0.08
NOBODY_IN = 0.08
DAYS_LATE = (2, 9)
#: Days between supervisions (child in need two- to three-monthly is own knowledge), one in ten a week late.
SUPERVISED_EVERY = (35, 62)
#: Days between talks of the GP practice and the health visiting team, one in eight left out: ours.
LIAISON_EVERY = (24, 33)
LIAISON_LEFT_OUT = 0.125
#: Days between talks with a father who lives elsewhere, by the worker; and by the health visitor of others: ours.
FATHER_SPOKEN_TO_EVERY = {True: (20, 60), False: (250, 400)}
#: Days a plan lasts (ours; in the children in need census about two in five have been open for over a year, own
#: knowledge); working days an assessment takes (the limit is 45), with the share that is late: ours.
PLAN_LASTS = (150, 600)
ASSESSMENT_TAKES = (22, 44)
ASSESSMENT_LATE = 0.08
#: Another worker takes over, for each plan: after the Department for Education's turnover of social workers (some
#: 15 % a year, own knowledge).
WORKER_CHANGES = 0.12
#: A check on an adult finds something old: ours.
CHECK_FINDS = 0.12
