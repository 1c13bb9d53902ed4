"""Names of made-up places: 300 cities with ten districts or counties each, none of them in the table of real places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from graph.names.data import regions

DISTRICTS_A_CITY = 10
MOST = 3_000

_CITY = ("沭沅澹棠枫荻芷蘅澄浔渌漪澧沚洵湄淇沁滢潞", "阳陵峤浦湾川原港桥泽渡台崖溪谷泉屏麓汀澳")
_COUNTY = ("茗苇槿榆桐菱萍鹭鹤雁鸥鸢萤蔚葭芦荞麦黍稷", "汀坪岗渚陂塘埠圩岭坞墩堰畈垸浜湖峪梁寨堡")


@dataclass(frozen=True, slots=True)
class Place:
    """A district (区) or county (县) in a city. `id` is what a paper of it, read without a code, is placed under."""

    city: str
    name: str

    @property
    def id(self) -> str:
        """The id that follows from the printed names alone."""
        return f"x-{self.city}{self.name}"

    @property
    def full(self) -> str:
        """City and district, as issuers print them."""
        return f"{self.city}{self.name}"

    @property
    def word(self) -> str:
        """区 or 县, as its papers call it."""
        return self.name[-1]


def places(number: int) -> Iterator[Place]:
    """The first `number` places, always the same. Raises `ValueError` past `MOST`."""
    if not 0 <= number <= MOST:
        raise ValueError(f"{number} districts: between 0 and {MOST}")
    return islice(_all(), number)


def _all() -> Iterator[Place]:
    real = set(regions().values())
    cities = [name for stem in _stems(_CITY) if (name := f"{stem}市") not in real]
    counties = [
        name
        for index, stem in enumerate(_stems(_COUNTY))
        if (name := f"{stem}{'县' if index % 3 else '区'}") not in real
    ]
    for index in range(MOST):
        city, order = divmod(index, DISTRICTS_A_CITY)
        yield Place(cities[city], counties[(city * 7 + order * 31) % len(counties)])


def _stems(parts: tuple[str, str]) -> list[str]:
    """All pairs, neighbours differing in both characters, so that near places do not look alike by accident."""
    first, second = parts
    pairs = [first + second for first, second in product(first, second)]
    return [pairs[(index * 21) % len(pairs)] for index in range(len(pairs))]
