"""Places in an act as Chinese writes them."""

import re

_PLACE = re.compile(r"(?P<article>\d+)(?:\.(?P<paragraph>\d+))?(?:\((?P<item>\d+)\))?")


def chinese_articles(places: str) -> str:
    """Write article, paragraph and item of each place; what has another shape stays as it is.

    >>> chinese_articles("85.2(4)"), chinese_articles("86(1)"), chinese_articles("4, 5")
    ('第85条第2款第(4)项', '第86条第(1)项', '第4条、第5条')
    """
    return "、".join(_article(place) for place in places.split(", "))


def _article(place: str) -> str:
    match = _PLACE.fullmatch(place)
    if match is None:
        return place
    paragraph = f"第{match['paragraph']}款" if match["paragraph"] else ""
    item = f"第({match['item']})项" if match["item"] else ""
    return f"第{match['article']}条{paragraph}{item}"
