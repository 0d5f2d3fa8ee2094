"""How a rule's answer becomes a ruling: an act is lawful, or something speaks against it."""

from collections.abc import Iterable
from datetime import date

from chamber.law.act import Sentence
from chamber.law.deciding import reason, told_unanswered
from chamber.law.rulebook import LAW, Law, Lawbook
from chamber.law.ruling import GRAVITY, Breach, Finding, Ruling, Verdict
from chamber.law.seats import NoEdition, Unanswerable

RECORD = "record"  # No law speaks of the act: a name is registered, a page is attached.

ENTERED = Sentence(kk="Жазба енгізілді.", ru="Запись внесена.", en="The entry was made.")


def lawful(law: Law, rule: str, findings: Iterable[Finding] = ()) -> Ruling:
    """The ruling on an act that counts nothing. Raises NoEdition where the rule has no wording."""
    wording = law[rule]
    ruling = Ruling(
        rule=rule, cite=wording.cite, edition=wording.since, sentence=told_lawful(wording.name)
    )
    return ruling.against(*gravest_first(findings))


def told_lawful(name: Sentence) -> Sentence:
    return Sentence(
        kk=f"Әрекет заңға сай: {name.kk}.",
        ru=f"Действие соответствует закону. Норма: {name.ru}.",
        en=f"The act is lawful. Rule: {name.en}.",
    )


def finding(
    law: Law,
    rule: str,
    verdict: Verdict,
    sentence: Sentence,
    *,
    breach: Breach | None = None,
    readings: tuple[str, ...] = (),
    numbers: tuple[tuple[str, int], ...] = (),
    earliest_lawful: date | None = None,
) -> Finding:
    """What speaks against an act. The breach is the rule's own, unless the case differs."""
    wording = law[rule]
    return Finding(
        rule=rule,
        cite=wording.cite,
        breach=breach or wording.breach,
        verdict=verdict,
        sentence=sentence,
        readings=readings,
        numbers=numbers,
        earliest_lawful=earliest_lawful,
    )


def note(law: Law, rule: str, sentence: Sentence) -> Finding:
    """What is to be known of an act, and speaks neither for nor against it."""
    return finding(law, rule, Verdict.VALID, sentence, breach=Breach.INFORMS)


def no_edition(rule: str, chamber: str, day: date, book: Lawbook = LAW) -> Ruling:
    return unanswerable(rule, NoEdition(chamber, day), book)


def unanswerable(rule: str, no_answer: Unanswerable, book: Lawbook = LAW) -> Ruling:
    """No act of a chamber is lawful on a day on which it has no law, or there is no chamber."""
    sentence = told_unanswered(book, no_answer)
    against = Finding(
        rule=rule,
        cite=book.last_cite(rule, no_answer.chamber, no_answer.day),
        breach=Breach.VOID,
        verdict=Verdict.INVALID,
        sentence=sentence,
    )
    ruling = Ruling(rule=rule, cite=against.cite, sentence=sentence, reason=reason(no_answer))
    return ruling.against(against)


def recorded(sentence: Sentence = ENTERED) -> Ruling:
    """The ruling on an act that no law speaks of."""
    return Ruling(rule=RECORD, cite="—", sentence=sentence)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    return max(verdicts, key=GRAVITY, default=Verdict.VALID)


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """The finding that refuses an act most firmly is the one its sentence tells of."""
    return sorted(findings, key=lambda one: (SEVERITY.index(one.breach), -GRAVITY(one.verdict)))


SEVERITY = (Breach.VOID, Breach.DEFECT, Breach.NOT_ADOPTED, Breach.INFORMS)
