"""The act that enters each kind of entry: one list, which the file reader, the forms and later the API share."""

from collections.abc import Callable

from kith.care import acts as care
from kith.chronology import acts as chronology
from kith.chronology.entry import Entry
from kith.decisions import acts as decisions
from kith.family import acts as family
from kith.informing import acts as informing
from kith.intake import acts as intake
from kith.learning import acts as learning

#: Each takes the occasion, a `NewEntry`, and its kind's own fields by name.
ACTS: dict[str, Callable[..., Entry]] = {
    "account": chronology.record_account,
    "account_judgement": chronology.judge_accounts,
    "action": decisions.set_action,
    "action_done": decisions.record_action_done,
    "admission": chronology.record_admission,
    "adult_check": family.record_adult_check,
    "adult_plan": family.plan_for_adult,
    "adult_spoken_to": family.record_adult_spoken_to,
    "allocation": family.allocate,
    "answer": informing.record_answer,
    "assessment": care.record_assessment,
    "attendance": chronology.record_attendance,
    "authorisation": intake.authorise,
    "carer_statement": chronology.record_carer_statement,
    "closing_proposed": care.propose_closing,
    "consideration": chronology.consider,
    "contact": intake.receive_contact,
    "court_order": care.record_court_order,
    "decision": decisions.record_decision,
    "development": chronology.record_development,
    "discharge": chronology.record_discharge,
    "discussion_finished": decisions.finish_discussion,
    "domestic_incident": chronology.record_domestic_incident,
    "escalation": decisions.escalate,
    "escalation_answered": decisions.answer_escalation,
    "family_meeting": care.record_family_meeting,
    "family_time": care.record_family_time,
    "handover": informing.hand_over,
    "handover_accepted": informing.accept_handover,
    "history_check": intake.record_history_check,
    "household_membership": family.record_household_membership,
    "information_asked": intake.ask_for_information,
    "information_returned": intake.return_information,
    "injury": chronology.record_injury,
    "involvement": family.begin_involvement,
    "key_adult": family.record_key_adult,
    "liaison": informing.record_liaison,
    "may_be_told": family.decide_may_be_told,
    "medical": chronology.record_medical,
    "move": family.record_move,
    "naming": family.record_name,
    "not_to_be_told": family.decide_not_to_tell_yet,
    "note": chronology.record_note,
    "observation": chronology.record_observation,
    "placement": care.record_placement,
    "police_power": care.record_police_power,
    "practice_update": learning.send_update,
    "priority": intake.rate_contact,
    "professional_opinion": decisions.record_opinion,
    "relationship": family.record_relationship,
    "retraction": chronology.retract,
    "return_home": care.return_home,
    "safe_contact": family.set_safe_contact,
    "section_47_enquiry": decisions.start_enquiry,
    "sent_back": intake.send_back,
    "stepped_down": care.step_down,
    "strategy_discussion": decisions.record_strategy_discussion,
    "supervision": decisions.record_supervision,
    "threshold_decision": intake.decide_threshold,
    "told": informing.record_told,
    "tool_grade": care.record_tool_grade,
    "training": learning.record_training,
    "update_read": learning.record_update_read,
    "visit": chronology.record_visit,
    "waiver": chronology.waive,
    "works_at": learning.record_works_at,
}

#: Kinds whose act a hold may name: an answer given at the same moment is entered before them.
MAY_WAIT = frozenset({"discharge", "discussion_finished", "return_home", "stepped_down", "threshold_decision"})
