"""Money a plan offers: rates of a base, amounts, caps, and per what.

Rules: `subsidy/offer`, `subsidy/table` (`subsidies_tables`), one row a printed rate or amount; a ceiling without either is a row of its own. Conventions: `200万元以上`
behind 销售收入 is a condition and no amount; `分别…5万元、10万元` are two amounts; 累计不超过 caps every amount of its sentence; money
in yuan. Read only in sentences that offer (奖补, 补助, 补贴, 奖励, 资助, 支持).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core.numerals import number_of
from graph.statements import Subsidy
from loaders.gazette import lists
from loaders.gazette.headings import mark_of
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

_OFFER = re.compile(
    r"津贴|安家费|奖补|补助|补贴|奖励|资助|扶持|奖金|配套|后补助|支持|贴息|返还|[特一二三四优]等奖|奖(?=\s*\d)"
)
_RATE = re.compile(
    r"(?:的|按照?|最高|给予|利率|年化|比例|不超过|(?<=[额息费金款价租]))\s*(?P<rate>\d{1,3}(?:\.\d{1,2})?)%\s*(?:的?(?:标准|比例|年?利率)|以内)?\s*"
    r"(?:,|进行|予以|给予|给|的?(?:奖补|补助|补贴|奖励|资助|配套|支持|贴息|返还)|兑现|(?=\((?:最高|最多|不超过|上限|封顶)[^()]{2,14}\)\s*的?[\u4e00-\u9fff]{0,6}(?:奖补|补助|补贴|奖励|资助|贴息)))"
)
#: `展位费补贴80%`: the verb before the rate.
_RATE_BEHIND = re.compile(
    r"(?:补贴|补助|奖补|奖励|资助|贴息|返还)\s*(?P<rate>\d{1,3}(?:\.\d{1,2})?)%(?=\s*(?:[,;。]|$))"
)
#: A rate in a cell of rates: `30%`, `设备投资额的30%，最高20万元`.
_RATE_OF_CELL = re.compile(
    r"(?:^|(?<=[的按照为至额价费用资高过]))\s*(?P<rate>\d{1,3}(?:\.\d{1,2})?)%(?=\s*(?:[,;。(]|$))"
)
_MONEY = re.compile(
    r"(?:(?P<number>\d{1,9}(?:\.\d{1,4})?)\s*(?P<times>万|亿|千|百)?|(?P<spoken>(?=[^元]{0,11}[十百千万亿])[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]{1,11}))"
    # Of a list only the last may say what is counted: `分别奖励10万、5万元`.
    r"(?:元|(?<=万)(?=[、和]\s?\d{1,6}(?:\.\d{1,2})?万(?:[、和]\s?\d{1,6}(?:\.\d{1,2})?万){0,4}元))"
    r"(?:/(?P<per>[一-龥]{1,4}))?"
)
_UNIT_OF_HEAD = re.compile(r"(?:单位:)?(?P<times>[万亿千百]?)元(?:/(?P<per>[一-龥]{1,6})(?:/[一-龥]{1,3})?)?")
_BARE_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,4})?")
#: What is borne by somebody, or lent: `乡镇承担400元`, `贷款额度最高50万元`.
_NOT_GIVEN = re.compile(
    r"(?:承担|负担|自筹|缴纳|出资|贷款(?:额度|金额|总额|规模)(?:最高(?:可达|为)?|不超过|不得超过|控制在|上限为?|限额为?)?)\s*$"
)
_CAP_BEFORE = re.compile(
    r"(?P<all>累计|总额|合计|总计)?(?:最高|额度|金额|总额|补助|补贴|奖补|奖励|支持)*(?:不超过|不得超过|不高于|不多于|最多|至多|控制在|最高(?:可达|可|给予|奖补|奖励|补助|补贴|支持|资助|可给予|贴息|返还|配套|兑现|发放|享受|可享受|可补助|可补贴|可奖励|可贴息|额度?为?|限额为?|为)?|上限(?:为)?|封顶(?:为)?|限额)\s*$"
)
#: `2万元至5万元`: the second amount of a range is the most that is given.
_RANGE_BEFORE = re.compile(r"\d\s*[万亿千百]?元?\s*(?:[-—–~]+|至|到)\s*$")
#: Words that give before what a rate is of: `给予投资额5%的补助`.
_GIVEN = re.compile(r"(?:再|分别|一次性)?(?:给予|予以|享受)")
#: `贷款按年利率3%贴息`: how the rate is counted is no part of what it is of.
_BY_YEAR = re.compile(r"(?<=..)(?:按照?|以)(?:同期|基准)?[年月]$")
_CONDITION_AFTER = re.compile(r"\s*(?:\([^()]{1,6}\))?(?:及)?(?:以上|以下|至|-|—|\(含\))")
_CONDITION_BEFORE = re.compile(
    r"(?:收入|产值|投资额?|规模|营业额|销售额|注册资本|缴税|纳税|税收|利润|金额达|达到|超过|突破|满|不低于|不少于|每增[长加])[^,。;不]{0,6}$"
)
_NOT_CONDITION = re.compile(r"不(?:得)?超过$")
_GIVES_BEFORE = re.compile(
    r"(?:给予|奖补|补助|补贴|奖励|资助|支持|发放|享受|再给|安排|予以|奖|补|一次性|剩余|元、)[^,。;元]{0,16}$|[、和]\s*$"
)
_VERB_BEFORE = re.compile(r"(?:给予|奖补|补助|补贴|奖励|资助|发放|予以|等?奖)[^,。;元]{0,16}$")
_GIVES_AFTER = re.compile(
    r"\s*+(?:/[一-龥]{1,4}\s*+)?(?:的)?(?:标准)?(?:(?:给予|予以)[一-龥]{2}(?=补助|补贴|奖励)|给予|予以|进行|发放)?(?:一次性|资金|专项|财政)?(?:奖补|补助|补贴|奖励|资助|支持|扶持|经费|后补助|奖金|配套|贴息|标准)"
)
_PER = re.compile(
    r"(?P<per>每(?:平方米|立方米|平方公里|公里|公顷|公斤|千克|千瓦时?|兆瓦|延米|标准箱)|每[一-龥]{1,6}?每[年月天日]|每[年月亩户](?=贴息|补助|补贴|奖补|奖励|最高|不超过)|每[一-龥]{1,6}?|单个[一-龥]{1,6}?|单[户家项台])"
    r"(?:最高|不超过|再|一次性|给予|分别|发放|累计|补助|奖励|补贴|奖补|支持|金额|额度|总额|限额|资助|贴息|按|(?!每)[一-龥]{2}(?:补助|补贴|津贴))*$"
)
_BENEFICIARY = re.compile(
    r"(?:对于?|凡)(?P<who>[^。;]{2,160}?)(?:,?(?:按照?|在[^,]{2,24}基础上|再?给予|分别|一次性|最高|予以|每|(?<=[业位人户构目台室心店区校台的])(?:奖励|补助|补贴|资助|奖补)))"
)
#: Whom a clause offers to that does not say 对: what ends in 的 before a comma or the verb (`重新认定的奖励10万元`), or in a body.
_SUBJECT = re.compile(
    r"(?:^|(?<=[,;:。. )])|(?<=元、)|(?<=[补励]、))(?P<who>(?!按|给予|经|每|在[^,;]{2,24}基础上|其中|一次性|最高|累计|同一|单个|鼓励|支持|该)[^,;:。对元]{2,60}?(?:的(?=,(?!.{0,8}再给)|(?:分别|一次性)?(?:给予|奖励|补助|补贴|资助|奖补))"
    r"|(?:企业|单位|个人|项目|农户|机构|平台|团队|农民|合作社|农场|商户|工厂|院所|人员|景区|酒店)(?=,?(?:分别|一次性|再)*(?:给予|奖励|补助|补贴|资助|奖补))))"
)
#: What is done for it, where nobody is named: `新建牛舍，每平方米补助120元`.
_DEED = re.compile(
    r"\s*(?P<deed>(?:首次|当年|年度)?(?:新建|改建|扩建|改造|新增|引进|引育|购置|购买|种植|养殖|饲养|栽植|建设|创建|获得|取得|获评|认定|通过|流转|加装|安装|更换|淘汰|报废|举报|培育|开展|举办|参加|租用|建成)"
    r"[^,;。:对元]{2,40}?)(?:的)?,\s*(?=每|单[个户]|一次性|按|给予|予以|最高|补助|补贴|奖励|奖补)"
)
#: Of what class or rank is what is offered an amount: `国家级500万元、省级100万元给予奖励`, `一等奖5000元，二等奖3000元`.
_CLASS = re.compile(
    r"(?P<class>[^,;:。、()]{0,10}(?:级|类|档|[特一二三四甲乙丙]等|等奖|等次|名牌|商标|[金银铜]牌|第[一二三四五六七八]名))"
    r"(?:的|企业|单位|项目|产品|各|每[个项家名]|分别|为){0,2}$"
)
#: An amount of a class and nothing else.
_CLASS_ALONE = re.compile(
    r"[^,;:。、()\d]{0,6}(?:[国省市县区]级|[特一二三四甲乙丙]等|[一二三四]等奖|[ABC甲乙丙一二三四]类|[金银铜]牌|第[一二三四五六七八]名)(?:的|企业|单位|项目|产品|各|每[个项家名]){0,2}\s*\d{1,9}(?:\.\d{1,4})?[万亿千百]?元"
)
_NAMED = re.compile(r"[^,;:。、\s()]{2,20}(?:\([^()]{1,12}\))?$")
_ONLY_GIVES = re.compile(
    r"(?:每[\u4e00-\u9fff]{1,3}|单[个户家项台]|给予|予以|一次性|分别|最高|按照?|定额|财政|奖励|奖补|补助|补贴|资助|支持|扶持|标准|金额|资金|的|为|再){1,6}"
)
_NEAR = 24  # letters between two amounts of a list, at most
_HEADING_ENDS = re.compile(r"[\]】〕]\s*")
#: What parts the amounts of one list of conditions: `突破1亿元、5亿元、10亿元的企业`.
_LISTED = ("、", "和", "或", "或者", "及")
_LONGEST = 600
_TOGETHER = 20  # a ceiling reaches back over no more offers than a sentence ever makes
_TIMES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


@dataclass(slots=True)
class Offer:
    """A row in the making, with its place in the passage."""

    start: int
    end: int
    condition: str = ""
    basis: str = ""
    rate: str = ""
    amount: str = ""
    cap: str = ""
    per: str = ""


def read(notice: Notice) -> Iterator[Subsidy]:
    """The offers of one document in printed order, under the number of the item they stand in."""
    folded, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    if notice.kind in ("chronicle", "masthead", "imprint") or (
        folded.find("元", first, last) < 0 and folded.find("%", first, last) < 0
    ):
        return
    number = ""
    for passage in notice.body:
        text = passage.text
        if "\t" in text:
            continue
        mark = mark_of(passage)
        if mark is not None:
            number = mark.number
        if ("元" in text or "%" in text) and _OFFER.search(text):
            for offer in _offers(passage, mark.end if mark else 0):
                yield Subsidy(
                    source=notice.source(passage, offer.start, offer.end, rule="subsidy/offer", confidence=0.9),
                    task_number=number,
                    condition=offer.condition,
                    basis=offer.basis,
                    rate_percent=offer.rate,
                    amount_yuan=offer.amount,
                    cap_yuan=offer.cap,
                    per=offer.per,
                )


def _offers(passage: Passage, begin: int) -> Iterator[Offer]:
    text = passage.text
    for low, high in _with_classes(text, lists.split(text, begin, len(text), marks="。;")):
        if _OFFER.search(text, low, high) and ("元" in text[low:high] or "%" in text[low:high]):
            yield from _sentence(passage, low, high)


def _with_classes(text: str, sentences: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences, those put together that go on with amounts of further classes (`奖励国家级50万元；省级20万元`)."""
    above: tuple[int, int] | None = None
    for low, high in sentences:
        if above is not None and text[above[1] : low].strip() == ";" and _CLASS_ALONE.fullmatch(text, low, high):
            above = above[0], high
            continue
        if above is not None:
            yield above
        above = low, high
    if above is not None:
        yield above


