"""A matter on the record: its rows tell what its acts told, and the deputy's mandate ends by it."""

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.people.roll import in_office
from tests.mandates.seated import DAY, NEXT, ended, facts, mandate, seated


async def test_a_resolution_ends_the_mandate_on_the_day_after_it(session: AsyncSession) -> None:
    here = await seated(session)

    case = await ended(session, here)

    held = await mandate(session, here.deputy)
    assert (held.ends_on, held.ground, held.because) == (NEXT, "resigned", case)
    assert held.document == (await facts(session, case)).resolutions[0].written_number
    assert [len(await in_office(session, "mazhilis", day)) for day in (DAY, NEXT)] == [98, 97]
