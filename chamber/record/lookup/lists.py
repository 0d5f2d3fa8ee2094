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

    @property
    def where(self) -> str:
        return " AND ".join(self.said) or "true"


SHOWN_OF_V = ", ".join(f"v.{column.strip()}" for column in SHOWN.split(","))
NEWEST_FIRST = "ORDER BY v.opened_on DESC, v.id DESC"
ON_THE_WAY = 400  # So many votes are looked at before the index of words is.


def page_query(of: List, conditions: Conditions, rows: int) -> str:
    order = ", ".join(f"{column} DESC" for column in of.place.split(", "))
    # The number of rows is ours, and stands in the text: the planner must know how few are wanted.
    return f"""
        SELECT {SHOWN_OF_V}{of.told} FROM {of.walked}
        WHERE {conditions.where} ORDER BY {order} LIMIT {rows:d}"""


def on_the_way_query(where: str, words: str, rows: int) -> str:
    """Votes with these words among the next few: enough for a page, if the words are common."""
    return f"""
        SELECT {SHOWN_OF_V} FROM (
            SELECT * FROM public_vote AS v WHERE {where} {NEWEST_FIRST} LIMIT {ON_THE_WAY}
        ) AS v
        WHERE {words} {NEWEST_FIRST} LIMIT {rows:d}"""


def looked_up_query(where: str, words: str, rows: int) -> str:
    """All votes with these words by the index of words, and of them the newest.

    The planner knows nothing of how often the beginning of a word occurs. Left to itself it would
    walk through all votes to find a rare one.
    """
    return f"""
        WITH found AS MATERIALIZED (
            SELECT v.id, v.opened_on FROM public_vote AS v WHERE {where} AND {words}
        ), page AS MATERIALIZED (
            SELECT v.id FROM found AS v {NEWEST_FIRST} LIMIT {rows:d}
        )
        SELECT {SHOWN_OF_V} FROM page CROSS JOIN LATERAL (
            SELECT * FROM public_vote WHERE id = page.id OFFSET 0
        ) AS v {NEWEST_FIRST}"""