def offers_in_cell(cell: Passage, unit: str) -> list[Offer]:
    """What a cell of amounts and rates offers; all of it does, though no word of the cell says so.

    `unit` is what the head of the column says of a bare number in it: `万元`, `元/人`.
    """
    words = cell.text.strip()
    counted = _UNIT_OF_HEAD.fullmatch(unit) if _BARE_NUMBER.fullmatch(words) else None
    if counted is not None:
        yuan = _plain(Decimal(words) * _TIMES[counted["times"] or ""])
        return [Offer(0, len(cell.text), amount=yuan, per=counted["per"] or "")]
    offers: list[Offer] = []
    for low, high in lists.split(cell.text, marks="。;"):
        offers.extend(_sentence(cell, low, high, offered=True))
    return offers


def _sentence(passage: Passage, low: int, high: int, *, offered: bool = False) -> list[Offer]:
    text = passage.text
    offers: list[Offer] = []
    receivers = _Receivers(passage, low, high)
    tokens = sorted(
        [
            *_RATE.finditer(text, low, high),
            *_RATE_BEHIND.finditer(text, low, high),
            *_MONEY.finditer(text, low, high),
        ],
        key=_place,
    )
    if offered:
        rates = {token.start("rate") for token in tokens if token.re is not _MONEY}
        bare = (match for match in _RATE_OF_CELL.finditer(text, low, high) if match.start("rate") not in rates)
        tokens = sorted([*tokens, *bare], key=_place)
    asked = low  # the end of the last amount that is a condition
    by_class = _by_class(text, low, high, tokens, offered=offered)
    for token in tokens:
        if _NOT_GIVEN.search(text, max(low, token.start() - _NEAR), token.start()):
            continue
        condition = receivers.before(token.start())
        if not condition and token.start() in by_class:
            condition = passage.printed(*by_class[token.start()])
        if token.re is not _MONEY:
            rate = _plain(Decimal(token["rate"]))
            offers.append(Offer(*_evidence(low, high, token), condition, _basis(passage, low, token), rate=rate))
            continue
        before, after = (
            text[max(low, token.start() - 40) : token.start()],
            text[token.end() : min(high, token.end() + 16)],
        )
        yuan = _plain(
            Decimal(number_of(token["spoken"]))
            if token["spoken"]
            else Decimal(token["number"]) * _TIMES[token["times"] or ""]
        )
        cap = _CAP_BEFORE.search(before)
        per = _PER.search(before)
        per_words = token["per"] or (per["per"] if per else "")
        if cap or (_RANGE_BEFORE.search(before) and (_GIVES_AFTER.match(after) or _VERB_BEFORE.search(before))):
            _cap(
                offers,
                Offer(*_evidence(low, high, token), condition, per=per_words, cap=yuan),
                everything=cap is not None and bool(cap["all"]),
            )
        elif _is_condition(before, after) or (text[asked : token.start()] in _LISTED and not _GIVES_AFTER.match(after)):
            asked = token.end()
        elif offered or token.start() in by_class or _GIVES_AFTER.match(after) or _GIVES_BEFORE.search(before):
            condition = condition or (_named_before(passage, low, token.start()) if offered else "")
            offers.append(Offer(*_evidence(low, high, token), condition, amount=yuan, per=per_words))
    return offers


