"""Where each desk's addresses are."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from kith.web.child import views as child
from kith.web.clock import views as clock
from kith.web.discussion import views as discussion
from kith.web.duties import views as duties
from kith.web.entrance import views as entrance
from kith.web.entries import views as entries
from kith.web.front_door import views as front_door
from kith.web.hours import views as hours
from kith.web.learning import views as learning
from kith.web.notices import views as notices
from kith.web.police import views as police
from kith.web.staff import views as staff
from kith.web.teams import views as teams
from kith.web.tell_us import heard, practice
from kith.web.tell_us import views as tell_us
from kith.web.who import views as who
from kith.web.worklist import views as worklist
from kith.web.worry import views as worry


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """That the web server answers. Says nothing else."""
    return HttpResponse("alive\n", content_type="text/plain")


handler400 = "kith.web.too_long.not_read"
urlpatterns = [
    path("", worklist.my_work, name="my_work"),
    path("children/", child.children, name="children"),
    path("children/<uuid:child>/", child.overview, name="child"),
    path("children/<uuid:child>/note", entries.write_down, {"kind": "note"}, name="add_a_note"),
    path("children/<uuid:child>/write/", entries.kinds, name="kinds"),
    path("children/<uuid:child>/write/<slug:kind>", entries.write_down, name="write_down"),
    path("documents/<uuid:document_id>", entries.document, name="document"),
    path("duties/<uuid:duty_id>/", duties.opened, name="duty"),
    path("duties/<uuid:duty_id>/what-we-know", duties.what_we_know, name="what_we_know"),
    path("duties/<uuid:duty_id>/think", duties.answer, {"how": "think"}, name="think"),
    path("duties/<uuid:duty_id>/not", duties.answer, {"how": "not"}, name="decide_not_to"),
    path("children/<uuid:child>/adults/", child.inside, {"place": "adults"}, name="adults"),
    path("children/<uuid:child>/chronology/", child.inside, {"place": "chronology"}, name="chronology"),
    path("children/<uuid:child>/decisions/", child.inside, {"place": "decisions"}, name="decisions"),
    path("children/<uuid:child>/discussion/", discussion.room, name="discussion"),
    path("children/<uuid:child>/injuries/", child.inside, {"place": "injuries"}, name="injuries"),
    path("children/<uuid:child>/to-do/", child.inside, {"place": "to-do"}, name="to_do"),
    path("children/<uuid:child>/told/", notices.who_has_been_told, name="who_has_been_told"),
    path("children/<uuid:child>/who/", who.who, name="who_is_this"),
    path("children/<uuid:child>/worries/<uuid:contact>/", worry.one, name="worry"),
    path("notices/", notices.notices, name="notices"),
    path("notices/<uuid:notice>/", notices.one, name="notice"),
    path("notices/<uuid:notice>/open", notices.opening, name="open_notice"),
    path("note", entries.whom_about, name="note"),
    path("tell", front_door.tell, name="tell"),
    path("tell/<uuid:contact>", front_door.sent, name="sent"),
    path("tell-us/", tell_us.start, name="tell_us"),
    path("tell-us/code", tell_us.ask, name="tell_us_ask"),
    path("tell-us/code/enter", tell_us.enter_code, name="tell_us_code"),
    path("tell-us/form", tell_us.tell, name="tell_us_form"),
    path("tell-us/sent", tell_us.sent, name="tell_us_sent"),
    path("tell-us/exit", tell_us.leave, name="tell_us_exit"),
    path("tell-us/practice-mail", practice.mail, name="practice_mail"),
    path("tell-us/heard/<str:link>", heard.by_link, name="tell_us_heard"),
    path("told/", heard.what_i_told, name="what_i_told"),
    path("told/<uuid:contact>/", heard.one_told, name="one_told"),
    path("front-door/", front_door.board, name="front_door"),
    path("find/", who.find, name="find"),
    path("front-door/police/", police.police, name="police"),
    path("front-door/police/example.csv", police.example, name="police_example"),
    path("front-door/police/<uuid:batch>/", police.batch, name="police_batch"),
    path("hours/", hours.hours, name="hours"),
    path("learning/", learning.learning, name="learning"),
    path("learning/<int:number>/", learning.point, name="learning_point"),
    path("rules/", learning.rules, name="rules"),
    path("rules/<slug:name>/", learning.rule, name="rule"),
    path("settings/<uuid:setting_id>/", staff.setting, name="setting"),
    path("settings/<uuid:setting_id>/somebody", staff.somebody_new, name="somebody_new"),
    path("settings/<uuid:setting_id>/write/<slug:kind>", staff.write_down, name="write_down_of_staff"),
    path("teams/", teams.every_team, name="teams"),
    path("teams/<uuid:agency>/", teams.who_has_whom, name="who_has_whom"),
    path("teams/<uuid:agency>/away", teams.away, name="away"),
    path("teams/<uuid:agency>/away/<uuid:away>/back", teams.back, name="back"),
    path("clock", clock.move_on, name="clock"),
    path("enter", entrance.enter, name="entrance"),
    path("leave", entrance.leave, name="leave"),
    path("healthz", alive),
]
