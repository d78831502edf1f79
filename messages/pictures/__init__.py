"""Pictures for people who would rather look than read, each with the same facts in words."""

from messages.fonts.press import PressError
from messages.pictures.facts import (
    Change,
    PlanFacts,
    ScoreFacts,
    Step,
    TimelineFacts,
    score_facts,
    timeline_facts,
)
from messages.pictures.picture import Picture
from messages.pictures.plan import plan_drawing, plan_picture
from messages.pictures.score import score_drawing, score_picture
from messages.pictures.timeline import timeline_drawing, timeline_picture
from messages.pictures.trend import TrendFacts, trend_drawing, trends_drawing

__all__ = [
    "Change",
    "Picture",
    "PlanFacts",
    "PressError",
    "ScoreFacts",
    "Step",
    "TimelineFacts",
    "TrendFacts",
    "plan_drawing",
    "plan_picture",
    "score_drawing",
    "score_facts",
    "score_picture",
    "timeline_drawing",
    "timeline_facts",
    "timeline_picture",
    "trend_drawing",
    "trends_drawing",
]
