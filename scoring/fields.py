"""The kinds of values that the fields of a profile take, strict and in plain words.

A text is no number and neither is true; a number of JSON may be written 7 or 7.0.
"""

from __future__ import annotations

import re
from datetime import date
from math import isfinite
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

PLAIN = "profile"
"""The type of the errors raised here: their message is already in plain words."""

GREATEST_AGE = 130

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def problem(message: str) -> PydanticCustomError:
    """What is wrong with a value, to be raised while it is validated."""
    # The message is no template of its own: braces in it would be read as places to fill.
    return PydanticCustomError(PLAIN, "{message}", {"message": message})


def number(value: object) -> Number:
    """A number of JSON, where 7.0 and 7 are the same.

    Raises:
        PydanticCustomError: the value is no number, or not a finite one.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise problem("must be a number")
    if isinstance(value, float) and not isfinite(value):
        raise problem("must be a number")
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _iso_date(value: object) -> date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass  # such as 30 February; refused below
    if type(value) is date:
        return value
    raise problem("must be a date such as 2026-11-23")


Number: TypeAlias = int | float
Date: TypeAlias = Annotated[date, BeforeValidator(_iso_date)]
Whole: TypeAlias = Annotated[int, BeforeValidator(_whole)]
Months: TypeAlias = Annotated[Whole, Field(ge=0)]
Years: TypeAlias = Annotated[Whole, Field(ge=0, le=GREATEST_AGE)]
Dollars: TypeAlias = Annotated[Number, BeforeValidator(number), Field(ge=0)]
