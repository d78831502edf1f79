"""Settings from the environment or a ``.env`` file."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from difflib import get_close_matches
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, DotEnvSettingsSource, SettingsConfigDict

from bot.errors import OperatorError
from bot.flood import BURST, PER_SECOND
from dialogs.conversation import KEPT_MONTHS

TELEGRAM = "https://api.telegram.org"
ENVIRONMENT = Path(".env")
DEFAULT_DATABASE = Path("data/express-entry-bot.sqlite3")
_MUCH_ALIKE = 0.8
_KEY_BYTES, _KEY_CHARACTERS = 32, 44

_MOST_DIGITS = 16
"""Telegram's numbers have at most 52 bits."""

MOST_MONTHS = 120
HOURS, MOST_HOURS = 6, 168
"""How often the rounds are fetched, unless told otherwise, and how seldom at most."""

_PLAINLY = {
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_parsing": "must be a number",
    "finite_number": "must be a number",
    "greater_than": "must be more than {gt:g}",
    "greater_than_equal": "must be at least {ge:g}",
    "less_than_equal": "must be at most {le:g}",
}
"""What is wrong with a number, by the library's names for it."""

HOW_TO_START = (
    "TELEGRAM_TOKEN is not set: talk to @BotFather in Telegram, send /newbot, "
    "and put the token it gives you into the environment or a .env file"
)


