"""What random records are drawn from: days, numbers, words."""

from typing import Any, Final

from hypothesis import strategies as st
from oracle_life import day

Line = dict[str, Any]

_DAYS: Final = (
    "2019-12-31 2020-01-01 2020-02-29 2021-06-30 2021-07-01 2021-12-19 2021-12-20 2021-12-31 2022-01-01 2022-03-05 "
    "2022-11-30 2022-12-31 2023-01-01 2023-01-15 2023-03-31 2023-04-01 2023-06-30 2023-07-01 2023-08-31 2023-09-30 "
    "2023-12-31 2024-01-01 2024-01-10 2024-02-29 2024-03-31 2024-05-31 2024-06-30 2024-07-01 2024-07-02 2024-12-31"
)
DAYS: Final = tuple(map(day, _DAYS.split()))

days = st.sampled_from(DAYS)
flags = st.booleans()
numbers = st.integers(0, 40)


def words(text: str) -> st.SearchStrategy[str]:
    return st.sampled_from(text.split())


def sometimes(draw: Any, line: Line, **fields: st.SearchStrategy[Any]) -> None:
    """Give a line each of some fields, or leave it out."""
    for name, values in fields.items():
        if draw(flags):
            line[name] = draw(values)
