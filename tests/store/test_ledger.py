"""The ledger as other rooms use it: several records in one transaction."""

from pathlib import Path

from keeping import Book

from rencli.store.ledger import writing


def test_numbers_are_given_out_one_after_another_in_one_transaction(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.take([{"kind": "term", "number": 5, "began_on": "2021-12-20"}])
    with writing(book.path, "two") as ledger:
        ids = [ledger.add("suggestion", {"title": "修路", "submitted_on": "2024-03-01"}) for _ in range(2)]
        assert [ledger.get("suggestion", id).dump()["number"] for id in ids] == [1, 2]
