"""When a mandate may begin and end. Pure."""

from chamber.law.act import Sentence
from chamber.law.judging import finding, lawful, no_edition
from chamber.law.ledger import Defect, judge_entry, judge_ruled, last_day, period
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict
from chamber.law.seats import Chamber, NoEdition, Unanswerable, seats_on
from chamber.record.people.acts import Basis, Ground, Mandate, MandateEnd
from chamber.record.people.facts import Facts, Given, MandateHeld, PostHeld, SeatHeld
from chamber.record.people.telling import OF_DEPUTIES

LEDGER = "F-2.01"  # How many deputies a Chamber has.
GROUNDS = "A57-4.08"
BY_CHAMBER = "A57-4.01"  # The Chamber ends the powers of its own deputies.

BASES = {
    Chamber.SENATE: {Basis.ELECTED, Basis.APPOINTED},
    Chamber.MAZHILIS: {Basis.LIST, Basis.SINGLE_MANDATE, Basis.ASSEMBLY},
}

# The rule by which each ground ends a mandate; the end of the term needs none.
ENDED_BY = {
    Ground.RESIGNED: GROUNDS,
    Ground.DIED: GROUNDS,
    Ground.DECLARED_INCAPABLE: GROUNDS,
    Ground.DECLARED_DEAD: GROUNDS,
    Ground.DECLARED_MISSING: GROUNDS,
    Ground.INCOMPATIBLE: "A57-4.11",
    Ground.RECALLED_BY_ASSEMBLY: "A57-4.12",
    Ground.RECALLED_BY_PRESIDENT: "A57-4.13",
    Ground.RECALLED_BY_ELECTORS: "A57-4.14",
    Ground.MOVED_ABROAD: "A57-4.15",
    Ground.CONVICTED: "A57-4.16",
    Ground.CITIZENSHIP_LOST: "A57-4.17",
    Ground.LEFT_PARTY: "A57-4.18",
    Ground.PARTY_ENDED: "A57-4.19",
    Ground.DISSOLVED: "A57-4.20",
    Ground.OTHER: GROUNDS,
}

# Whose decision may recall whom.
RECALLED = {
    Ground.RECALLED_BY_ASSEMBLY: Basis.ASSEMBLY,
    Ground.RECALLED_BY_PRESIDENT: Basis.APPOINTED,
    Ground.RECALLED_BY_ELECTORS: Basis.ELECTED,
}
OF_A_PARTY = frozenset({Ground.LEFT_PARTY, Ground.PARTY_ENDED})
# On these the powers end by themselves; on all others the Chamber decides by a resolution.
BY_ITSELF = frozenset({*RECALLED, Ground.DIED, Ground.DISSOLVED})
WITHOUT_VOTE = BY_ITSELF | {Ground.TERM_ENDED}

NOT_LISTED = Sentence(
    kk="Өкілеттікті тоқтатудың мұндай негізі заңда көрсетілмеген.",
    ru="Такое основание прекращения полномочий в законе не указано.",
    en="The law does not list this ground for ending a deputy's powers.",
)
NOT_FOR_SENATORS = Sentence(
    kk="Сенат депутатының өкілеттігі бұл негіз бойынша тоқтатылмайды.",
    ru="Полномочия депутата Сената по этому основанию не прекращаются.",
    en="A senator's powers do not end on this ground.",
)
NO_SUBMISSION = Sentence(
    kk="Орталық сайлау комиссиясының ұсынуы көрсетілмеген.",
    ru="Не указано представление Центральной избирательной комиссии.",
    en="No submission of the Central Election Commission is named.",
)
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


def judge_mandate(facts: Facts, act: Mandate, given: Given) -> Ruling:
    begun = period(act.on, act.until)
    if act.basis not in BASES[act.chamber]:
        raise Impossible("basis", f"nobody comes to the {act.chamber} on the basis {act.basis}")
    if (act.until is None) != (act.ground is None):
        raise Impossible("ground", "a mandate that has ended has a ground, and no other has")
    if facts.born_on is not None and act.on <= facts.born_on:
        raise Impossible("on", f"the person was born on {facts.born_on}")
    for held in facts.mandates:
        if begun.overlaps(held):
            since = f"since {held.starts_on}"
            raise Impossible("on", f"the person has a mandate in the {held.chamber} {since}")
    check_seats(act, given)
    ruling = judge_entry(act.chamber, act.on, LEDGER)
    if act.ground is None or ruling.findings:
        return ruling
    assert act.until is not None
    ended = MandateEnd(on=act.until, chamber=act.chamber, ground=act.ground, document=act.document)
    return judge_ground(ended, act.basis)


def check_seats(act: Mandate, given: Given) -> None:
    for day, others in given.in_office:
        try:
            seats = seats_on(act.chamber, day)
        except Unanswerable:
            continue  # We do not know better than the one who enters the mandate.
        if others >= seats:
            raise Impossible("on", f"all {seats} seats of the {act.chamber} are taken on {day}")


def judge_end(facts: Facts, act: MandateEnd, given: Given) -> Ruling:
    mandate = lasting_mandate(facts, act.chamber)
    if mandate is None:
        raise Impossible("chamber", f"the person has no mandate in the {act.chamber}")
    if act.on <= mandate.starts_on:
        raise Impossible("on", f"the mandate began only on {mandate.starts_on}")
    for held in held_as_deputy(facts, act.chamber):
        if held.starts_on >= act.on or (held.ends_on is not None and held.ends_on > act.on):
            raise Impossible("on", "the person held a post or a seat of a deputy after that day")
    if act.because is not None:
        return judge_followed(act, act.because.defects)
    ruling = judge_ground(act, mandate.basis)
    if given.needs_matter and act.ground not in WITHOUT_VOTE:
        return ruling.against(*matter_first(act))
    return ruling


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


def judge_ground(act: MandateEnd, basis: Basis) -> Ruling:
    if RECALLED.get(act.ground, basis) is not basis:
        raise Impossible("ground", f"a deputy on the basis {basis} is not {act.ground}")
    if act.ground is Ground.TERM_ENDED:
        return judge_entry(act.chamber, last_day(act.on), LEDGER)
    for_mazhilis = act.ground in OF_A_PARTY and act.chamber is Chamber.SENATE
    # No wording of the party's grounds speaks of the Senate, so the list itself is offended.
    rule = GROUNDS if for_mazhilis else ENDED_BY[act.ground]
    defects = defects_of(act, for_mazhilis=for_mazhilis)
    return judge_ruled(act.chamber, last_day(act.on), rule, defects)


def defects_of(act: MandateEnd, *, for_mazhilis: bool) -> list[Defect]:
    if for_mazhilis:
        return [Defect(GROUNDS, NOT_FOR_SENATORS)]
    if act.ground is Ground.OTHER:
        return [Defect(GROUNDS, NOT_LISTED)]
    if act.ground is Ground.INCOMPATIBLE and act.document is None:
        return [Defect(ENDED_BY[act.ground], NO_SUBMISSION)]
    return []


def lasting_mandate(facts: Facts, chamber: Chamber) -> MandateHeld | None:
    lasting = (one for one in facts.mandates if one.chamber == chamber and one.ends_on is None)
    return next(lasting, None)


def held_as_deputy(facts: Facts, chamber: Chamber) -> list[PostHeld | SeatHeld]:
    seats = [one for one in facts.memberships if one.body_kind in OF_DEPUTIES]
    held: list[PostHeld | SeatHeld] = [*facts.posts, *seats]
    return [one for one in held if one.chamber == chamber]
