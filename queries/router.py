"""What a typed question asks for, without a language model: a small, honest router over the canned queries.

A question is recognised by the words around what it is about (谁负责…, …的AB角是谁, who stands in for …), as
`phrasings.yaml` lists them; the rest is the subject, which the search index resolves. What no phrasing takes is not
guessed at: the reader gets the questions that can be asked, nearest first.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from core.errors import ConfigError, UsageError
from graph.days import checked_day
from graph.search.spelling import simplified
from queries.spans import without_span, without_stretch
from queries.stretches import Stretch

Kind = Literal[
    "responsible", "portfolio", "roster", "stand_in", "oversight", "holders", "groups", "posts", "portfolio_changes",
    "group_changes", "tasks_of", "duties_of", "plans_of", "citations", "facts_of", "desks", "successors", "events",
    "chronicle", "appointments", "changes", "papers", "paper", "plans", "group_list", "indicators", "validity", "periods",
    "levels", "rules", "phases", "targets", "makers", "founding", "stale_seats", "deadline", "deadlines", "subsidies",
    "oversight_history", "timeline", "impact", "uncovered_tasks", "uncovered_bodies", "superseded", "to_adjust",
    "stale_tasks", "workload", "unseen", "findings", "pairs", "mentions", "verdict", "holds_post", "leaders",
]  # fmt: skip
Label = Literal["Task", "Matter", "Organisation", "Person", "Group", "Post", "Plan", "Document", "Jurisdiction"]

#: A subject never begins with the question word itself, nor with what ends the verb (谁接替了…), and never holds another.
_SUBJECT = r"(?P<subject>(?!哪|了|who\b|what\b|which\b)(?:(?!谁|什么|哪些|哪个|哪位|哪份|多少).)+?)"
#: What a post ends in; without one `谁是高明` would ask for a post of that name.
_OFFICE_TAIL = "(?:[区县市旗州盟镇乡局院校科部会行省]长|主任|书记|主席|董事长|总经理|经理|检察长|大队长|支队长|队长|秘书长|组长|常委)"
_OFFICE = f"(?P<subject>(?:.*?){_OFFICE_TAIL})"
#: Who is asked for: 谁, 哪位领导, 哪个副区长 …
_WHO = "(?:谁|哪(?:一?位|一?个|些|几位)(?:[省市区县旗州盟镇乡]?领导|(?:常务)?副?[省市区县旗州盟镇乡]长|负责人)?)"
#: A place said before the question word: 东胜区谁分管教育, 区政府有几位副区长.
_PLACE = r"(?P<place>[\u3400-\u9fff·]{1,12}?(?:[省市区县旗州盟镇乡道]|政府)的?)?"
#: A place that a list is asked for, or none: 东胜区有哪些领导小组.
_WHERE = r"(?:(?:全|我|本|咱|我们|咱们)[省市区县旗州盟镇乡]|(?P<subject>[\u3400-\u9fff·]{1,14}?[省市区县旗州盟镇乡道])(?:人民)?(?:政府)?)?的?"
#: A place, by its name or by its level alone.
_AT = r"(?P<subject>[\u3400-\u9fff·]{0,14}?[省市区县旗州盟镇乡])"
#: The groups that papers set up.
_GROUPS = "(?:议事协调机构|领导小组|工作小组|协调小组|小组|工作专班|专班|委员会|指挥部|联席会议)"
#: Somebody of whom yes or no is asked, and a second one.
_ONE = r"(?P<one>(?![谁哪])[\u3400-\u9fff·]{2,12}?)"
_OTHER = r"(?P<other>(?![谁哪])[\u3400-\u9fff·]{2,12}?)"
#: A group by a name that ends as groups do.
_GROUP = r"(?P<subject>(?:(?!谁|什么|哪)[\u3400-\u9fff·]){1,40}?(?:小组|专班|委员会|指挥部|联席会议))"
#: A post of which it is asked whether somebody holds it; how he holds it (代理) is asked of his posts.
_HELD = (
    r"(?P<what>(?!(?:谁|什么|哪|啥|何|几|正式|代理|提名|代|挂职|过|AB|[ABC]角))(?:(?!谁|什么|哪|的(?:AB|[AB])角).){0,18}?"
    rf"(?<!小组)(?<!专班)(?:{_OFFICE_TAIL}))(?<!组长)"
)
#: A level of response or of warning.
_LEVEL = "(?P<subject>(?:[一二三四]|I{1,3}|IV|[1-4])级(?:应急)?(?:响应|预警)|[红橙黄蓝]色(?:等级)?(?:预警)?)"
_DAY = re.compile(
    r"(?:在|到|截至|截止)?(\d{4})(?:年|-|/|\.)(\d{1,2})(?:月|-|/|\.)(\d{1,2})日?(?:的时候|时|当天|这天)?,?\s*"
)
_NOISE = re.compile(
    r"[“”‘’\"《》「」『』]+|(?<![?。.!\s])[?。.!\s]+$|^(?:您好|你好|请|麻烦|劳驾)[,，!！]|^(?:请教|(?:请|麻烦|劳驾)?(?:您|你)?(?:帮我|给我|帮忙)?"
    r"(?:问一下|问下|问问|查一下|查查|查询一下|查下|看一下|看看|告诉我|说一下|说说|讲讲|请问|问)|我?(?:想|要|想要)(?:知道|问一下|问问|问|了解一下|了解|查一下|查)"
    r"|^(?:我们|咱们?|本)?[省市区县旗](?:里|上)(?=谁|哪)|(?:您|你)?(?:知道|能不能告诉我|能告诉我|可以告诉我))(?:一下)?[,:，：]?(?=.)|(?:呢|啊|呀|吗|嘛|谢谢)[?!。,，]?$"
)
#: 现任区长 is the 区长 of the day; 现任什么职务 asks for a post.
_PRESENT = re.compile("现任的?(?=.{0,20}?(?:长|主任|书记|主席|经理))(?!.{0,4}(?:什么|哪|何|职))")
#: The head's role of a committee is called like a post.
_GROUP_ROLE = re.compile(r"(?P<group>.+?)的?(?P<role>(?:常务)?副?主任|(?:常务|第一)?副?组长|副?总指挥)")
#: Lists, papers and periods are asked for in words of their own, which the general phrasings of the second file would swallow.
_FILES = ("phrasings-verdicts.yaml", "phrasings-papers.yaml", "phrasings.yaml")
#: Below this likeness (of 100) an example has nothing of the question; the usual order of questions then stands.
_ALIKE = 50.0
#: Kinds that are asked for a period as well as for a day; of them alone a year is taken for a period (2023年的文件).
PERIODIC: frozenset[Kind] = frozenset({
    "events", "chronicle", "appointments", "changes", "papers", "group_list", "deadlines", "group_changes", "portfolio_changes",
})  # fmt: skip
_ON = re.compile(r"(?<!\s)\s+(?:on|as of|at)$|^on\s+", re.IGNORECASE)


class Phrasing(BaseModel):
    """One entry of `phrasings.yaml`: the answer asked for, what its subject may be, how the question is put."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    labels: tuple[Label, ...]
    bare: bool = False  # whether it may be asked of nothing in particular
    expressions: tuple[str, ...]
    examples: dict[str, str]
    counter: tuple[str, ...] = ()

    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """The expressions, compiled for the whole question."""
        return tuple(
            re.compile(
                each.replace("{post}", _OFFICE)
                .replace("{who}", _WHO)
                .replace("{place}", _PLACE)
                .replace("{where}", _WHERE)
                .replace("{at}", _AT)
                .replace("{groups}", _GROUPS)
                .replace("{level}", _LEVEL)
                .replace("{one}", _ONE)
                .replace("{other}", _OTHER)
                .replace("{group}", _GROUP)
                .replace("{held}", _HELD)
                .replace("{}", _SUBJECT),
                re.IGNORECASE,
            )
            for each in self.expressions
        )


