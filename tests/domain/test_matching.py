from olapp.domain.holding import Holding
from olapp.domain.matching import keys, publication_key
from olapp.domain.patent import Patent


def told(
    number: str | None = None,
    published: str | None = None,
    granted: str | None = None,
    country: str = "CN",
) -> set[str]:
    bare = Patent(number=number, publication_number=granted)
    return set(keys(Holding(patent=bare, published_as=published, country=country)))


def test_publication_and_grant_of_one_application_share_a_key_since_2010() -> None:
    assert told(published="CN104331929A") & told(granted="CN104331929B")


def test_publication_and_grant_before_2010_are_told_apart() -> None:
    assert not told(published="CN1712522A") & told(granted="CN1712522C")


def test_a_grant_joins_its_application_by_the_application_number() -> None:
    first = told("2005100277056", published="CN1712522A")
    assert first & told("2005100277056", granted="CN100412522C")


def test_the_publication_of_1987_is_known_by_its_application_number() -> None:
    assert told("851003125") == {publication_key("CN85100312A")}


def test_documents_of_other_countries_with_the_same_digits_stay_apart() -> None:
    chinese, german = told("2017100277056"), told("2017100277056", country="DE")
    assert not chinese & german
    assert not told(published="US8001762A1") & told(granted="US8001762B2")


def test_a_foreign_document_goes_by_its_publication_number_alone() -> None:
    assert told("US65784810A", published="US20110185700A1", country="US") == {"US20110185700A1"}
    assert told("BR112014007258", country="BR") == {"BR:BR112014007258"}


def test_without_any_number_there_is_no_key() -> None:
    assert told() == set()
