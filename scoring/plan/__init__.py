"""How to score more: every single change re-scored, and the sets that reach a target."""

from scoring.plan.build import plan
from scoring.plan.changes import apply
from scoring.plan.model import (
    NOMINATION,
    Action,
    Assumption,
    Combination,
    Exchange,
    Plan,
    Shortfall,
    months_of,
)

__all__ = [
    "NOMINATION",
    "Action",
    "Assumption",
    "Combination",
    "Exchange",
    "Plan",
    "Shortfall",
    "apply",
    "months_of",
    "plan",
]
