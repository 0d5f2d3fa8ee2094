"""A short walk at random through every room: the house does what the law says, act by act."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.walk.eras import ERAS, Era
from tests.walk.ground import walk_in

ACTS = 120  # In each era.


@pytest.mark.timeout(300)
@pytest.mark.parametrize("era", ERAS, ids=lambda era: era.name)
async def test_each_act_comes_to_what_the_law_says(engine: AsyncEngine, era: Era) -> None:
    walk = await walk_in(engine, era, "57", ACTS, lambda acts: None)

    assert walk.found == []
