"""The Prosecutor General asks the Mazhilis for a consent, and the two weeks are running."""

from datetime import date

from chamber.demo.founding import Founded
from chamber.immunity.acts import (
    Asked,
    Conclusion,
    Forwarding,
    Information,
    InformationRequest,
    Measure,
    Submission,
)
from chamber.immunity.procedure import IMMUNITY

DEPUTY = 61  # His place among the deputies: he leads nothing.
RECEIVED, FORWARDED, DEMANDED = date(2026, 3, 25), date(2026, 3, 26), date(2026, 3, 27)
CONCLUDED = date(2026, 3, 31)


async def tell_immunity(here: Founded) -> None:
    """All that the vote needs is there, but the word to the deputy: the README goes on."""
    submission = Submission(
        on=RECEIVED, chamber=here.chamber, deputy=here.deputies[DEPUTY], document="№ 2-57/118",
        measures=(
            Asked(measure=Measure.CRIMINAL_LIABILITY),
            Asked(measure=Measure.HOUSE_ARREST),
        ),
    )  # fmt: skip
    uid = await here.clerks.open(IMMUNITY, submission)
    for act in (
        Forwarding(on=FORWARDED, document="№ 04-11/57"),
        InformationRequest(
            on=DEMANDED, to="Тергеуші / Следователь",
            text="Күдіктің негіздері көрсетілсін. Указать основания подозрения.",
        ),
        Information(on=CONCLUDED, request=1, document="№ 7-1/903"),
        Conclusion(
            on=CONCLUDED, favours=True, document="№ 14/285",
            text="Ұсыныс заңға сай ресімделген. Представление оформлено по закону.",
        ),
    ):  # fmt: skip
        await here.clerks.do(IMMUNITY, uid, act)