@dataclass(frozen=True, slots=True)
class Intent:
    """A question understood: which answer, about which words (may be any of `labels`), on which day.

    `on` is empty if the question names no day; `role` the role in a group that was asked for (组长), if any; `what` says
    which of several things the kind may be about (会议, 修订); `people` are those of whom yes or no is asked;
    `period` is a stretch of days as it was said, `year_taken` the year it was taken to be of if it says none (0: that of the day asked of).
    """

    kind: Kind
    subject: str
    labels: tuple[Label, ...]
    on: str = ""
    role: str = ""
    what: str = ""
    people: tuple[str, ...] = ()
    period: Stretch | None = None
    year_taken: int = 0


def understand(question: str) -> Intent | None:
    """What a question asks for; None if no phrasing takes the whole of it. Raises `InputError` for a day that is none.

    >>> understand("谁负责知识产权质押融资？")
    Intent(kind='responsible', subject='知识产权质押融资', labels=('Task', 'Matter', 'Organisation'), on='', role='')
    >>> understand("今天天气如何") is None
    True
    """
    whole_words = plain(question)
    rest, span = without_span(whole_words)
    # A day may be one end of a span, so that is looked for first.
    spanned = _matched(rest) if span is not None and not span.is_year else None
    if spanned is not None:
        return replace(spanned, period=span)
    words, on = _without_day(whole_words)
    if not on:
        rest, period = without_stretch(words)
        found = _matched(rest) if period is not None else None
        # A year may be a part of a title (2023年工作要点): then the whole words say what is meant.
        sure = period is not None and found is not None and (not period.is_year or found.kind in PERIODIC)
        whole = None if sure else _matched(words)
        return replace(found, period=period) if found is not None and whole is None else whole
    found = _matched(words)
    return replace(found, on=on) if found is not None else None


