"""Make clean characters of what fonts give: each once, none invisible, radicals as the characters meant."""

import unicodedata
from collections.abc import Iterable

from ingest.read.layout.model import Char

LOST = "\ufffd"  # a glyph for which the file does not say which character it is
# Fonts shared by several languages give a radical for the character that looks the same (⻚ for 页). Unicode
# decomposes the Kangxi radicals; for the supplement these are its Equivalent_Unified_Ideograph.
_SUPPLEMENT = (
    "⺴⺏⻍⺭⻆⻚⻲⺛⻮⺔⺅⺘⻓⻨⻀⺈⺼⻤⺡⺉⺧⺦⺟⻳⺒⺓⻟⺨⻋⺬⺺⻣⺊⻢⺻⻑⺎⻄⻙⺯⻘⻅⻩⻁⻒⺠⻌⻭⻬⺙⺄⺩⺗⻔⺰⻗"
    "⻃⺱⻐⺞⻧⺿⻫⺢⺂⺤⻝⻉⺁⻱⺹⺌⻠⻯⺖⺣⺾⺥⻦⺐⻛⺃⺲⻪⻏⻎⻥⺶⻈⻜⻰⺕⺫⻖⻂⺜⺍⺝",
    "冗尣辶礻角页亀旡齿彑亻扌长麦艹刀肉鬼氵刂牛丬母龟巳幺飠犭车示肀骨卜马聿長兀西韦糹青见黄虎镸民辶歯齐攵乙王心门纟雨"
    "覀罓钅歺卤艹斉氺乛爫食贝厂龜耂小饣竜忄灬艹爫鸟尢风乚罒黾邑辶鱼羊讠飞龙彐目阝衤日小月",
)
# One of the Kangxi radicals is a traditional form; some marks have two codes.
_OTHERS = {"\u2003": "\u3000", "\xa0": " ", "\u2f3e": "户", "\u2329": "〈", "\u232a": "〉"}
_RADICALS = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_USUAL = str.maketrans({**_RADICALS, **dict(zip(*_SUPPLEMENT, strict=True)), **_OTHERS})
_SAME = 0.12  # of the size: fake bold prints a glyph again this near
_RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INVISIBLE = {"Cc", "Cf", "Cs", "Cn"}


def clean(chars: Iterable[Char]) -> list[Char]:
    """Return the characters that a reader sees, each once."""
    seen: dict[tuple[str, int, int], list[Char]] = {}
    kept = []
    for char in chars:
        text = char.text if char.text.isspace() else _visible(char.text)
        if text == "" or char.size <= 0:
            continue
        if (usual := text.translate(_USUAL)) != char.text:
            char = char._replace(text=usual)
        if char.text.isspace() or not _is_again(char, seen):
            kept.append(char)
    return kept


def _visible(text: str) -> str:
    if len(text) == 1 and text.isalnum():
        return text
    return "".join(one for one in text if unicodedata.category(one) not in _INVISIBLE)


def _is_again(char: Char, seen: dict[tuple[str, int, int], list[Char]]) -> bool:
    """Say whether the same character stands at the same place, and remember this one."""
    step = char.size / 2
    x, y = int(char.x0 // step), int(char.base // step)
    for near_x in (x - 1, x, x + 1):
        for near_y in (y - 1, y, y + 1):
            for other in seen.get((char.text, near_x, near_y), ()):
                distance = max(abs(other.x0 - char.x0), abs(other.base - char.base))
                if distance < _SAME * char.size and abs(other.size - char.size) < _SAME * char.size:
                    return True
    seen.setdefault((char.text, x, y), []).append(char)
    return False


def raised(char: Char) -> Char:
    """Return a character that stands above its line so that it cannot be taken for one of the line."""
    return char._replace(text=char.text.translate(_RAISED_DIGITS))


def is_lost(text: str) -> bool:
    """Say whether it is not known which character this is; private characters have no meaning to others."""
    return text == LOST or any("\ue000" <= one <= "\uf8ff" or one >= "\U000f0000" for one in text)
