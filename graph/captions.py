"""Texts in two languages: `中文 | English`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text2:
    """A text in Chinese and in English."""

    zh: str
    en: str


def parse_text2(text: str) -> Text2:
    """Split `中文 | English`. Raises ValueError when a side is missing."""
    zh, bar, en = text.partition(" | ")
    if not bar or not zh.strip() or not en.strip():
        raise ValueError(f"expected '中文 | English', found {text!r}")
    return Text2(zh.strip(), en.strip())
