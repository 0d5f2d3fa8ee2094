"""The ways in which one count can be measured: a reading for each question in play."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from chamber.law.counts import Counts
from chamber.law.rule import Rule
from chamber.law.rulebook import Law
from chamber.law.ruling import Answer
from chamber.law.sentences import Branch


@dataclass(frozen=True)
class Way:
    """How one reading counts: of which total, and how many it leaves out of the count."""

    letter: str
    by: str  # What the sentence calls it; a key of [by] in `sentences.toml`.
    total: int | None = None  # None: the total of the rule's own base stands.
    less: int = 0


@dataclass(frozen=True)
class Reading:
    """One reading of each question in play, and what it makes of the count."""

    answer: Answer
    branch: Branch  # The same for the sentence: by what it counts.
    adopted: bool  # Whether we adopt this reading; not whether the count is reached on it.


def read(law: Law, rule: Rule, counts: Counts, total: int) -> Iterator[Reading]:
    assert rule.share is not None
    touching = law.questions(rule)
    questions = [name for name in WAYS if name in touching and touching[name].counts]
    if not questions:
        return
    for ways in product(*(WAYS[name](counts) for name in questions)):
        settled = next((way for way in reversed(ways) if way.total is not None), ways[0])
        of = total if settled.total is None else settled.total
        letters = dict(zip(questions, (way.letter for way in ways), strict=True))
        answer = Answer(
            name=named(letters, counts),
            total=of,
            needed=rule.share.least(of=of),
            adopted=rule.share.met_by(counts.counted(rule) - settled.less, of=of),
        )
        adopted = all(letter in touching[name].adopted for name, letter in letters.items())
        branch = Branch(by=settled.by, total=of, needed=answer.needed, adopted=answer.adopted)
        yield Reading(answer, branch, adopted)


def named(letters: Mapping[str, str], counts: Counts) -> str:
    """ "Q-04 A", "Q-04 A × Q-12 A". Q-04 beside another is named where it makes a difference."""
    spoken = [
        f"{question} {letter}"
        for question, letter in letters.items()
        if question != "Q-04" or len(letters) == 1 or counts.in_office is not None
    ]
    return " × ".join(spoken)


def by_seats(counts: Counts) -> Sequence[Way]:
    """Q-04: do vacant seats count in the total number of deputies?"""
    in_office = Way("B", "in_office", counts.in_office)
    return [Way("A", "seats"), *given(in_office)]


def by_presence(counts: Counts) -> Sequence[Way]:
    """Q-12: is another form of ballot chosen by the whole Chamber or by those present?"""
    return [Way("A", "seats"), *given(Way("B", "present", counts.present))]


def by_hearing(counts: Counts) -> Sequence[Way]:
    """Q-15: who takes part in a hearing?"""
    registered = Way("A", "registered", counts.registered)
    return [
        Way("C", "taking_part"),
        *given(registered),
        *given(Way("B", "present", counts.present)),
    ]


def by_chair(counts: Counts) -> Sequence[Way]:
    """Q-29: is the Chair, who calls and chairs the meeting, a member of the Bureau?"""
    members = counts.needed("members", counts.members)
    less = 1 if counts.chair_present else 0
    return [Way("A", "with_chair"), Way("B", "without_chair", members - 1, less=less)]


def given(way: Way) -> Sequence[Way]:
    return [] if way.total is None else [way]


# The questions that change what a count is measured against, in order of their number.
WAYS: Mapping[str, Callable[[Counts], Sequence[Way]]] = {
    "Q-04": by_seats,
    "Q-12": by_presence,
    "Q-15": by_hearing,
    "Q-29": by_chair,
}
