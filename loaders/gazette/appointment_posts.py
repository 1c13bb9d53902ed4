"""The posts in the words behind 任 or 免去: parted, cleaned, and each with its body.

`市财政局总会计师、党组成员` holds two posts of one body; the second takes it from the first. `市外事办公室主任` brings its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette.names import bare_posts, is_unit, names_the_place
from loaders.gazette.persons import is_title
from loaders.readers.paper import Passage

_ASIDE = re.compile(r"(?:\([^()]*\))+$")
#: `拟任甲镇党委副书记、提名为甲镇镇长候选人`.
_NOMINATED_FOR = re.compile(r"^拟?提名其?(?:为|担任|任)")
_NOMINATED = re.compile(rf"[(（]提名[)）]\s*$|{_NOMINATED_FOR.pattern}")
#: `正科级领导职务` is how a post is told that is not named yet: there 职务 is no closing word.
_CLOSING = re.compile(r"(?:(?<!级领导)(?:的?职[务级])|一职|的?岗位|(?:拟任用?|拟提拔)?人选|候选人)$")
_PART = re.compile(r"、|兼任(?:的)?|兼(?:的)?|及|和|并任")
_GAP = re.compile(r"[ \u3000]{1,4}(?=[省市县区旗州盟镇乡])")
_NEXT_MARK = re.compile(r"[、,;。(]|兼")
_OWN = re.compile(r"(?:中共|中国|国家|全国|自治|省|市|县|区|旗|盟|州|镇|乡|街道|苏木|政府|人民|党委|本|我)")
_BODY_END = (
    "局|厅|委员会|(?<=[省市县区旗盟州团])委|政府|公司|集团(?![)]?[\u4e00-\u9fff]{0,6}公司)|[小中大]学|学校|学院|医院|卫生院|中心|[一二三四五六七八九十]中(?!学)|[一二三四五六七八九十]小(?!学)|幼儿园|办事处|街道|镇|乡|苏木"
    "|法院|检察院|党校|银行|协会|联合会|总工会|妇联|报社|园区|开发区|管委会|支队|总队|大队|所|院|馆|站|办公室|办|署"
)
_FIRST_BODY = re.compile(rf"^(?!办公室).*?(?:{_BODY_END})(?<!^.)")
_HAS_BODY = re.compile(rf"(?:{_BODY_END})(?=.)")
#: What is only a part of a body that the paper leaves out: another part does not stand under it.
_PART_OF_BODY = re.compile(r"(?:年级|班|处|室|科|股|部|组)$")
#: A centre inside a hospital, a school or a company, told by what it cares for and no place: `后勤服务中心主任、工会副主席`.
_INNER_CENTRE = re.compile(
    r"(?:后勤|总务|信息|网络|教学|教师|学生|实训|实验|体检|采购|资产|财务|结算|档案|图文|客服|质量|监控|维修|物业|安保|心理|就业)[\u4e00-\u9fff]{0,6}中心"
)
#: A house inside a college or a museum, printed without its name: `图书馆馆长，免去其学报编辑部主任职务`.
_INNER_HOUSE = re.compile(r"(?:图书|档案|校史|博物|体育|科技|展览|美术|文博)馆|(?:校|附属|附设)医院|出版社")
#: `局法规科科长兼信访科科长`: the house that speaks, said once for its rooms. 院 and 校 begin words (院感科, 校务处).
_BUREAU_THAT_SPEAKS = re.compile(r"[局厅](?=[\u4e00-\u9fff]{2,10}[科室处股]$)")
#: The bureaus of a zone bear no place: `甲开发区管委会副主任兼财政金融局局长`.
_ZONE = re.compile(r".+(?:管理委员会|管委会)$")
_BUREAU_ALONE = re.compile(
    r"(?![省市县区旗盟州镇乡街]|[\u4e00-\u9fff]{2,6}[市县区旗镇乡])[\u4e00-\u9fff]{2,10}局副?局长$"
)
#: A part of a works (`二车间党支部书记`).
_SHOP = re.compile(r"[\u4e00-\u9fff\d]{1,8}(?:车间|班组|工区|矿区|项目部)")
#: An office of a school or a hospital, without a place of its own, behind a post there: `甲中学副校长兼安全办主任`.
_HOUSE = re.compile(r"(?:学校|[小中大]学|幼儿园|学院|医院|卫生院|保健院|(?:教育|职教|培训|医疗)中心)$")
_OFFICE_OF_HOUSE = re.compile(
    r"(?:(?![国街局院校]|[\u4e00-\u9fff]{0,4}[省市县区旗盟州镇乡])[\u4e00-\u9fff]{2,4}(?:办|科|室|处)|办公室|院感科|院办|校办)副?(?:主任|科长|处长)"
)
_INNER = re.compile(
    r"^(?:团委|团总支|妇联|审判委员会|检察委员会|党组|党委|党总支|党支部|机关党委|工会|纪委|纪检组|董事会|监事会|校长|院长|学术委员会|村民委员会)"
)
_POSITION = re.compile(
    r"(?:第一|常务|专职|兼职|执行)*副?(?:书记|主任|局长|厅长|部长|处长|科长|股长|校长|院长|所长|庭长|审判长|站长|队长|大队长|支队长|中队长|镇长|乡长|县长|区长|市长|旗长|省长|州长|盟长|主席|经理|总经理|总裁"
    r"|(?:职工|独立|外部|执行)?董事|(?:职工)?监事|董事长|监事会主席|法定代表人|秘书长|会长|理事长|馆长|行长|社长|台长|园长|场长|检察长|政委|主编|总编辑)$"
    r"|(?:校长|院长|局长|主任|总经理|董事长|书记)助理$|(?:党组|党委|党总支|党支部|审判委员会|检察委员会|常务)?(?:成员|委员|常委)$|总[\u4e00-\u9fff]{1,3}师$|(?:年级|组)长$|(?:[一二三四]级|助理|代理|首席|专职|兼职|[正副]?[科处厅]级|正?高级|副)*(?:审判员|检察员|调研员|督学|主任科员|组织员|工程师|参事)$"
)
#: Judges and procurators belong to their court or procuratorate, not to the chamber of the post printed before theirs.
_JUDICIAL = re.compile(r"(?:代理|助理)?(?:审判员|检察员|审判长)|(?:审判|检察)委员会(?:专职)?委员")
_COURT = re.compile(r"^.*?(?:法院|检察院)")
_GROUP_ROLE = re.compile(
    r"(?:(?<!副)(?<!年级|教研|备课|监察|纪检)(?<!(?:监察|纪检|巡察|巡视|教研|备课|年级)组)组长|(?<!年级|教研|备课|监察|纪检)(?<!(?:监察|纪检|巡察|巡视|教研|备课|年级)组)副组长|组员|(?<!党组)(?<!党委)(?<!班子)成员|总指挥|召集人|指挥长|[河湖林田路链]长|[河湖]段长|AB角|联[系络]人|联络员|(?:经办|承办|审核|签发|拟稿|咨询|报送)人|负责人|牵头人|责任人|第一责任人|领导|(?<!代表大会)代表|专班.{0,6}|法人)$"
)
_STREET = re.compile(r"[\u4e00-\u9fff]{1,8}街道(?=党工委|工委|党委|人大|$)")
#: `甲经济开发区党工委委员、管委会副主任`: the zone is said once for its organs.
_ZONE_PLACE = re.compile(r"[\u4e00-\u9fff]{2,20}(?:[区园]|新城|基地|景点)(?=党工委|党委|工委|党组|$)")
_ORGAN_OF_ZONE = re.compile(r"(?:管委会|管理委员会|管理局|管理办公室)")
_STREET_OFFICE = re.compile(r"办事处(?:党组)?(?:常务)?副?主任")
#: `政教处主任（兼团委书记）`: a second post in the bracket behind the first.
_ALSO = re.compile(r"[(（]兼任?(?P<post>[^()（）]{3,20})[)）]\s*$")
#: The head of a town, said without the town behind a post there.
_HEAD_OF_TOWN = re.compile(r"副?[镇乡]长|副?苏木达|人大(?:主席团)?(?:专职)?副?主席")
_PLACE_OF_BODY = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[镇乡]|苏木)(?=党委|党工委|人民政府|人大|纪委|$)")
_PLACE_FIRST = re.compile(r"[\u4e00-\u9fff]{1,6}?[省市县区旗州盟](?=[\u4e00-\u9fff]{3})")
#: `任命某某为我校新一任校长`: that he is the next one is no part of the post.
_NEW = re.compile(
    r"^(?:[我本][校院局市县区镇乡])?新(?:一任|一届(?=[省市县区旗盟州镇乡])|任(?!务))(?=[\u4e00-\u9fff]{2})"
)
#: `调任甲大学任校长`: the second 任 is no letter of the post.
_TO_BODY = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,30}?)(?<![主责前历现首担常委一新])(?:担任|任)(?P<post>副?[\u4e00-\u9fff]{2,4})"
)
_POINTED = re.compile(r"该(?:公司|集团|局|院|校|委|办|所|馆|中心|单位|企业|镇|乡|街道|社|行|会)(?=.)")
_PARTY_ORGAN = re.compile(r"(?P<organ>.*(?:党委|党组|党总支|党工委|党支部|纪委|委员会))(?:委员|成员|常委|副?书记)")
_PARTY_ALONE = re.compile(r"党委|党组|党工委|党总支|党支部")
_PARTY_POST = re.compile(r"(?:第一|常务|专职)*副?书记|常委|委员")
_OF_THE_PARTY = re.compile(
    r"^中共(?P<place>.+?)(?:党委|党组|党总支|(?:直属)?(?:机关)?(?:总支部|支部)?委员会|委员会)$|^(?P<plain>.+?)(?:党委|党组|党总支|党支部|机关党委)$"
)


def is_group_role(words: str) -> bool:
    """Whether words end in a seat of a group (`领导小组组长`, `成员`), which no personnel notice gives as a post."""
    return _GROUP_ROLE.search(words) is not None


def posts_in(passage: Passage, low: int, high: int, *, before: str = "") -> list[str]:
    """The posts in `text[low:high]` in printed order, without 职务 and brackets, each with its body where one is printed.

    `before` is the post of the clause before, if the words go on with the same person: its body is theirs too.
    """
    return [post for post, _ in _posts(passage, low, high, before)]


def posts_in_order(passage: Passage, low: int, high: int) -> list[str]:
    """The posts of several persons one by one (`分别为…`); a post said once behind several bodies is in each (`甲站、乙站站长`)."""
    *bodies, last = (passage.printed(*part) for part in _parts(passage.text, low, high))
    if bodies and all(is_unit(body) and not is_title(body) for body in bodies):
        own = last.find(bodies[0][-1], 1) + 1
        position = _cleaned(last[own:])
        if own and _POSITION.fullmatch(position.removeprefix("代理")) is not None:
            return [body + position for body in (*bodies, last[:own])]
    return posts_in(passage, low, high)


def nominated_in(passage: Passage, low: int, high: int, *, before: str = "") -> frozenset[str]:
    """Those of the posts in a stretch that somebody is only nominated for: `县民族宗教事务局局长（提名）`."""
    return frozenset(post for post, words in _posts(passage, low, high, before) if _NOMINATED.search(words))


def _posts(passage: Passage, low: int, high: int, before: str) -> Iterator[tuple[str, str]]:
    """Each post and its printed words, brackets behind it included."""
    posts: list[str] = []
    body = _body_of(before)
    for start, end in _parts(passage.text, low, high):
        words = passage.printed(start, end)
        printed = _NEW.sub("", _NOMINATED_FOR.sub("", _cleaned(words)))
        if len(printed) < 2:
            continue
        if before and (pointed := _POINTED.match(printed)):
            printed = _with_body(body, printed[pointed.end() :])  # 该公司总经理
        elif posts and _PARTY_POST.fullmatch(printed) and (organ := _PARTY_ORGAN.match(posts[-1])):
            printed = organ["organ"] + printed  # 乡党委委员、书记
        elif (posts or before) and (place := _PLACE_OF_BODY.match(body)) and _HEAD_OF_TOWN.fullmatch(printed):
            printed = place.group() + printed  # 青石乡党委副书记、乡长
        elif (posts or before) and (street := _STREET.match(body)) and _STREET_OFFICE.fullmatch(printed):
            printed = street.group() + printed  # 甲街道党工委副书记、办事处主任
        elif (posts or before) and (named := _ZONE_PLACE.match(body)) and _ORGAN_OF_ZONE.match(printed):
            printed = named.group() + printed
        elif (posts or before) and (zone := _ZONE.match(body)) and _BUREAU_ALONE.match(printed):
            printed = zone.group() + printed
        elif ((posts or before) and _HOUSE.search(body) and _OFFICE_OF_HOUSE.fullmatch(printed)) or (
            (posts or before) and not _brings_body(printed) and not _begins_alike(body, printed)
        ):
            printed = _with_body(body, printed)
        else:
            body = _body_of(printed)
        posts.append(printed)
        yield printed, words
        if (also := _ALSO.search(words)) is not None and is_title(also["post"]):
            yield _with_body(body, also["post"]) if not _brings_body(also["post"]) else also["post"], words


def _parts(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """Stretches between 、 and 兼; 和, 及 and a gap (a lost 、) part only where both sides end as posts do."""
    cuts, depth, begin = [], 0, low
    place = low
    while place < high:
        character = text[place]
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and (match := _PART.match(text, place, high)):
            left = re.sub(r"\s", "", text[begin:place])
            if match.group() not in ("和", "及", "兼") or (
                is_title(_ASIDE.sub("", left)) and is_title(_cleaned(re.sub(r"\s", "", text[match.end() : high])))
            ):
                cuts.append((begin, place))
                begin = match.end()
                place = match.end()
                continue
        elif depth == 0 and (gap := _GAP.match(text, place, high)) and _posts_beside(text, begin, gap, high):
            cuts.append((begin, place))
            begin = place = gap.end()
            continue
        place += 1
    cuts.append((begin, high))
    return [(start, end) for start, end in cuts if text[start:end].strip()]


def _posts_beside(text: str, begin: int, gap: re.Match[str], high: int) -> bool:
    """Whether a whole post stands on either side of a gap, the second with the place of its body."""
    mark = _NEXT_MARK.search(text, gap.end(), high)
    right = _CLOSING.sub("", re.sub(r"\s", "", text[gap.end() : mark.start() if mark else high]))
    return is_title(re.sub(r"\s", "", text[begin : gap.start()])) and names_the_place(right)


def _cleaned(words: str) -> str:
    """Without brackets and 职务 at the end, full or half width."""
    flat = words.strip("。；;，,：:、")
    for _ in range(3):
        flat = re.sub(r"(?:[（(][^（）()]*[）)])+$", "", flat)
        flat = _CLOSING.sub("", flat)
    flat = flat.strip('“”"')
    joined = _TO_BODY.fullmatch(flat) if "任" in flat else None
    return (
        joined["body"] + joined["post"]
        if joined is not None and joined["post"].removeprefix("副") in bare_posts()
        else flat
    )


def _brings_body(post: str) -> bool:
    """Whether a post names the body it belongs to."""
    if _INNER.match(post):
        return False
    if re.match(r"副?[省市县区旗盟州镇乡]长$", post):
        return True
    if _SHOP.match(post):
        return True
    return bool(_OWN.match(post) and len(post) > 3) or bool(_HAS_BODY.search(_without_position(post) + "|"))


def _begins_alike(body: str, post: str) -> bool:
    """Whether a post begins with the body of the one before, or with the place of it: it is printed whole then (`甲区环卫管理处主任`)."""
    if not body:
        return False
    place = _PLACE_FIRST.match(body)
    return post.startswith(body) or (place is not None and post.startswith(place.group()))


def _without_position(post: str) -> str:
    match = _POSITION.search(post)
    return post[: match.start()] if match else post


def _body_of(post: str) -> str:
    """The body a post is in: what stands before the position."""
    return _without_position(post)


def _with_body(body: str, post: str) -> str:
    """A post put into the body of the one before: inner units under its whole body, bare positions beside it."""
    if not body or _PARTY_ALONE.fullmatch(body):
        return post  # 党委副书记兼纪委书记: of whose, the paper does not say
    if _JUDICIAL.fullmatch(post) and (court := _COURT.match(body)):
        return court.group() + post
    inside = _without_position(post)
    party = _OF_THE_PARTY.match(body)
    if party and _PARTY_POST.fullmatch(post):
        return body + post
    whole = (party["place"] or party["plain"]) if party else body
    if inside.startswith(("党支部", "党总支")):
        if _PART_OF_BODY.search(whole) and _FIRST_BODY.match(whole) is None:
            return post  # 办公室主任兼党总支组织委员: of the house, not of its office
    elif inside:
        # 总务处副主任 belongs to the school, not to its 安全处.
        first = _FIRST_BODY.match(whole)
        part = (
            _INNER_CENTRE.fullmatch(whole)
            or _INNER_HOUSE.fullmatch(whole)
            or (first is None and _PART_OF_BODY.search(whole))
        )
        house = _BUREAU_THAT_SPEAKS.match(whole) if part and _PART_OF_BODY.search(inside) else None
        root = house.group() if house else "" if part else first.group() if first else whole
        if root and whole.startswith(root + "办公室"):
            root += "办公室"
        whole = root
    return whole + post