def _matched(words: str) -> Intent | None:
    """The first phrasing that takes the whole of the words."""
    for phrasing, patterns in _compiled():
        for pattern in patterns:
            match = pattern.fullmatch(words)
            if match is None:
                continue
            named = match.groupdict()
            subject = (named.get("subject") or "").strip(" ,的")
            if subject or phrasing.bare:
                place = (named.get("place") or "").removesuffix("的")
                return Intent(
                    phrasing.kind,
                    place + subject,
                    phrasing.labels,
                    role=named.get("role") or "",
                    what=named.get("what") or "",
                    people=tuple(named[each] for each in ("one", "other") if named.get(each)),
                )
    return None


def otherwise(intent: Intent) -> tuple[Intent, ...]:
    """What else a question may ask for if nothing has its subject.

    食品安全委员会主任 is a post, or a role in a group; 副区长都有谁 asks for a group, or for who holds a post; 区财政局负责什么 for a
    person's desk, or for the work of a body; 谁负责实施方案 for a task, or for the tasks of a plan.
    """
    if intent.kind == "holders" and (match := _GROUP_ROLE.fullmatch(intent.subject)):
        return (Intent("roster", match["group"], ("Group",), intent.on, match["role"]),)
    if intent.kind == "roster" and intent.role.startswith("办公室"):
        # An office may be a body of its own: 政府办公室主任.
        return (Intent("holders", intent.subject + intent.role, ("Post",), intent.on),)
    if intent.kind == "roster" and is_office(intent.subject):
        return (Intent("holders", intent.subject, ("Post",), intent.on),)
    if intent.kind == "portfolio":
        return (replace(intent, kind="tasks_of", labels=("Organisation",)),)
    if intent.kind == "responsible":
        # Who answers for a plan: its tasks, each with its leader and units.
        return (replace(intent, kind="tasks_of", labels=("Plan", "Document")),)
    if intent.kind == "tasks_of":
        return (replace(intent, labels=("Person",)),)
    if intent.kind == "groups":
        return (replace(intent, labels=("Person",) if "Person" not in intent.labels else ("Organisation",)),)
    if intent.kind == "duties_of":
        return (Intent("portfolio", intent.subject, ("Person",), intent.on),)
    return ()


