"""Votes are told in the order in which they were entered, also where one counts only later."""

from sqlalchemy import Text, cast, func, select

from chamber.record.journal import Entry
from chamber.record.votes.tables import Vote

# The first entry that names the vote. Later ones may, of the next round. The row may be younger
# than those of later votes: a vote that does not count has none until it does.
OPENED_BY = (
    select(func.min(Entry.id))
    .where(Entry.proceeding_id == Vote.proceeding_id, Entry.kind == "open_vote")
    .where(func.strpos(func.convert_from(Entry.body, "UTF8"), cast(Vote.uid, Text)) > 0)
    .correlate(Vote)
    .scalar_subquery()
)
