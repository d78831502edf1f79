"""For the catalogue: every reason why an answer was not taken, at a question where it occurs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialogs.reading.dates import OLDEST, YOUNGEST

if TYPE_CHECKING:
    from collections.abc import Mapping

_AGES = {"given": 3, "minimum": YOUNGEST, "maximum": OLDEST}

PROBLEMS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "choice_unreadable": ("education", {}),
    "choice_not_offered": ("canadian_study", {"choice": "three_or_more_years"}),
    "test_not_accepted": ("first_language_test", {}),
    "assessment_needed": ("has_eca", {}),
    "eca_of_quebec": ("has_eca", {}),
    "unknown_not_taken": ("education", {}),
    "not_skippable": ("birth_date", {}),
    "date_unreadable": ("birth_date", {}),
    "date_incomplete": ("birth_date", {}),
    "date_impossible": ("birth_date", {}),
    "date_past": ("birth_date", {"given": "2020-03-01"}),
    "date_future": ("birth_date", {"given": "2094-03-01"}),
    "age_out_of_range": ("birth_date", _AGES),
    "dates_reversed": ("canadian_experience", {}),
    "month_needed": ("foreign_experience", {"year": 2023}),
    "duration_unreadable": ("foreign_experience", {}),
    "duration_exact": ("foreign_experience", {}),
    "duration_negative": ("foreign_experience", {}),
    "duration_too_long": ("foreign_experience", {"maximum_years": 60}),
    "part_time": ("canadian_experience", {"hours": 30}),
    "recent_more_than_total": ("recent_canadian_experience", {"months": 30}),
    "category_more_than_total": ("category_experience_months", {"months": 30}),
    "scores_cefr": ("first_language_scores", {}),
    "scores_labels_unclear": ("first_language_scores", {}),
    "scores_need_four": ("first_language_scores", {"given": 3}),
    "scores_too_many": ("first_language_scores", {"given": 5}),
    "scores_none_found": ("first_language_scores", {}),
    "scores_overall_only": ("first_language_scores", {"given": "7.5"}),
    "scores_leftover": ("first_language_scores", {"given": "tomorrow"}),
    "scores_look_like_levels": ("first_language_scores", {"test": "tef"}),
    "scores_of_another_test": ("first_language_scores", {"test": "tef", "given": "ielts"}),
    "score_not_half_band": (
        "first_language_scores",
        {"test": "ielts", "ability": "writing", "given": "7.3", "minimum": 0, "maximum": 9},
    ),
    "score_not_whole": (
        "second_language_scores",
        {"test": "celpip", "ability": "reading", "given": "7.5", "minimum": 0, "maximum": 12},
    ),
    "score_out_of_range": (
        "second_language_scores",
        {"test": "celpip", "ability": "speaking", "given": "13", "minimum": 0, "maximum": 12},
    ),
    "tef_wrong_column": (
        "first_language_scores",
        {"test": "tef", "ability": "listening", "given": "503", "minimum": 0, "maximum": 360},
    ),
    "occupation_not_found": ("occupation", {}),
    "noc_unknown": ("occupation", {"given": "99999"}),
    "noc_four_digits": ("occupation", {"given": "2173", "since": "2022-11-16"}),
    "noc_five_digits": ("occupation", {"given": "212"}),
    "amount_unreadable": ("settlement_funds", {}),
    "amount_negative": ("settlement_funds", {}),
    "amount_too_large": ("settlement_funds", {"maximum": 100_000_000}),
    "one_amount": ("settlement_funds", {}),
    "other_currency": ("settlement_funds", {"currency": "INR"}),
    "family_size_unreadable": ("family_size", {}),
    "family_size_out_of_range": ("family_size", {"given": 90, "minimum": 1, "maximum": 20}),
    "family_without_spouse": ("family_size", {}),
    "zone_unreadable": ("time_zone", {}),
    "profile_expired": ("profile_submitted", {"months": 12}),
}
