"""The calculators through the HTTP door: the same arguments and answers as `chamber law`."""

import json
from urllib.parse import urlencode

import pytest
from click.testing import CliRunner

from chamber.commands.law import law
from tests.web.conftest import Client

THRESHOLDS = {
    "mazhilis": {"A57-6.01": 33, "A57-1.17": 50, "A57-6.17": 66, "A57-2.08": 74},
    "senate": {"A57-6.01": 17, "A57-1.17": 26, "A57-6.17": 34, "A57-2.08": 38},
}
MAY = "2026-05-01"
QUESTIONS = [
    ("rules", {"chamber": "senate", "on": MAY}),
    ("decide", {"rule": "A57-6.17", "chamber": "mazhilis", "on": MAY, "for": "65",
                "against": "20", "present": "91", "in-office": "97"}),
    ("term", {"rule": "A57-4.25", "from": "2026-03-02", "conclusion": "2026-03-06",
              "act-on": "2026-03-16"}),
    ("term", {"rule": "A57-5.11", "event": "2026-04-10T10:00", "act-on": "2026-04-02T23:59"}),
    ("days", {"start": "2024-01-25", "unit": "working_day", "amount": "15",
              "convention": "inclusive"}),
]  # fmt: skip


@pytest.mark.parametrize("chamber", THRESHOLDS)
async def test_w01_w02_a_third_a_majority_two_thirds_and_three_quarters_of_each_chamber(
    public: Client, chamber: str
) -> None:
    for rule, needed in THRESHOLDS[chamber].items():
        for count, adopted in ((needed, True), (needed - 1, False)):
            asked = urlencode({"rule": rule, "chamber": chamber, "on": MAY, "for": count})
            answer = (await public.get(f"/api/v1/law/decide?{asked}")).json()
            told = (answer["needed"], answer["adopted"], answer["verdict"])
            assert told == (needed, adopted, "valid"), rule


@pytest.mark.parametrize(("rule", "last"), [("A57-1.01", "2030-12-31"), ("A57-1.02", "2027-12-31")])
async def test_w11_a_judge_serves_eight_years_and_a_member_of_the_commission_five(
    public: Client, rule: str, last: str
) -> None:
    answer = (await public.get(f"/api/v1/law/term?rule={rule}&from=2023-01-01")).json()

    assert answer["last_day"] == last
    assert "2026" in answer["note"]["en"]


@pytest.mark.parametrize(("question", "arguments"), QUESTIONS)
@pytest.mark.parametrize("dash", ["-", "_"])
async def test_the_door_answers_as_the_command_does(
    public: Client, question: str, arguments: dict[str, str], dash: str
) -> None:
    options = [f"--{name}={value}" for name, value in arguments.items() if name != "rule"]
    rule = [arguments["rule"]] if "rule" in arguments else []
    said = CliRunner().invoke(law, [question, *rule, *options, "--json"])

    asked = urlencode({name.replace("-", dash): value for name, value in arguments.items()})
    answer = await public.get(f"/api/v1/law/{question}?{asked}")

    assert answer.json() == json.loads(said.stdout)
    assert answer.status_code == 200


async def test_a_bad_question_is_a_problem_that_names_the_field(public: Client) -> None:
    asked = f"rule=A57-1.17&chamber=mazhilis&on={MAY}&for=99"
    answer = await public.get(f"/api/v1/law/decide?{asked}")

    assert (answer.status_code, answer.json()["pointer"]) == (422, "#/for")
