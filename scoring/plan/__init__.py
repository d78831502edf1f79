"""How to score more: every single change re-scored, those that gain sorted by gain."""

from scoring.plan.build import plan
from scoring.plan.model import Action, Combination, Plan

__all__ = ["Action", "Combination", "Plan", "plan"]
