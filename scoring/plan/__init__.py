"""How to score more: every single change re-scored, those that gain sorted by gain."""

from scoring.plan.build import plan
from scoring.plan.model import Action, Assumption, Combination, Exchange, Plan, Shortfall

__all__ = ["Action", "Assumption", "Combination", "Exchange", "Plan", "Shortfall", "plan"]
