"""When a mandate may begin, and on which grounds it ends. Pure."""

from chamber.law.act import Sentence
from chamber.law.ledger import Defect, judge_entry, judge_ruled, last_day, period
from chamber.law.ruling import Impossible, Ruling
from chamber.law.seats import Chamber, Unanswerable, seats_on
from chamber.record.people.acts import Basis, Ground, Mandate, MandateEnd
from chamber.record.people.facts import Facts, Given

LEDGER = "F-2.01"  # How many deputies a Chamber has.
GROUNDS = "A57-4.08"

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
