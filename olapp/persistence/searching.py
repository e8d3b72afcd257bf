"""Full-text search of holdings: characters in pairs, numbers in threes, Latin words by prefix.

SQLite's full-text table holds what `index_text` makes of a holding: Chinese text as every two
characters that stand together and each last one alone (电池管: ``电池 池管 管``), so that a word of
any length is found, a single character among them; numbers in the same way by threes, so that any
part is found. A marker between texts keeps a search from running across two of them.

Ask it in a unit of its own: SQLite 3.40 may call the table malformed when one unit of work writes,
searches, writes and searches again; what was kept is whole all the same.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from operator import add

from olapp.domain.holding import Holding
from olapp.persistence.searched import folded, number_key, sought

CREATE = (
    "CREATE VIRTUAL TABLE holdings_sought USING fts5"
    "(words, numbers, content='', columnsize=0, tokenize='ascii')"
)
"""Without a copy of the text; the ASCII tokenizer takes every other character as a letter."""
INSERT = "INSERT INTO holdings_sought (rowid, words, numbers) VALUES (?, ?, ?)"
DELETE = (
    "INSERT INTO holdings_sought (holdings_sought, rowid, words, numbers) "
    "VALUES ('delete', ?, ?, ?)"
)
CLEAR = "INSERT INTO holdings_sought (holdings_sought) VALUES ('delete-all')"

_HAN = "\u2e80-\u2fff\u3005-\u3007\u3021-\u302f\u3031-\u30fa\u30fc-\U0010ffff"
_RUN = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_PIECE = re.compile(rf"([{_HAN}]+)|[^\W_{_HAN}]+")
_KEY = re.compile(r"(?=.*[0-9])[0-9a-z]+")
_BETWEEN = " ‖ "
_FIRST_HAN = "\u2e80"
_PAIR, _THREE = 2, 3
_LONGEST_QUERY = 200
_LONGEST_TEXT = 4000
_CHUNK = 500
_REMEMBERED = 20_000
_HALVES = tuple(zip("，；：（）", ",;:()", strict=True))
"""As NFKC writes them: with none left it sees at a glance that most texts are as they should be."""


def index_text(holding: Holding) -> tuple[str, str]:
    """Give what the full-text table keeps of a holding: its words and its numbers."""
    words = _BETWEEN.join(map(_pairs, _texts(holding)))
    return words, _BETWEEN.join(map(_threes, dict.fromkeys(_numbers(holding))))


def plain_text(holding: Holding) -> str:
    """Give the folded text of a holding, for engines that search without an index."""
    return sought(*_numbers(holding), *map(_plain, _texts(holding)))


def expression(text: str) -> str | None:
    """Give the full-text query for what a person typed; None when there is nothing to look for.

    >>> expression("电池热")
    '(words : "电池 池热")'
    """
    plain = folded(text[:_LONGEST_QUERY])
    words = [found for word in plain.split() if (found := _word(word))]
    by_words = " AND ".join(words)
    key = _key(plain)
    if key is None or len(plain.split()) == 1:
        return by_words or None
    by_number = _number(key)
    return f"{by_number} OR ({by_words})" if by_words else by_number


def _word(word: str) -> str | None:
    """Give the query for one word, which may be a part of a number as well."""
    pieces = list(_PIECE.finditer(word))
    if not pieces:
        return None
    tokens = [token for piece in pieces[:-1] for token in _tokens(piece[0])]
    last = pieces[-1]
    is_open = last[1] is None or len(last[0]) == 1
    tokens += [last[0]] if is_open else list(_parts(last[0], _PAIR))[:-1]
    found = f'words : "{" ".join(tokens)}"{" *" if is_open else ""}'
    key = _key(word)
    return f"({found})" if key is None else f"({found} OR {_number(key)})"


def _number(key: str) -> str:
    if len(key) < _THREE:
        return f'numbers : "{key}" *'
    return f'numbers : "{" ".join(list(_parts(key, _THREE))[: 1 - _THREE])}"'


def _key(text: str) -> str | None:
    key = plain_number(text)
    return key if _KEY.fullmatch(key) else None


@lru_cache(maxsize=_REMEMBERED)
def _pairs(text: str) -> str:
    """Give the tokens of a text; names and places come again and again."""
    return " ".join(_tokens(_plain(text)))


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    for run in _RUN.findall(text):
        if run < _FIRST_HAN:
            tokens.append(run)
        else:
            tokens += map(add, run, run[1:])
            tokens.append(run[-1])
    return tokens


def plain_number(number: str) -> str:
    """Give the letters and digits of a number, whole or in part."""
    return number_key(number).replace(",", "")


def _threes(key: str) -> str:
    return " ".join(_parts(key, _THREE))


def _parts(text: str, length: int) -> list[str]:
    """Cut a text into all its parts of a length, those at its end shorter."""
    return [text[start : start + length] for start in range(len(text))]


def _numbers(holding: Holding) -> Iterator[str]:
    patent = holding.patent
    numbers = (patent.number, patent.publication_number, holding.published_as, holding.reference)
    return (plain_number(number) for number in numbers if number)


def _plain(text: str) -> str:
    """Fold as `folded` does, quickly where no mark is invisible or half a character."""
    if text.isprintable():
        for wide, half in _HALVES:
            text = text.replace(wide, half)
        return unicodedata.normalize("NFKC", text).casefold()
    starts = range(0, len(text), _CHUNK)
    return _BETWEEN.join(folded(text[start : start + _CHUNK]) for start in starts)


def _texts(holding: Holding) -> Iterator[str]:
    """Give every text a person may look for, once."""
    patent = holding.patent
    texts: tuple[str | None, ...] = (
        patent.title,
        *[owner.name for owner in holding.owners],
        *holding.applicants,
        *holding.inventors,
        *holding.classes,
        patent.main_class,
        holding.department,
        holding.reference,
        *holding.tags,
        *[each.value for each in holding.attributes],
        holding.agency,
        holding.address,
        holding.state_words,
        *[licence.licensee for licence in holding.licences],
        *[each.party for each in holding.encumbrances],
        holding.remarks,
        holding.abstract,
    )
    return (text[:_LONGEST_TEXT] for text in dict.fromkeys(texts) if text)
