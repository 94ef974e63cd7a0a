"""Writes what stands around the tasks: notice, title, signature, last lines."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bench.made.body import office_of
from bench.made.chance import happens, weighted
from bench.made.desk import Desk
from bench.made.model import Block, Facts, Paragraph
from bench.made.numerals import chinese, spelt
from bench.made.words import data


@dataclass(frozen=True, slots=True)
class Frame:
    """The blocks before and behind the tasks, and what they say of the plan."""

    facts: Facts
    before: list[Block]
    after: list[Block]


def _names(desk: Desk, **more: Any) -> dict[str, Any]:
    """Return the words that patterns of frame.yml may use."""
    place = desk.place
    return {
        "place": place.own,
        "county": place.name,
        "above": place.parent,
        "sign": place.sign,
        "mark": place.town[:1],
        "town": place.town,
        "p": place.word or place.we,
        "year": desk.year,
        "next": desk.year + 1,
        "office": office_of(desk),
        **more,
    }


def _issuer(desk: Desk) -> tuple[str, str]:
    """Return the issuing body and the letters of its document numbers."""
    level = {"district": "county"}.get(desk.place.level, desk.place.level)
    options = [
        o for o in data("frame")["issuers"][level] if desk.place.town[-1:] in o.get("town", desk.place.town)
    ]
    chosen = desk.rng.choice(options)
    names = _names(desk)
    return chosen["name"].format(**names), chosen["letters"].format(**names)


def _title(desk: Desk) -> tuple[str, str]:
    """Return the title of the plan and its kind."""
    words = data("frame")
    kind = weighted(desk.rng, words["kinds"])
    is_table = desk.rule["layout"] == "table"
    end = desk.rng.choice(words["table_ends"] if is_table else kind["ends"])
    theme = desk.rng.choice(words["themes"])
    place = "全国" if desk.place.level == "state" else desk.place.own
    pattern = desk.rng.choice(words["titles"])
    return pattern.format(place=place, year=desk.year, theme=theme, end=end), kind["kind"]


def _day(desk: Desk, day: date) -> str:
    """Return a date as signatures have it; older ones in Chinese numerals."""
    if day.year <= 2012 and happens(desk.rng, 0.4):
        return f"{spelt(day.year)}年{chinese(day.month)}月{chinese(day.day)}日"
    return f"{day.year}年{day.month}月{day.day}日"


def _notice(desk: Desk, facts: Facts, shown: str) -> list[Block]:
    """Return the notice that the plan is attached to."""
    words, names = data("frame"), _names(desk, title=facts.title)
    issuer, number = facts.issuer[0], Paragraph(facts.doc_no or "", style="meta")
    quoted = f"《{facts.title}》" if happens(desk.rng, 0.7) else facts.title
    if happens(desk.rng, 0.5):
        head: list[Block] = [Paragraph(f"{issuer}关于印发{quoted}的通知", style="title")]
    else:
        head = [Paragraph(issuer, style="title"), Paragraph(f"关于印发{quoted}的通知", style="title")]
    head = [number, *head] if happens(desk.rng, 0.4) else [*head, number]
    body = desk.rng.choice(words["notices"]).format(**names)
    if happens(desk.rng, 0.3):
        body += desk.rng.choice(words["asides"])
    body += _rule_for(desk, "first")
    addressee = desk.rng.choice(words["addressees"][desk.place.level]).format(**names)
    signed = [Paragraph(issuer, style="right"), Paragraph(shown, style="right")]
    public = [Paragraph(desk.rng.choice(words["public"]))] if happens(desk.rng, 0.3) else []
    return [*head, Paragraph(addressee, style="address"), Paragraph(body), *signed, *public]


def _rule_for(desk: Desk, name: str) -> str:
    """Return the document's rule on who leads, where the form has one of this name."""
    return str(desk.rng.choice(data("frame")["rules"][name])) if desk.rule.get("note") == name else ""


def _start(desk: Desk, facts: Facts, shown: str, with_notice: bool) -> list[Block]:
    """Return everything before the tasks."""
    blocks = _notice(desk, facts, shown) if with_notice else []
    blocks.append(Paragraph(facts.title, style="title"))
    if not with_notice:
        blocks += [
            Paragraph(text, style="meta") for text in (facts.doc_no, facts.date and f"（{shown}）") if text
        ]
        rule = _rule_for(desk, "first")
        blocks += [Paragraph(rule)] if rule else []
    if happens(desk.rng, 0.6):
        blocks.append(Paragraph(desk.rng.choice(data("frame")["intros"]).format(**_names(desk))))
    star = _rule_for(desk, "star")
    return [*blocks, Paragraph(f"（注：{star}）")] if star else blocks


def _end(desk: Desk) -> list[Block]:
    """Return the lines behind the tasks."""
    words, names = data("frame"), _names(desk)
    found: list[Block] = []
    if happens(desk.rng, 0.35):
        found.append(Paragraph(desk.rng.choice(words["ends"]).format(**names)))
    if desk.place.parent and desk.place.level != "township" and happens(desk.rng, 0.15):
        found.append(Paragraph(desk.rng.choice(words["copies"]).format(**names), style="address"))
    return found


def frame(desk: Desk) -> Frame:
    """Return what stands around the tasks of a plan."""
    title, kind = _title(desk)
    issuer, letters = _issuer(desk)
    day = date(desk.year, desk.month, desk.rng.randint(1, 28))
    number = f"{letters}〔{desk.year}〕{desk.rng.randint(1, 90)}号"
    with_notice = happens(desk.rng, 0.8)
    known = with_notice or happens(desk.rng, 0.5)
    facts = Facts(
        title,
        kind,
        desk.year,
        number if known else None,
        day.isoformat() if known else None,
        desk.place.district,
        (issuer,) if with_notice else (),
    )
    before, after = _start(desk, facts, _day(desk, day), with_notice), _end(desk)
    return Frame(_known(facts, desk, [*before, *after]), before, after)


def _known(facts: Facts, desk: Desk, blocks: list[Block]) -> Facts:
    """Return what the text tells: a town whose county is named nowhere could be any town of that name."""
    shown = "".join(block.text for block in blocks if isinstance(block, Paragraph))
    is_told = desk.place.level != "township" or desk.place.name in shown
    return facts if is_told else replace(facts, district=None)
