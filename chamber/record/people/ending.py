"""How a mandate ends: by a matter of the Chamber, or by hand. The earlier end wins. Pure."""

from datetime import date

from chamber.law.act import Sentence
from chamber.law.judging import finding, lawful, no_edition
from chamber.law.ledger import last_day
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict
from chamber.law.seats import Chamber, NoEdition
from chamber.record.people.acts import MandateEnd
from chamber.record.people.facts import Facts, Given, MandateHeld
from chamber.record.people.mandates import BY_ITSELF, ENDED_BY, WITHOUT_VOTE, judge_ground
from chamber.record.people.telling import ended_by, held_as_deputy, last_mandate

BY_CHAMBER = "A57-4.01"  # The Chamber ends the powers of its own deputies.

MATTER_FIRST = Sentence(
    kk="Бұл негіз бойынша өкілеттікті Палата тоқтатады: мандаттар туралы іс ашыңыз.",
    ru="По этому основанию полномочия прекращает Палата: откройте дело о мандате.",
    en="On this ground the Chamber ends the powers: open a matter of mandates.",
)
ACCEPTED = Sentence(
    kk="Өкілеттікті тоқтату туралы істе бұл норманың бұзылуы себебі көрсетіліп қабылданған.",
    ru="В деле о прекращении полномочий нарушение этой нормы принято с указанием причины.",
    en="In the matter that ended the powers a breach of this rule was accepted with a reason.",
)
ENDED_ALREADY = Sentence(
    kk="Бұл күнге дейін адамның өкілеттігі тоқтатылып қойған немесе басталмаған.",
    ru="К этому дню полномочия лица уже прекратились или еще не начались.",
    en="By that day the person's powers had ended already, or had not begun.",
)


def judge_end(facts: Facts, act: MandateEnd, given: Given) -> Ruling:
    """What another case brings about is never impossible: it may come to nothing here."""
    mandate = ended_by(facts, act)
    if act.because is not None:
        if mandate is None:
            return ended_already(act.chamber, act.on)
        return judge_followed(act, act.because.defects)
    last = last_mandate(facts, act.chamber)
    if last is None:
        raise Impossible("chamber", f"the person has no mandate in the {act.chamber}")
    if act.on <= last.starts_on:
        raise Impossible("on", f"the mandate began only on {last.starts_on}")
    if mandate is None and last.because is not None:
        return ended_already(act.chamber, act.on)
    if mandate is None:
        raise Impossible("chamber", f"the person has no mandate in the {act.chamber}")
    check_held(facts, act, mandate)
    ruling = judge_ground(act, mandate.basis)
    if given.needs_matter and act.ground not in WITHOUT_VOTE:
        return ruling.against(*matter_first(act))
    return ruling


def check_held(facts: Facts, act: MandateEnd, mandate: MandateHeld) -> None:
    """Who has died has held nothing since, whatever was told; other ends are told with care."""
    if act.ground in BY_ITSELF:
        return
    for held in held_as_deputy(facts, act.chamber):
        until = held.ends_on if held.ends_on != mandate.ends_on else None
        if held.starts_on >= act.on or (until is not None and until > act.on):
            raise Impossible("on", "the person held a post or a seat of a deputy after that day")


def ended_already(chamber: Chamber, on: date) -> Ruling:
    try:
        law = LAW.on(chamber, last_day(on))
        none = finding(law, BY_CHAMBER, Verdict.INVALID, ENDED_ALREADY, breach=Breach.VOID)
        return lawful(law, BY_CHAMBER, [none])
    except NoEdition:
        return no_edition(BY_CHAMBER, chamber, last_day(on))


def judge_followed(act: MandateEnd, defects: tuple[str, ...]) -> Ruling:
    """What the matter behind it was found to be, this end is too."""
    rule = ENDED_BY[act.ground] if act.ground in BY_ITSELF else BY_CHAMBER
    try:
        law = LAW.on(act.chamber, last_day(act.on))
        told = (where_worded(law, rule) for rule in defects)
        found = [
            finding(there, one, Verdict.DISPUTED, ACCEPTED, breach=Breach.INFORMS)
            for there, one in zip(told, defects, strict=True)
            if there is not None
        ]
        return lawful(law, rule, found)
    except NoEdition:
        return no_edition(rule, act.chamber, last_day(act.on))


def where_worded(law: Law, rule: str) -> Law | None:
    """Some grounds have a wording for one Chamber only, and are cited as it stands there."""
    theirs = (law, *(Law(law.book, chamber, law.day) for chamber in Chamber))
    return next((one for one in theirs if one.find(rule) is not None), None)


def matter_first(act: MandateEnd) -> list[Finding]:
    try:
        law = LAW.on(act.chamber, last_day(act.on))
        return [finding(law, BY_CHAMBER, Verdict.INVALID, MATTER_FIRST, breach=Breach.DEFECT)]
    except NoEdition:
        return []  # That is found already.
