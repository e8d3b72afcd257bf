"""Elements of XML by their local names: offices change namespaces more often than names."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element


def local(name: str) -> str:
    """Give a name without its namespace."""
    return name.rpartition("}")[2]


def named(element: Element) -> str:
    """Give the name of an element without its namespace; empty for comments and instructions."""
    tag: object = element.tag
    return local(tag) if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Give an attribute by its local name."""
    for key, value in element.attrib.items():
        if local(key) == name:
            return value
    return ""


def children(element: Element | None, *path: str) -> Iterator[Element]:
    """Give the elements at the end of a path of local names."""
    if element is None:
        return
    if not path:
        yield element
        return
    for each in element:
        if named(each) == path[0]:
            yield from children(each, *path[1:])


def first(element: Element | None, *path: str) -> Element | None:
    """Give the first element at a path."""
    return next(children(element, *path), None)


def words(element: Element | None, *path: str) -> str:
    """Give the words inside the first element at a path that has any, paragraphs in lines."""
    for each in children(element, *path):
        lines = (line for piece in each.itertext() for line in piece.splitlines())
        pieces = (" ".join(line.split()) for line in lines)
        text = "\n".join(piece for piece in pieces if piece)
        if text:
            return text
    return ""


def run(element: Element | None, *path: str) -> str:
    """Give the words in one run, as numbers and names need them."""
    return " ".join(words(element, *path).split())


def runs(elements: Iterable[Element], *path: str) -> tuple[str, ...]:
    """Give the words of several elements, each run once; those that say nothing are left out."""
    found = (run(each, *path) for each in elements)
    return tuple(dict.fromkeys(each for each in found if each))


def filled(facts: dict[str, str | tuple[str, ...]]) -> dict[str, str | tuple[str, ...]]:
    """Leave out what is empty."""
    return {path: value for path, value in facts.items() if value}
