"""Races about a vote: who opens it, who closes it, and who is there when it is counted."""

from tests.once.moves import BALLOT, Move
from tests.once.pairs import pair
from tests.once.stand import QUORUM, Stand

Two = tuple[Move, Move]
FOR, MANY, FEW = "for", {"for": 70, "against": 2}, {"for": 20, "against": 60}


@pair("open_vote/open_vote", "a question is put to one vote at a time", alone=True)
async def same_question(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.report()
    told = {"about": "hear", "sitting": sitting, "method": "totals"}
    return (here.move("reports", case, "open_vote", **told),) * 2


@pair("open_vote/open_vote elsewhere", "one vote is open at a sitting", alone=True)
async def same_sitting(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.report()
    other = await here.measures("detention")
    told = {"sitting": sitting, "method": "totals"}
    return (
        here.move("reports", case, "open_vote", about="hear", **told),
        here.move("immunity", other, "open_vote", measure="detention", **told),
    )


@pair("open_vote/open_vote on two measures", "one vote is open at a sitting", alone=True)
async def two_measures(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.measures("detention", "custody")
    told = {"sitting": sitting, "method": "totals"}
    return (
        here.move("immunity", case, "open_vote", measure="detention", **told),
        here.move("immunity", case, "open_vote", measure="custody", **told),
    )


@pair("close_vote/close_vote", "a vote is counted once", alone=True)
async def counted_twice(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.report()
    vote = await here.vote("reports", case, sitting, about="hear")
    return (
        here.move("reports", case, "close_vote", vote=vote, totals=MANY),
        here.move("reports", case, "close_vote", vote=vote, totals=FEW),
    )


@pair("close_vote/close_vote elsewhere", "both add to how often each deputy voted")
async def two_counts(here: Stand) -> Two:
    votes = []
    for nth in range(2):
        sitting, case = await here.sitting(nth), await here.report(minister=nth)
        vote = await here.vote("reports", case, sitting, about="hear", method="ballots")
        for who in here.deputies[:5]:
            await here.press(vote, who, FOR)
        votes.append(here.move("reports", case, "close_vote", vote=vote))
    return votes[0], votes[1]


@pair("ballot/close_vote", "a ballot is in the count, or it is refused")
async def last_ballot(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.report()
    vote = await here.vote("reports", case, sitting, about="hear", method="ballots")
    for who in here.deputies[:5]:
        await here.press(vote, who, FOR)
    last = Move(BALLOT, {"deputy": here.deputies[9], "choice": FOR}, vote)
    return last, here.move("reports", case, "close_vote", vote=vote)


@pair("ballot/ballot", "a deputy has one ballot, and the first one stands", alone=True)
async def two_ballots(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.report()
    vote = await here.vote("reports", case, sitting, about="hear", method="ballots")
    told = {"deputy": here.deputies[9]}
    return (
        Move(BALLOT, told | {"choice": FOR}, vote),
        Move(BALLOT, told | {"choice": "against"}, vote),
    )


@pair("open_vote/close of the sitting", "no sitting closes while a vote is open at it")
async def late_vote(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.report()
    told = {"about": "hear", "sitting": sitting, "method": "totals"}
    return here.move("reports", case, "open_vote", **told), here.move("sittings", sitting, "close")


@pair("close_vote/close of the sitting", "a sitting closes when its votes are closed")
async def both_closed(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.report()
    vote = await here.vote("reports", case, sitting, about="hear")
    closing = here.move("reports", case, "close_vote", vote=vote, totals=MANY)
    return closing, here.move("sittings", sitting, "close")


@pair("open_vote/leave", "the last deputy of a quorum leaves")
async def quorum_leaves(here: Stand) -> Two:
    sitting = await here.sitting(present=here.deputies[:QUORUM])
    case = await here.report()
    told = {"about": "hear", "sitting": sitting, "method": "totals"}
    leaves = here.move("sittings", sitting, "leave", people=here.deputies[:1])
    return here.move("reports", case, "open_vote", **told), leaves


@pair("open_vote/leave of one of many", "a vote is told who is there, and as of when")
async def quorum_stays(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.report()
    told = {"about": "hear", "sitting": sitting, "method": "totals"}
    leaves = here.move("sittings", sitting, "leave", people=here.deputies[:1])
    return here.move("reports", case, "open_vote", **told), leaves


@pair("close_vote/leave", "who is there when a vote is counted")
async def one_leaves(here: Stand) -> Two:
    sitting, case = await here.sitting(present=here.deputies[:QUORUM]), await here.report()
    vote = await here.vote("reports", case, sitting, about="hear")
    closing = here.move("reports", case, "close_vote", vote=vote, totals={"for": 66, "against": 0})
    return closing, here.move("sittings", sitting, "leave", people=here.deputies[:1])


@pair("open_vote/mandate_end", "the deputies in office are those of one moment")
async def one_less(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.report()
    told = {"about": "hear", "sitting": sitting, "method": "totals"}
    end = {"chamber": here.chamber, "ground": "died"}
    return (
        here.move("reports", case, "open_vote", **told),
        here.move("people", here.last, "mandate_end", **end),
    )
