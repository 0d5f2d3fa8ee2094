"""What the house's own connections see: as much of hidden hearings as the one who asks may know.

This is the second line behind the checks of the procedure: whatever they forget, the database shows
no row. Each transaction says for whom it reads, and on which day; if it says nothing, it is shown
what everybody may know. An act that was admitted is then done with the whole record in sight.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.gallery import PART_OF_A_HEARING, ROWS, on_the_board
from chamber.record.rights import APP, DESK

# Settings of one transaction.
ACCOUNT, TODAY = "desk.account", "desk.today"
READ_FOR = text(
    "SELECT set_config('role', :role, true), set_config('search_path', 'public', true),"
    f" set_config('{ACCOUNT}', :account, true), set_config('{TODAY}', :today, true)"
)
# The one role sees by policies; of the other's the planner knows that they are always true, and so
# may use every index, also one whose comparison might tell of the rows it passes by.
SEE_ALL = text(f"SELECT set_config('role', '{APP}', true)")

# The same dated facts as in `hearings/procedure/knowing.py`, written a second time. It is asked
# with the owner's rights, for whoever asks may see neither accounts nor the hearing itself.
MAY_KNOW = """
    CREATE FUNCTION may_know(matter bigint, who uuid, today date) RETURNS boolean
    STABLE SECURITY DEFINER LANGUAGE sql SET search_path = public, pg_temp AS $$
        SELECT EXISTS (
            SELECT FROM account AS a, hearing AS h
            WHERE a.uid = who AND a.disabled_at IS NULL AND h.id = matter AND (
                a.role IN ('secretariat', 'presiding') AND a.chamber = h.chamber
                OR a.role = 'committee' AND EXISTS (
                    SELECT FROM hearing_organiser AS o
                    JOIN body AS b ON b.id = o.body_id AND b.during @> today
                    JOIN proceeding AS p ON p.id = b.id AND p.uid = a.committee
                    WHERE o.hearing_id = matter
                )
                OR a.role = 'deputy' AND EXISTS (
                    SELECT FROM mandate AS m
                    JOIN proceeding AS p ON p.id = m.person_id AND p.uid = a.deputy
                    WHERE m.during @> today
                )
            )
        )
    $$"""
# In a SELECT of its own a setting is read once for a statement, and not for each row.
WHO = f"(SELECT nullif(current_setting('{ACCOUNT}', true), '')::uuid)"
DAY = f"(SELECT nullif(current_setting('{TODAY}', true), '')::date)"


def known(hearing: str) -> str:
    return f"{on_the_board(hearing)} OR may_know({hearing}, {WHO}, {DAY})"


# Where another table is asked, it too shows no more than may be known.
SEEN = {
    **ROWS,
    "proceeding": f"noun <> 'hearings' OR {known('proceeding.id')}",
    "hearing": known("hearing.id"),
    **{part: known(f"{part}.hearing_id") for part in (*PART_OF_A_HEARING, "hearing_reading")},
    "journal": "EXISTS (SELECT FROM public.proceeding AS p WHERE p.id = journal.proceeding_id)",
    "file": f"{ROWS['file']} OR sent_by = {WHO} OR EXISTS (SELECT FROM public.file_sender AS s"
    f" WHERE s.sha256 = file.sha256 AND s.account = {WHO})",
    **{
        table: f"NOT hidden OR may_know({table}.proceeding_id, {WHO}, {DAY})"
        for table in ("deadline", "committee_deadline")
    },
    "booked_day": known("booked_day.proceeding_id"),
    "veiled": known("veiled.proceeding_id"),
    "idempotency": f"account = {WHO}",
}


def sight() -> list[str]:
    return [
        MAY_KNOW,
        "REVOKE EXECUTE ON FUNCTION may_know(bigint, uuid, date) FROM PUBLIC",
        f"GRANT EXECUTE ON FUNCTION may_know(bigint, uuid, date) TO {DESK}",
        *(statement for table in sorted(SEEN) for statement in row_sight(table)),
    ]


def row_sight(table: str) -> list[str]:
    """To the house's own work the whole record is open; at the desk, what may be known."""
    return [
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
        f'CREATE POLICY house ON "{table}" TO {APP} USING (true) WITH CHECK (true)',
        f'CREATE POLICY desk ON "{table}" TO {DESK} USING ({SEEN[table]})',
    ]


async def read_for(session: AsyncSession, account: UUID, today: date) -> None:
    """To the end of the transaction it is the house that reads, for this account on this day."""
    told = {"role": DESK, "account": str(account), "today": today.isoformat()}
    await session.execute(READ_FOR, told)


async def see_all(session: AsyncSession) -> None:
    """To the end of the transaction. For whoever does an act that was asked for at this desk."""
    await session.execute(SEE_ALL)
