"""What the law of its day says of a vote that is known from sources. Pure."""

from collections.abc import Sequence

from chamber.law import counts
from chamber.law.act import Sentence, Value
from chamber.law.deciding import decide_on
from chamber.law.judging import recorded
from chamber.law.rulebook import LAW
from chamber.law.ruling import Impossible, Ruling
from chamber.law.words import quoted
from chamber.record.recorded.acts import AnotherSource, RecordedAct, RecordedVote, Source
from chamber.record.votes.facts import Outcome
from chamber.record.votes.rules import outcome

COUNTED = ("in_favour", "against", "abstained", "present")
NAMES = {
    "in_favour": Sentence(kk="Жақтап берілген дауыс", ru="«За»", en="For"),
    "against": Sentence(kk="Қарсы берілген дауыс", ru="«Против»", en="Against"),
    "abstained": Sentence(kk="Қалыс қалған", ru="Воздержались", en="Abstained"),
    "present": Sentence(kk="Қатысқан", ru="Присутствовали", en="Present"),
}
OFFICIAL = {
    Outcome.ADOPTED: Sentence(
        kk=" Дереккөз бойынша ресми нәтиже: шешім қабылданды.",
        ru=" Официальный результат по источнику: решение принято.",
        en=" Official outcome according to the source: adopted.",
    ),
    Outcome.NOT_ADOPTED: Sentence(
        kk=" Дереккөз бойынша ресми нәтиже: шешім қабылданбады.",
        ru=" Официальный результат по источнику: решение не принято.",
        en=" Official outcome according to the source: not adopted.",
    ),
    None: Sentence(kk="", ru="", en=""),
}


class Facts(Value):
    """A recorded vote: what was first told, the other sources since, and what it comes to."""

    told: RecordedVote
    others: tuple[Source, ...] = ()
    ruling: Ruling
    outcome: Outcome


class Given(Value):
    """Nothing from elsewhere on the record is needed: the sources tell it all."""


def judge(facts: Facts | None, act: RecordedAct, given: Given) -> Ruling:
    if isinstance(act, AnotherSource):
        return recorded()
    check_rule(act)
    first = act.sources[0].counts
    if first.in_favour is None:
        return not_judged(act)
    counted = counts.Counts(
        count=first.in_favour, against=first.against, abstained=first.abstained,
        present=first.present,
    )  # fmt: skip
    return decide_on(LAW, act.chamber, act.on, act.rule, counted)


def check_rule(act: RecordedVote) -> None:
    if act.chamber not in LAW.chambers.chambers:
        raise Impossible("chamber", f"there is no chamber {act.chamber!r}")
    dated = LAW.rules.get(act.rule)
    if dated is None or not any(getattr(w, "share", None) for w in dated.since.values()):
        raise Impossible("rule", f"{act.rule} is not a rule with a threshold")


def not_judged(act: RecordedVote) -> Ruling:
    official = OFFICIAL[act.official_outcome]
    return Ruling(
        rule=act.rule,
        cite=LAW.last_cite(act.rule, act.chamber, act.on),
        verdict=None,
        reason="counts not known",
        sentence=Sentence(
            kk=f"Баға берілмеді: дауыс саны белгісіз.{official.kk}",
            ru=f"Оценка не дана: число голосов неизвестно.{official.ru}",
            en=f"Not judged: the counts are unknown.{official.en}",
        ),
    )


def step(facts: Facts | None, act: RecordedAct, given: Given, ruling: Ruling) -> Facts:
    match act:
        case RecordedVote():
            return Facts(told=act, ruling=ruling, outcome=outcome(ruling))
        case AnotherSource():
            assert facts is not None, "a source is added to a vote"
            return facts.model_copy(update={"others": (*facts.others, act.source)})


def next_acts(facts: Facts) -> list[str]:
    return ["source"]


def conflicts(sources: Sequence[Source]) -> list[Sentence]:
    """Where the sources tell different numbers: each number, with those who tell it."""
    said = []
    for name in COUNTED:
        numbers = [(s.name, getattr(s.counts, name)) for s in sources]
        known = [(source, number) for source, number in numbers if number is not None]
        if len({number for _, number in known}) > 1:
            said.append(differ(NAMES[name], known))
    return said


def differ(what: Sentence, known: Sequence[tuple[str, int]]) -> Sentence:
    told = [(quoted(source), number) for source, number in known]
    return Sentence(
        kk=f"Дереккөздердің деректері сәйкес келмейді. {what.kk}: "
        + ", ".join(f"{source.kk} — {number}" for source, number in told) + ".",
        ru=f"Данные источников расходятся. {what.ru}: "
        + ", ".join(f"{source.ru} — {number}" for source, number in told) + ".",
        en=f"The sources differ. {what.en}: "
        + ", ".join(f"{source.en} — {number}" for source, number in told) + ".",
    )  # fmt: skip