def group_role(words: str) -> tuple[str, str]:
    """The group and the role in it that words name (食品安全委员会主任); both empty if they name none."""
    match = _GROUP_ROLE.fullmatch(words)
    return (match["group"], match["role"]) if match is not None else ("", "")


def is_office(words: str) -> bool:
    """Whether words end as a post does: 区财政局局长, 副区长."""
    return re.search(f"{_OFFICE_TAIL}$", words) is not None


def is_position(words: str) -> bool:
    """Whether words are an office and say nothing of where: 副区长, 书记."""
    return re.fullmatch(f"(?:常务|党组|专职|第一)?副?{_OFFICE_TAIL}", words) is not None


def suggestions(question: str, *, limit: int = 6) -> tuple[str, ...]:
    """Questions that can be asked, one an answer: those like the given one first, then in their usual order."""
    from rapidfuzz import fuzz

    words = plain(question)
    examples: dict[Kind, list[str]] = {}
    for phrasing in phrasings():
        examples.setdefault(phrasing.kind, []).extend(phrasing.examples)
    usual = {kind: place for place, kind in enumerate(get_args(Kind))}

    def nearness(kind: Kind) -> tuple[float, int]:
        best = max(fuzz.partial_ratio(words, plain(each)) for each in examples[kind])
        return (-best if best >= _ALIKE else 0.0, usual[kind])

    return tuple(examples[kind][0] for kind in sorted(examples, key=nearness)[:limit])


def day_of(intent: Intent, on: str) -> str:
    """The day a question is for: the one given beside it (`--on`), else the one in its words, else empty.

    Raises `UsageError` (`TWO-DAYS`) if both are there and differ.
    """
    if on and intent.on and on != intent.on:
        raise UsageError(
            f"问题里是 {intent.on}，选项里是 {on} | the question says {intent.on}, the option {on}",
            remedy="只留一个日期 | leave one of the two days out",
            code="TWO-DAYS",
        )
    return on or intent.on


def plain(question: str) -> str:
    """A question as it is matched: simplified characters, half width, without quotation marks and politeness."""
    text = simplified(unicodedata.normalize("NFKC", question)).strip()
    before = ""
    while before != text:
        before, text = text, _NOISE.sub("", text).strip()
    text = _PRESENT.sub("", text)
    return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", text)


@cache
def phrasings() -> tuple[Phrasing, ...]:
    """The phrasings, in the order in which they are tried. Raises `ConfigError` if the file is not as it should be."""
    found: list[Phrasing] = []
    for name in _FILES:
        text = resources.files("queries").joinpath(name).read_text(encoding="utf-8")
        try:
            found += [Phrasing.model_validate(entry) for entry in yaml.safe_load(text)]
        except (yaml.YAMLError, ValidationError) as error:
            raise ConfigError(f"{name}: {error}", remedy="修正该文件 | correct the file", code="PHRASINGS") from error
    return tuple(found)


@cache
def _compiled() -> tuple[tuple[Phrasing, tuple[re.Pattern[str], ...]], ...]:
    return tuple((phrasing, phrasing.patterns()) for phrasing in phrasings())


def _without_day(words: str) -> tuple[str, str]:
    """The words without the day printed among them, and that day."""
    match = _DAY.search(words)
    if match is None:
        return words, ""
    year, month, day = match.groups()
    on = checked_day(f"{year}-{int(month):02}-{int(day):02}")
    rest = words[: match.start()] + words[match.end() :]
    return _ON.sub("", rest.strip(" ,")).strip(" ,"), on