def _named_before(passage: Passage, low: int, place: int) -> str:
    """What an amount of a list is for, by the words right before it (`甲产线3万元、乙车间6万元`); empty if they only give."""
    named = _NAMED.search(passage.text, max(low, place - _NEAR), place)
    return passage.printed(*named.span()) if named is not None and not _ONLY_GIVES.fullmatch(named.group()) else ""


def _place(token: re.Match[str]) -> int:
    return token.start("rate") if "rate" in token.re.groupindex else token.start()


def _by_class(
    text: str, low: int, high: int, tokens: list[re.Match[str]], *, offered: bool
) -> dict[int, tuple[int, int]]:
    """Where the classes stand before amounts in a row, by the starts of the amounts; words that give at one of them give all."""
    found: dict[int, tuple[int, int]] = {}
    run: list[tuple[re.Match[str], tuple[int, int]]] = []
    end = low
    for token in [*(one for one in tokens if one.re is _MONEY), None]:
        named = None if token is None else _CLASS.search(text, max(end, token.start() - _NEAR), token.start())
        if token is not None and named is not None:
            run.append((token, named.span("class")))
        else:
            if len(run) > 1 and (offered or any(_is_given(text, low, high, one) for one, _ in run)):
                found.update((one.start(), span) for one, span in run)
            run = []
        end = end if token is None else token.end()
    return found


