"""The three lists of votes: of all votes, of one deputy's, and of those that a faction was in.

Each is walked along an index in the order in which it is given out, and each vote is fetched only
when its turn has come: OFFSET 0 keeps the planner from joining first and sorting then.
"""

from dataclasses import dataclass, field

from chamber.record.votes.facts import Choice

SHOWN = """uid, edition, chamber, convocation, opened_on, power, rule, question_kk, question_ru,
    form, method, number, outcome, verdict, in_favour, against, abstained, present, seats,
    in_office, official_outcome"""
VOTE = f"""CROSS JOIN LATERAL (
        SELECT id, words, {SHOWN} FROM public_vote
        WHERE id = w.vote_id AND edition = w.edition OFFSET 0
    ) AS v"""


@dataclass(frozen=True)
class List:
    walked: str
    place: str  # Where a vote stands in the list.
    told: str = ""  # What more is told of each vote,
    columns: tuple[str, ...] = ()  # and what it is called in a sheet.


ALL = List("public_vote AS v", "v.opened_on, v.id")
OF_DEPUTY = List(f"public_ballot AS w {VOTE}", "w.voted_on, w.vote_id", ", w.choice", ("choice",))
OF_FACTION = List(
    f"public_faction_vote AS w {VOTE}",
    "w.voted_on, w.vote_id",
    """, w.in_favour AS f_for, w.against AS f_against, w.abstained AS f_abstained,
    w.not_voting AS f_not_voting, w.absent AS f_absent, w.excused AS f_excused""",
    tuple(f"faction_{choice}" for choice in Choice),
)


@dataclass
class Conditions:
    """Conditions and the values they compare with, numbered as PostgreSQL wants them."""

    said: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def add(self, condition: str, *values: object) -> None:
        """Each {} in the condition stands for a value. What is not asked for is no condition."""
        if None in values:
            return
        first = len(self.values) + 1
        self.values += values
        self.said.append(condition.format(*(f"${first + n}" for n in range(len(values)))))


def page_query(of: List, conditions: Conditions, limit: int) -> str:
    """One page, and one row more where there is another page."""
    shown = ", ".join(f"v.{column.strip()}" for column in SHOWN.split(","))
    where = " AND ".join(conditions.said) or "true"
    newest_first = ", ".join(f"{column} DESC" for column in of.place.split(", "))
    # The limit is a number of ours, and stands in the text: the planner must know how few rows
    # are wanted.
    return f"""
        SELECT {shown}{of.told} FROM {of.walked}
        WHERE {where} ORDER BY {newest_first} LIMIT {limit + 1:d}"""
