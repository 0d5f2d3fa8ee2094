"""An act that offends a rule: refused here, and entered with its verdict if it has occurred."""

from copy import copy
from typing import Any

import pytest

from chamber.law.ruling import Breach, Finding, Unlawful, Verdict
from chamber.reports.acts import AnyAct
from chamber.reports.facts import REPEAT, SUBJECTS
from tests.reports.case import Case


def breaks(
    case: Case,
    asked: AnyAct,
    rule: str,
    breach: Breach = Breach.DEFECT,
    verdict: Verdict = Verdict.INVALID,
    **more: Any,
) -> Finding:
    """The act offends the rule: it is refused here, and entered with its verdict if it occurred."""
    before = case.facts
    with pytest.raises(Unlawful) as refused:
        case.take(asked, **more)
    found = {one.rule: one for one in reversed(refused.value.ruling.findings)}
    assert rule in found, f"found {sorted(found)}"
    assert (found[rule].breach, found[rule].verdict) == (breach, verdict)

    opens = before is None  # Only an opening makes a proceeding whatever the law says of it.
    entered = copy(case)
    assert entered.tell(asked, **more).verdict is not Verdict.VALID
    assert (entered.facts == before) is not opens

    overridden = copy(case)
    if breach is Breach.VOID and verdict is Verdict.INVALID:
        with pytest.raises(Unlawful):
            overridden.take(asked, despite="a reason", **more)
    else:
        overridden.take(asked, despite="a reason", **more)
        assert rule in borne(overridden)
    return found[rule]


def borne(case: Case) -> set[str]:
    """All defects that the matter and its questions bear."""
    return {
        rule for subject in (*SUBJECTS.values(), REPEAT) for rule in case.known().borne(subject)
    }