class Settings(BaseSettings):
    """What the operator decides; every field is the environment variable of the same name."""

    model_config = SettingsConfigDict(
        env_file=ENVIRONMENT, env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    telegram_token: SecretStr | None = None
    telegram_api_url: str = TELEGRAM
    database: Path = DEFAULT_DATABASE
    webhook_url: str | None = None
    webhook_listen: str = "127.0.0.1:8080"
    webhook_secret: SecretStr | None = Field(default=None)
    metrics_listen: str | None = None
    retention_months: int = KEPT_MONTHS
    operators: str = ""
    rounds_url: str | None = None
    rounds_hours: float = Field(default=HOURS, ge=1, le=MOST_HOURS)

    flood_burst: int = Field(default=BURST, ge=0)
    flood_per_second: float = Field(default=PER_SECOND, gt=0, allow_inf_nan=False)
    answers_key: SecretStr | None = None

    @field_validator("telegram_token")
    @classmethod
    def _token_fits_an_address(cls, token: SecretStr | None) -> SecretStr | None:
        text = token.get_secret_value() if token else ""
        if any(not c.isascii() or not c.isprintable() or c in " /?#%\\\"'" for c in text):
            raise ValueError(
                "is not a token: it looks like 123456789:AAE… without spaces or quotes"
            )
        return token

    @field_validator("telegram_api_url", "webhook_url", "rounds_url")
    @classmethod
    def _web_address(cls, address: str | None) -> str | None:
        if address is None:
            return None
        scheme, separator, rest = address.partition("://")
        if scheme not in ("http", "https") or not separator or not rest.strip("/"):
            raise ValueError("must be an address such as https://example.org")
        return address.rstrip("/")

    @field_validator("telegram_api_url", "webhook_url")
    @classmethod
    def _without_a_password(cls, address: str | None) -> str | None:
        if "@" in (address or "").partition("://")[2].partition("/")[0]:
            raise ValueError("must hold no name or password, for it is printed")
        return address

    @field_validator("webhook_listen", "metrics_listen")
    @classmethod
    def _host_and_port(cls, listen: str | None) -> str | None:
        if listen is None:
            return None
        host, _, port = listen.rpartition(":")
        if not host or not port.isdecimal() or not 0 < int(port) < 65536:
            raise ValueError("must be host:port, such as 127.0.0.1:8080")
        return listen

    @field_validator("retention_months")
    @classmethod
    def _long_enough_to_be_told(cls, months: int) -> int:
        if not 2 <= months <= MOST_MONTHS:
            raise ValueError(f"must be a whole number of months from 2 to {MOST_MONTHS}")
        return months

    @field_validator("operators")
    @classmethod
    def _numbers_of_people(cls, operators: str) -> str:
        if not all(_is_person(number) for number in _parts(operators)):
            raise ValueError(
                "must be the numbers of people in Telegram (@userinfobot tells one's own), "
                "such as 123456789, several behind commas"
            )
        return operators

    @field_validator("webhook_secret")
    @classmethod
    def _allowed_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        text = secret.get_secret_value() if secret else "a"
        fits = all(c.isascii() and (c.isalnum() or c in "_-") for c in text)
        if not fits or len(text) > 256:
            raise ValueError("may hold letters, digits, _ and - only, at most 256 of them")
        return secret

    @field_validator("answers_key")
    @classmethod
    def _keys_of_their_form(cls, keys: SecretStr | None) -> SecretStr | None:
        if keys is not None and not all(_is_key(key) for key in _listed(keys)):
            raise ValueError(
                "must be a key that express-entry-bot rotate-key --new makes, "
                "or several, the one to encrypt with first, behind commas"
            )
        return keys

    @model_validator(mode="after")
    def _webhook_has_a_secret(self) -> Settings:
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("WEBHOOK_URL needs WEBHOOK_SECRET, a long random word, beside it")
        return self

    def token(self) -> str:
        """The bot's token, or the line that says how to get one."""
        if self.telegram_token is None:
            raise OperatorError(HOW_TO_START)
        return self.telegram_token.get_secret_value()

    def answer_keys(self) -> list[str]:
        """The keys for stored answers, the one to encrypt with first; none: not encrypted."""
        return [] if self.answers_key is None else _listed(self.answers_key)

    def operator_ids(self) -> list[int]:
        """Who may ask for the counts; the number of a person is that of their private chat."""
        return [int(number) for number in _parts(self.operators)]

    def secrets(self) -> list[str]:
        """All that must never be shown."""
        told = (self.telegram_token, self.webhook_secret)
        return [each.get_secret_value() for each in told if each] + self.answer_keys()

    def webhook(self) -> tuple[str, str]:
        """The webhook's address and secret."""
        if self.webhook_url is None or self.webhook_secret is None:
            raise OperatorError("WEBHOOK_URL is not set")
        return self.webhook_url, self.webhook_secret.get_secret_value()


def misspelt() -> dict[str, str]:
    """Names in the ``.env`` file that are no setting, but much like one, with the one they mean."""
    known = [name.upper() for name in Settings.model_fields]
    held = DotEnvSettingsSource(Settings, env_file=ENVIRONMENT).env_vars
    names = {name.upper() for name in held} - {*known}
    near = {name: get_close_matches(name, known, 1, _MUCH_ALIKE) for name in sorted(names)}
    return {name: found[0] for name, found in near.items() if found}


def _listed(keys: SecretStr) -> list[str]:
    return [key.strip() for key in keys.get_secret_value().split(",")]


def _parts(listed: str) -> list[str]:
    return [part.strip() for part in listed.split(",")] if listed.strip() else []


def _is_person(number: str) -> bool:
    fits = number.isascii() and number.isdecimal() and len(number) <= _MOST_DIGITS
    return fits and not number.startswith("0")


def _is_key(text: str) -> bool:
    try:
        return len(text) == _KEY_CHARACTERS and len(urlsafe_b64decode(text)) == _KEY_BYTES
    except ValueError:
        return False


def load() -> Settings:
    """The settings, or one line that names the variable with a bad value."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(str(part) for part in first["loc"]).upper()
        plain = _PLAINLY.get(first["type"])
        limits = first.get("ctx", {})
        reason = plain.format(**limits) if plain else first["msg"].removeprefix("Value error, ")
        raise OperatorError(f"{name} {reason}".strip()) from None
    except (OSError, UnicodeDecodeError):
        raise OperatorError("the file .env cannot be read as UTF-8 text: mend or remove it") from (
            None
        )
