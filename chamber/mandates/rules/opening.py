"""How a matter comes before the Chamber: a deputy's, or of all deputies on a dissolution."""

from collections.abc import Iterator

from chamber.law.judging import finding, gravest_first, lawful, note
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict
from chamber.law.seats import Chamber
from chamber.mandates.acts import Dissolution, Matter
from chamber.mandates.facts import Given
from chamber.mandates.rules.grounds import BY_COURT, OWN, check_ground, rule_of
from chamber.mandates.rules.holding import held_on
from chamber.mandates.rules.recall import judge_without_recall
from chamber.mandates.sentences import SAID
from chamber.record.people.acts import Ground
from chamber.record.people.facts import MandateHeld
from chamber.record.people.mandates import BY_ITSELF, ENDED_BY, RECALLED

DISSOLVED = "A57-4.20"


def judge_matter(law: Law, act: Matter, given: Given) -> Ruling:
    if (never := judge_without_recall(law, act)) is not None:
        return never
    held = ending(act, given)
    rule = rule_of(act.chamber, act.ground)
    ruling = lawful(law, rule)
    if held is None:
        none = finding(law, OWN, Verdict.INVALID, SAID.not_its_deputy)
        return ruling.against(*gravest_first([none, *check_ground(law, act, None)]))
    findings = [*check_basis(law, act, held), *check_ground(law, act, held.basis)]
    if act.ground in BY_ITSELF:
        findings.append(note(law, rule, SAID.noting_asked))
    if held.ends_on is not None:
        findings.append(note(law, OWN, SAID.ends_anyway))
    return ruling.against(*gravest_first(findings))


def ending(act: Matter, given: Given) -> MandateHeld | None:
    """The mandate that the matter is to end: nobody loses it before having had it for a day."""
    if act.ground not in BY_ITSELF:
        return held_on(given, act.chamber, act.on)
    held = held_on(given, act.chamber, act.happened_on)
    return None if held is None or held.starts_on == act.happened_on else held


def check_told(act: Matter) -> None:
    """What cannot be, whoever the deputy is."""
    if act.ground is Ground.TERM_ENDED:
        raise Impossible("ground", "a term that ends needs no matter before the Chamber")
    if act.ground is Ground.DISSOLVED:
        raise Impossible("ground", "a dissolution is opened by an act of its own")
    if act.ground is Ground.INCOMPATIBLE and act.activity is None:
        raise Impossible("activity", "is missing: name the activity that is incompatible")
    if act.ground is not Ground.INCOMPATIBLE and act.activity is not None:
        raise Impossible("activity", "is told of what is incompatible, and of no other ground")
    if act.happened_on > act.on and act.ground not in BY_COURT:
        raise Impossible("happened_on", f"is after the day of this act, {act.on}")


def check_basis(law: Law, act: Matter, held: MandateHeld) -> Iterator[Finding]:
    """What the record says of the deputy may be put right, whatever was opened on it."""
    if RECALLED.get(act.ground, held.basis) is not held.basis:
        rule, sentence = ENDED_BY[act.ground], SAID.not_of_this_basis
        yield finding(law, rule, Verdict.INVALID, sentence, breach=Breach.VOID)


def judge_dissolution(law: Law, act: Dissolution, given: Given) -> Ruling:
    """`law`: of the last day, since on the first day out there is no Chamber."""
    if not given.in_office:
        raise Impossible("on", "no deputy of this Chamber was in office until that day")
    ruling = lawful(law, DISSOLVED)
    if act.of == "mazhilis" and act.chamber == Chamber.SENATE:
        sentence = SAID.senate_stays
        return ruling.against(
            finding(law, DISSOLVED, Verdict.INVALID, sentence, breach=Breach.VOID)
        )
    return ruling
