"""Questions about rules and counts in plain words, and their answers for other programs."""

from collections.abc import Mapping
from typing import Any

from chamber.law.asking import BadQuestion, chamber, day, only, required, whole
from chamber.law.counts import NAMES, Counts
from chamber.law.deciding import NoThreshold, decide_on
from chamber.law.rule import Rule
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Impossible
from chamber.law.seats import Chamber, NoEdition

Json = dict[str, Any]

# The numbers of a count, as the arguments are called outside; who chairs is no number.
NUMBERS = Counts.model_fields.keys() - {"chair_present"}
ARGUMENTS = {field: NAMES.get(field, field) for field in Counts.model_fields if field in NUMBERS}


def ask_rules(raw: Mapping[str, str]) -> list[Json]:
    """Arguments: chamber, on. Every rule in force that day, in the order of the catalogue."""
    asked = only(raw, ("chamber", "on"))
    try:
        law = LAW.on(chamber(asked), day(asked, "on"))
    except NoEdition:
        return []
    return [told_rule(law, rule) for rule in law.rules.values()]


def told_rule(law: Law, rule: Rule) -> Json:
    return {
        "rule": rule.id,
        "cite": rule.cite,
        "from": rule.since.isoformat(),
        "share": None if rule.share is None else str(rule.share),
        "base": rule.base,
        "term": rule.term,
        "convention": rule.convention,
        "quota": rule.quota,
        "breach": rule.breach,
        "readings": [
            {"name": f"{name} {letter}", "counts": letter in question.counts}
            for name, question in law.questions(rule).items()
            for letter in sorted(question.readings)
        ],
    }


def ask_decide(raw: Mapping[str, str]) -> Json:
    """Arguments: rule, chamber, on, and the numbers of the count."""
    asked = only(raw, ("rule", "chamber", "on", *ARGUMENTS.values()))
    house, on = chamber(asked), day(asked, "on")
    rule = rule_of(required(asked, "rule"), house)
    counts = Counts(**{field: whole(asked, name) for field, name in ARGUMENTS.items()})
    try:
        ruling = decide_on(LAW, house, on, rule, counts)
    except Impossible as impossible:
        raise BadQuestion(impossible.field, impossible.message) from None
    except NoThreshold as problem:
        raise BadQuestion("rule", str(problem)) from None
    answer = ruling.model_dump(mode="json", exclude={"edition", "findings"})
    if ruling.reason is None:
        del answer["reason"]
    return answer


def rule_of(rule: str, house: Chamber) -> str:
    if rule not in LAW.rules:
        raise BadQuestion("rule", f"{rule!a} is unknown")
    if not LAW.rules[rule].concerns(house):
        raise BadQuestion("rule", f"{rule} is not a rule of the {house.capitalize()}")
    # Also on a day when the rule sleeps: a rule that never counted has no threshold to reach.
    if not any(wording.share for wording in LAW.rules[rule].texts_for(house)):
        raise BadQuestion("rule", f"{rule} has no threshold")
    return rule
