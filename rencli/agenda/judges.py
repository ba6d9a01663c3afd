"""Every way of judging a duty, by the name that a rule file gives it: one plain function each."""

from collections.abc import Callable, Mapping
from typing import Final

from rencli.agenda import congress, handling, leaving, people, presidium
from rencli.agenda.books import activities, happenings
from rencli.agenda.turns import Found, in_doubt, spread
from rencli.agenda.year import Year
from rencli.rules import Duty, Judge

Judging = Callable[[Year, Duty], Found]


def held(year: Year, duty: Duty) -> Found:
    """Activities of the types, so often."""
    return spread(year, duty, [each.event for each in year.once(activities) if each.type in duty.words])


def visited(year: Year, duty: Duty) -> Found:
    """Visits of the types, so often."""
    return spread(year, duty, happenings(year, "visit", year.first, year.until, type=duty.words))


def told(year: Year, duty: Duty) -> Found:
    """Deeds put on record, so often; that they were publicised the record does not say."""
    turns = spread(year, duty, happenings(year, "merit", year.first, year.until))
    return [in_doubt(turn, year, "没有先进事迹的记录") for turn in turns]


JUDGES: Final[Mapping[Judge, Judging]] = {
    "congresses": congress.times,
    "congress_announced": congress.announced,
    "congress_quorum": congress.quorum,
    "government_report": congress.heard,
    "presidium_report": congress.heard,
    "budget": congress.each_heard,
    "social_plan": congress.heard,
    "majority": congress.majority,
    "special_reports": presidium.reports,
    "law_checks": held,
    "inspections": held,
    "passed_on": presidium.passed_on,
    "presidium_meetings": presidium.gatherings,
    "presidium_quorum": presidium.quorum,
    "suggestions": handling.suggestions,
    "handling_report": handling.report,
    "contacts": people.contacts,
    "group_activities": people.group_activities,
    "training": people.training,
    "duty_reports": people.duty_reports,
    "duty_records": people.duty_records,
    "information": handling.announced,
    "merits": told,
    "certificates": people.certificates,
    "chair_contacts": visited,
    "appraisals": presidium.appraisals,
    "vacancies": people.vacancies,
    "terminations": leaving.terminations,
    "suspensions": leaving.suspensions,
    "oaths": congress.oaths,
    "budget_published": handling.budget_published,
    "livelihood": presidium.livelihood,
    "promises": handling.promises,
    "handing_over_meeting": handling.handing_over_meeting,
    "petitions": handling.petitions,
    "first_session": congress.first_session,
    "plans": presidium.plans,
}
