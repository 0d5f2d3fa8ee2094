"""The mass media are told of topic, time and place: a notice that was sent is always entered."""

from chamber.hearings.acts import Notice
from chamber.hearings.facts import Hearing
from chamber.hearings.rules.certificate import clock_of, notified, why_not
from chamber.hearings.rules.telling import announced
from chamber.hearings.rules.timely import first_free
from chamber.law.clocks import NOTICE
from chamber.law.judging import finding, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Ruling, Verdict


def judge_notice(law: Law, hearing: Hearing, act: Notice) -> Ruling:
    """What is refused is not the notice, but the hearing that it came too late for."""
    sent, ruling = announced(act), lawful(law, NOTICE)
    lacks = why_not(hearing, sent)
    if lacks is not None:
        wrong = finding(law, NOTICE, Verdict.INVALID, lacks, breach=Breach.INFORMS)
        return ruling.against(wrong)
    assert hearing.starts_at is not None, "without a time no notice tells of the hearing"
    told = notified(hearing, sent, clock_of(hearing.chamber, hearing.starts_at))
    if told.verdict is Verdict.VALID:
        return ruling.model_copy(update={"sentence": told.sentence})
    late = finding(
        law, NOTICE, told.verdict, told.sentence, breach=Breach.INFORMS,
        readings=told.late_on if told.verdict is Verdict.DISPUTED else (),
        earliest_lawful=first_free(law, act.on),
    )  # fmt: skip
    return ruling.against(late)
