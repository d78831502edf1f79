"""Currencies other than the Canadian dollar, recognised so that nothing is taken at par."""

from __future__ import annotations

import re

from dialogs.reading.outcome import Unreadable
from dialogs.reading.text import word_set

_SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "₦": "NGN",
    "₱": "PHP",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "₫": "VND",
    "฿": "THB",
    "₵": "GHS",
    "৳": "BDT",
    "¥": None,
}
_PREFIXED_DOLLARS = re.compile(r"\b(us|u\.s\.|a|au|nz|hk|s|sg|nt|mx|r) ?\$|\$ ?(us|au|nz|hk|sg)\b")
_DOLLARS = {
    "us": "USD",
    "u.s.": "USD",
    "a": "AUD",
    "au": "AUD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "sg": "SGD",
    "nt": "TWD",
    "mx": "MXN",
    "r": "BRL",
}
_ISO = word_set(  # without those that are English words, such as ALL and TRY
    "aed amd aoa ars aud azn bam bdt bgn bhd bob brl bwp byn chf clp cny cop crc czk dkk dop "
    "dzd egp etb eur gbp gel ghs hkd hnl huf idr ils inr iqd irr isk jmd jod jpy kes khr krw kwd "
    "kzt lbp lkr lyd mad mdl mga mmk mur mxn myr mzn nad ngn nok npr nzd omr pen php pkr pln "
    "qar ron rsd rub rwf sar sdg sek sgd syp thb tnd ttd twd tzs uah ugx usd uyu uzs ves vnd "
    "xaf xof yer zar zmw"
)
_WORDS: dict[str, str | None] = {
    **dict.fromkeys(("euro", "euros"), "EUR"),
    **dict.fromkeys(("sterling", "quid"), "GBP"),
    **dict.fromkeys(("lakh", "lakhs", "lac", "lacs", "crore", "crores"), "INR"),
    **dict.fromkeys(("naira", "nairas"), "NGN"),
    **dict.fromkeys(("fcfa", "cfa"), "XOF"),
    **dict.fromkeys(("yuan", "yuans", "rmb", "renminbi"), "CNY"),
    **dict.fromkeys(("yen", "yens"), "JPY"),
    **dict.fromkeys(("won", "wons"), "KRW"),
    **dict.fromkeys(("real", "reais"), "BRL"),
    **dict.fromkeys(("hryvnia", "hryvnias"), "UAH"),
    **dict.fromkeys(("taka", "takas"), "BDT"),
    **dict.fromkeys(("rial", "rials", "toman", "tomans"), "IRR"),
    **dict.fromkeys(("rand", "rands"), "ZAR"),
    **dict.fromkeys(("american", "americans", "americain", "americains", "us"), "USD"),
    **dict.fromkeys(("australian", "australien", "australiens"), "AUD"),
    **dict.fromkeys(
        (
            *("pound", "pounds", "livre", "livres", "rupee", "rupees", "roupie", "roupies", "rs"),
            *("peso", "pesos", "dinar", "dinars", "dirham", "dirhams", "franc", "francs"),
            *("riyal", "riyals", "ruble", "rubles", "rouble", "roubles", "lira", "couronnes"),
            *("shilling", "shillings", "krona", "kroner", "bitcoin", "bitcoins", "btc"),
        ),
        None,
    ),
}
_LETTERS = re.compile(r"[a-z]+")


def foreign_currency(folded: str) -> Unreadable | None:
    """What to say where a text names a currency other than the Canadian dollar.

    ``currency`` is its ISO code, or None where the name is that of several (pesos, dinars).
    """
    for sign, code in _SIGNS.items():
        if sign in folded:
            return _other(code)
    if found := _PREFIXED_DOLLARS.search(folded):
        return _other(_DOLLARS[found[1] or found[2]])
    for word in _LETTERS.findall(folded):
        if word in _WORDS:
            return _other(_WORDS[word])
        if word in _ISO:
            return _other(word.upper())
    return None


def _other(code: str | None) -> Unreadable:
    return Unreadable("other_currency", {"currency": code})
