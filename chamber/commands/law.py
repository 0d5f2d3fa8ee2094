"""`chamber law`: the law's answers on the command line, for people and for other programs."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from chamber.law.asking import BadQuestion
from chamber.law.asking_rules import ask_decide, ask_rules
from chamber.law.asking_terms import ask_days, ask_term

Json = dict[str, Any]
Answer = Callable[..., None]


class Refused(click.ClickException):
    """Bad input: one line on standard error, and exit status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(f"chamber law: {self.message}", file=file, err=True)


def arguments(*names: str) -> Callable[[Answer], Answer]:
    """Options that pass their words through as they are: the law itself reads them."""

    def add(command: Answer) -> Answer:
        for name in reversed(names):
            command = click.option(f"--{name}", name.replace("-", "_"), multiple=True)(command)
        return click.option("--json", "as_json", is_flag=True, help="For other programs.")(command)

    return add


@click.group()
def law() -> None:
    """What the law says: its rules, a count, a term, working days."""


@law.command()
@arguments("chamber", "on")
def rules(as_json: bool, **raw: Sequence[str]) -> None:
    """Every rule in force for a chamber on a day."""
    answer(ask_rules, raw, told_rules, as_json=as_json)


@law.command()
@click.argument("rule", required=False)
@arguments(
    "chamber",
    "on",
    "for",
    "against",
    "abstain",
    "present",
    "registered",
    "in-office",
    "members",
    "taking-part",
)
def decide(as_json: bool, **raw: Sequence[str]) -> None:
    """What a count comes to under a rule, such as A57-6.17."""
    answer(ask_decide, raw, told_count, as_json=as_json)


@law.command()
@click.argument("rule", required=False)
@arguments("chamber", "from", "event", "conclusion", "act-on")
def term(as_json: bool, **raw: Sequence[str]) -> None:
    """When the term of a rule ends, such as A57-4.25."""
    answer(ask_term, raw, told_term, as_json=as_json)


@law.command()
@arguments("start", "unit", "amount", "convention", "roll")
def days(as_json: bool, **raw: Sequence[str]) -> None:
    """Count days, working days, weeks, months or years from a day."""
    answer(ask_days, raw, told_days, as_json=as_json)


def answer(
    ask: Callable[[Mapping[str, str]], Any],
    raw: Mapping[str, Sequence[str]],
    told: Callable[[Any], str],
    *,
    as_json: bool,
) -> None:
    try:
        found = ask({name: once(name, words) for name, words in raw.items() if words})
    except BadQuestion as bad:
        raise Refused(str(bad)) from None
    click.echo(json.dumps(found, ensure_ascii=False, indent=2) if as_json else told(found))


def once(name: str, words: Sequence[str]) -> str:
    if isinstance(words, str):
        return words
    if len(words) > 1:
        raise BadQuestion(name, "is given twice")
    return words[0]


def told_rules(found: list[Json]) -> str:
    if not found:
        return "No rule is in force for this Chamber on this day."
    return "\n".join(told_rule(rule) for rule in found)


def told_rule(rule: Json) -> str:
    share = f"{rule['share']} of {rule['base']}" if rule["share"] else None
    quota = f"quota {rule['quota']}" if rule["quota"] else None
    said = ", ".join(words for words in (share, quota, rule["term"]) if words)
    return f"{rule['rule']:<14} {rule['breach']}  {said or '-':<26} {rule['cite']}"


def told_count(found: Json) -> str:
    lines = [found["rule"], found["cite"], f"verdict: {found['verdict']}", *sentence(found)]
    for reading in found["readings"]:
        reached = "reached" if reading["adopted"] else "not reached"
        lines.append(
            f"{reading['name']}: {reading['needed']} of {reading['total']} needed, {reached}"
        )
    if found["both_needed"]:
        lines.append("The other Chamber must reach its own threshold too.")
    return "\n".join(lines)


def told_term(found: Json) -> str:
    (limit,) = found.keys() & {"last_day", "latest", "earliest"}
    name = limit.replace("_", " ")
    lines = [found["rule"], found["cite"], f"{name}: {found[limit]}"]
    lines += [f"verdict: {found['verdict']}"] if found["verdict"] else []
    lines += sentence(found)
    lines += [f"{reading['name']}: {reading.get(limit)}" for reading in found["readings"]]
    return "\n".join(lines)


def told_days(found: Json) -> str:
    skipped = [f"{day['date']} skipped: {day['reason']}" for day in found["skipped"]]
    due, calendar = f"due: {found['due']}", f"calendar: {found['calendar']}"
    return "\n".join([due, f"counted: {len(found['counted'])}", *skipped, calendar])


def sentence(found: Json) -> list[str]:
    said = found.get("sentence")
    return [said["kk"], said["ru"], said["en"]] if said else []
