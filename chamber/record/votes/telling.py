"""What is told of a closed vote: the question, the rule, the numbers, the ruling and the roll."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from chamber.law.act import Value
from chamber.law.ruling import Ruling, by_name
from chamber.law.text import Name
from chamber.record.recorded.acts import Source
from chamber.record.recorded.rules import conflicts
from chamber.record.votes.facts import Choice, Protocol, Totals
from chamber.record.votes.tables import Vote

ADDRESS = "/api/v1"


class Elector(Value):
    """One line of the roll: a deputy as he was on the day of the vote, and what he did."""

    person_id: int
    deputy: UUID
    name: Name
    choice: Choice
    faction_id: int | None = None
    faction: UUID | None = None
    faction_name: Name | None = None


class Place(Value):
    """Where a vote stands: in which proceeding, as which of its votes, at which sitting."""

    case: UUID
    noun: str
    case_number: str
    nth: int
    sitting: UUID | None


def told(vote: Vote, place: Place, electors: Sequence[Elector]) -> dict[str, Any]:
    ruling = Ruling.model_validate(vote.ruling)
    return {
        "id": str(vote.uid),
        "edition": vote.edition,
        "number": number(place),
        **what_was_asked(vote),
        "cite": ruling.cite,
        **what_was_counted(vote, ruling, electors),
        "official": official(vote),
        "sentence": ruling.sentence.model_dump(),
        "ruling": by_name(ruling.model_dump(mode="json")),
        "factions": factions(electors),
        "roll": [line(elector) for elector in electors],
        "links": links(vote, place),
    }


def number(place: Place) -> str:
    """A recorded vote is a proceeding of its own; others are the votes of a proceeding."""
    return place.case_number if place.noun == "votes" else f"{place.case_number}.{place.nth}"


def what_was_asked(vote: Vote) -> dict[str, Any]:
    return {
        "chamber": vote.chamber,
        "convocation": vote.convocation,
        "on": vote.opened_on.isoformat(),
        "closed_on": vote.closed_on and vote.closed_on.isoformat(),
        "question": {"kk": vote.question_kk, "ru": vote.question_ru},
        "subject": vote.subject,
        "form": vote.form,
        "method": vote.method,
        "round": round_of(vote),
        "power": vote.power,
        "rule": vote.rule,
    }


def round_of(vote: Vote) -> dict[str, Any]:
    """Which round it was and, of a repeated one, why and by which show of hands."""
    told = {"number": vote.number, "reason": vote.reason}
    if vote.repeat is None:
        return told
    repeat = Totals.model_validate(vote.repeat)
    return {**told, "repeat": repeat.model_dump(mode="json")}


def what_was_counted(vote: Vote, ruling: Ruling, electors: Sequence[Elector]) -> dict[str, Any]:
    return {
        "base": {
            "kind": ruling.base,
            "total": ruling.total,
            "needed": ruling.needed,
            "seats": vote.seats,
            "in_office": vote.in_office,
        },
        "totals": {
            "for": vote.in_favour,
            "against": vote.against,
            "abstained": vote.abstained,
        },
        "present": vote.present,
        **without_ballot(vote, electors),
        "vacant": difference(vote.seats, vote.in_office),
        "protocol": vote.protocol
        and Protocol.model_validate(vote.protocol).model_dump(mode="json"),
        "outcome": vote.outcome,
        "verdict": ruling.verdict,
        "quorum": ruling.quorum and ruling.quorum.model_dump(),
        "readings": [reading.model_dump() for reading in ruling.readings],
    }


def protocol(vote: Vote) -> dict[str, Any] | None:
    """Of a secret vote. Read first: the database gives its fields back in an order of its own."""
    return Protocol.model_validate(vote.protocol).model_dump(mode="json") if vote.protocol else None


def without_ballot(vote: Vote, electors: Sequence[Elector]) -> dict[str, int | None]:
    """Who is in none of the totals. Without a roll, as far as the counts tell."""
    if electors:
        choices = Counter(elector.choice for elector in electors)
        return {c.value: choices[c] for c in (Choice.NOT_VOTING, Choice.ABSENT, Choice.EXCUSED)}
    counts = (vote.in_favour, vote.against, vote.abstained)
    # Papers that are not valid were cast too, and are in no total.
    cast = None if vote.protocol or None in counts else sum(count or 0 for count in counts)
    return {
        "not_voting": difference(vote.present, cast),
        "absent": difference(vote.in_office, vote.present),
        "excused": None,
    }


def difference(whole: int | None, part: int | None) -> int | None:
    return None if whole is None or part is None else whole - part


def official(vote: Vote) -> dict[str, Any] | None:
    """What the sources tell, where the vote is known from them; and where they differ."""
    if not vote.sources:
        return None
    sources = [Source.model_validate(source) for source in vote.sources]
    return {
        "outcome": vote.official_outcome,
        "sources": [source.model_dump(mode="json") for source in sources],
        "conflicts": [sentence.model_dump() for sentence in conflicts(sources)],
    }


def factions(electors: Sequence[Elector]) -> list[dict[str, Any]]:
    """Each faction once, with how its members stood; the roll names it by its id."""
    names = {e.faction: e.faction_name for e in electors if e.faction and e.faction_name}
    choices = Counter((elector.faction, elector.choice) for elector in electors)
    return [
        {
            "id": str(faction),
            "name": name.model_dump(),
            **{choice.value: choices[faction, choice] for choice in Choice},
        }
        for faction, name in sorted(names.items(), key=lambda one: (one[1].latin, str(one[0])))
    ]


def line(elector: Elector) -> dict[str, Any]:
    return {
        "deputy": str(elector.deputy),
        "name": elector.name.model_dump(),
        "faction": elector.faction and str(elector.faction),
        "choice": elector.choice.value,
    }


def links(vote: Vote, place: Place) -> dict[str, str | None]:
    return {
        "self": f"{ADDRESS}/votes/{vote.uid}",
        "proceeding": f"{ADDRESS}/{place.noun}/{place.case}",
        "sitting": f"{ADDRESS}/sittings/{place.sitting}" if place.sitting else None,
        "resolutions": f"{ADDRESS}/resolutions?vote={vote.uid}",
    }