def _is_given(text: str, low: int, high: int, token: re.Match[str]) -> bool:
    before, after = text[max(low, token.start() - 40) : token.start()], text[token.end() : min(high, token.end() + 16)]
    return bool(_GIVES_AFTER.match(after) or _VERB_BEFORE.search(before))


class _Receivers:
    """Whom a sentence offers to, each named before what it is offered: `对甲奖励50万元，对乙奖励20万元`."""

    def __init__(self, passage: Passage, low: int, high: int) -> None:
        said = [match.span("who") for match in _BENEFICIARY.finditer(passage.text, low, high)]
        others = (
            _behind_heading(passage.text, *match.span("who")) for match in _SUBJECT.finditer(passage.text, low, high)
        )
        self._spans = sorted([*said, *(one for one in others if not any(a <= one[0] <= b for a, b in said))])
        self._deed = _DEED.match(passage.text, low, high) if not said else None
        self._passage = passage

    def before(self, place: int) -> str:
        """The last one named before a place; empty if none is."""
        near = [span for span in self._spans if span[1] <= place]
        if not near and self._deed is not None and self._deed.end("deed") < place:
            return self._passage.printed(*self._deed.span("deed"))
        return self._passage.printed(*near[-1]) if near else ""


def _behind_heading(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the heading in brackets that opens it (`【贷款贴息】获得贷款的企业`)."""
    close = _HEADING_ENDS.search(text, start, end) if text[start] in "[【〔" else None
    return (close.end(), end) if close is not None else (start, end)


def _cap(offers: list[Offer], ceiling: Offer, *, everything: bool) -> None:
    """Put a ceiling on what its sentence offered before it; with nothing before it, it is an offer itself."""
    near = offers[-_TOGETHER:]
    free = [offer for offer in near if not offer.cap]
    if not free:
        offers.append(ceiling)
        return
    for offer in free if everything else free[-1:]:
        offer.cap = ceiling.cap
        offer.per = offer.per or ceiling.per


def _is_condition(before: str, after: str) -> bool:
    if _CONDITION_AFTER.match(after):
        return True
    return (
        bool(_CONDITION_BEFORE.search(before)) and not _NOT_CONDITION.search(before) and not _GIVES_AFTER.match(after)
    )


def _basis(passage: Passage, floor: int, token: re.Match[str]) -> str:
    """What the rate is a share of: the words between 按照 and the rate, back to the last mark."""
    text = passage.text
    near = max(floor, token.start() - 60)
    start = max(near, *(text.rfind(mark, near, token.start()) + 1 for mark in ",。;:"))
    for mark in ("按照", "按"):
        found = text.rfind(mark, start, token.start())
        if found >= 0 and token.start() - found >= len(mark) + 2:
            return passage.printed(found + len(mark), token.start())
    given = _GIVEN.match(text, start, token.start())
    led = _BY_YEAR.search(text, start, token.start())
    return passage.printed(given.end() if given else start, led.start() if led else token.start())


def _evidence(low: int, high: int, token: re.Match[str]) -> tuple[int, int]:
    """The sentence, or the near part of one that never ends."""
    if high - low <= _LONGEST:
        return low, high
    return max(low, token.start() - _LONGEST // 2), min(high, token.end() + _LONGEST // 4)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
