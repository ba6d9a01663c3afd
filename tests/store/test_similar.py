"""Similar suggestions: what is found of labelled pairs and what is not, the laws it keeps, and what the ledger adds."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from running import Desk

from rencli.store.similar import ALIKE, alike

DATA: Final = Path(__file__).parents[1] / "data"
PAGE: Final = Path(__file__).parents[2] / "docs" / "similar.md"
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->"
TOLD: Final = 3
WORDS: Final = ["灌溉渠", "文化广场", "停车位", "敬老院", "柳林村", "三组", "修建", "管理", "路"]
MATTERS: Final = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)
FRAME: Final = st.text(alphabet="的建议关于村路修加强，一二三组山", max_size=8)


class Pair(NamedTuple):
    """A new title and an earlier one, and whether a clerk would want to be shown it."""

    same: bool
    sort: str
    new: str
    earlier: str


def pairs(name: str) -> list[Pair]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    fields = [line.split("\t") for line in lines if not line.startswith("#")]
    return [Pair(label == "同", sort, new, earlier) for label, sort, new, earlier in fields]


def told(cases: list[Pair]) -> set[tuple[str, str]]:
    """What each new title is told of, among all the earlier ones."""
    titles = dict(enumerate(dict.fromkeys(each.earlier for each in cases)))
    news = dict.fromkeys(each.new for each in cases)
    return {(new, titles[id]) for new in news for id in [*alike(new, titles)][:TOLD]}


def measured(name: str) -> tuple[int, int, int]:
    """(rightly told, told, to be told)."""
    cases = pairs(name)
    same, found = {(each.new, each.earlier) for each in cases if each.same}, told(cases)
    return len(found & same), len(found), len(same)


def table() -> Iterator[str]:
    """The table of the page: of each sort how many pairs are told."""
    both = ("similar.txt", "similar-after.txt")
    yield "| 两个标题 | 应当提示 | 定标准时用的 | 标准定下以后另写的 |\n|---|---|--:|--:|\n"
    sorts = dict.fromkeys((each.same, each.sort) for each in pairs(both[0]))
    counts = []
    for name in both:
        found = told(pairs(name))
        counts.append(Counter((each.same, each.sort, each[2:] in found) for each in pairs(name)))
    for same, sort in sorts:
        cells = [f"{count[same, sort, True]}/{count[same, sort, True] + count[same, sort, False]}" for count in counts]
        yield f"| {sort} | {'是' if same else '否'} | {' | '.join(cells)} |\n"
    for title, part in (("提示的里面，提示对的", 1), ("应当提示的里面，提示了的", 2)):
        cells = [f"{hit[0]}/{hit[part]}" for hit in map(measured, both)]
        yield f"| {title} | | {' | '.join(cells)} |\n"


def test_what_is_told_is_similar_and_most_of_what_is_similar_is_told() -> None:
    right, said, wanted = measured("similar.txt")
    assert right == said
    assert right / wanted >= 0.65
    right, said, wanted = measured("similar-after.txt")
    assert right / said >= 0.9
    assert right / wanted >= 0.5


def test_the_page_says_what_was_measured(rewrite: bool) -> None:
    text = PAGE.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    now = f"{head}{BEGIN}{''.join(table())}{END}{rest.partition(END)[2]}"
    if rewrite:
        PAGE.write_text(now, encoding="utf-8")
    assert text == now, "what is found has changed; if that is right, run pytest --rewrite"


@pytest.mark.parametrize("many", [0, 3000])
def test_a_large_ledger_tells_the_same(many: int) -> None:
    """Rarity is a share of the ledger: what is told does not change as the ledger grows by other matters."""
    cases = pairs("similar.txt")
    titles = dict(enumerate(dict.fromkeys(each.earlier for each in cases)))
    more = {number: f"关于扩建甲乙丙村第{number}仓库的建议" for number in range(1000, 1000 + many)}
    news = dict.fromkeys(each.new for each in cases)
    found = {(new, titles.get(id, "")) for new in news for id in alike(new, titles | more)}
    assert len(found ^ told(cases)) <= 2


@given(MATTERS, MATTERS, st.lists(MATTERS, max_size=5))
@example(["路"], ["路"], [])
def test_likeness_keeps_its_laws(one: list[str], other: list[str], rest: list[list[str]]) -> None:
    new, earlier = "".join(one), "".join(other)
    titles = {1: earlier, **{at: f"关于{''.join(each)}的建议" for at, each in enumerate(rest, 2)}}
    found = alike(new, titles)
    assert all(ALIKE <= likeness <= 1.000001 for likeness in found.values())
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert found == alike(new, dict(reversed(titles.items())))
    framed = alike(f"关于进一步加强{new}的建议", titles)
    assert framed == alike(f"关于切实做好{new}的建议", titles)


@given(FRAME, FRAME)
def test_a_title_of_nothing_but_frame_is_no_trouble(new: str, earlier: str) -> None:
    alike(new, {1: earlier})


@given(MATTERS)
def test_a_title_with_a_matter_is_like_itself(words: list[str]) -> None:
    title = f"关于解决{''.join(words)}文昌阁问题的建议"
    assert list(alike(title, {1: title, 2: "关于加强普法宣传的建议"})) == [1]


@pytest.fixture
def ledger(desk: Desk) -> Desk:
    """A ledger with a motion and what it became, and the pairs' earlier titles."""
    desk.do("init", "--office", "瓦窑镇")
    people = [f"{surname}国强" for surname in "赵钱孙李周吴郑王冯陈"]
    motion = {"title": "关于修建沙坝跨河大桥的议案", "type": "议案", "basis": "群众过河难", "proposal": "修桥"}
    given = {"submitted_on": "2024-01-25", "term": 5, "session": 3}
    lines: list[dict[str, object]] = [
        {"kind": "term", "number": 5, "began_on": "2021-12-20"},
        {"kind": "meeting", "type": "人代会", "term": 5, "session": 3, "began_on": "2024-01-25"},
        *({"kind": "deputy", "name": name} for name in people),
        {"kind": "suggestion", **motion, **given, "proposer": people[0], "cosigners": people[1:]},
    ]
    titles = dict.fromkeys(each.earlier for each in pairs("similar.txt"))
    lines += [{"kind": "suggestion", "title": title, **given} for title in titles]
    text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
    (desk.folder / "建议.jsonl").write_text(text, encoding="utf-8")
    done = desk("import", "建议.jsonl")
    assert (done.code, done.err) == (0, "")
    return desk


def test_a_motion_and_what_it_became_are_one_matter(ledger: Desk) -> None:
    done = ledger("suggestion", "convert", "5-3-1")
    assert (done.code, done.err) == (0, "")
    again = ledger("suggestion", "add", "--title", "关于沙坝修建跨河大桥的建议", "--submitted-on", "2024-03-01")
    became = f"“关于修建沙坝跨河大桥的议案”相似（2024-01-25提出，已转为建议 {done.out.split()[1]}）"
    assert became in again.err
    assert json.loads(ledger.do("suggestion", "similar", "5-3-1", "--format", "json")) == []


def test_only_what_was_put_forward_before_is_told(ledger: Desk) -> None:
    early = ledger("suggestion", "add", "--title", "关于修缮文昌阁的建议", "--submitted-on", "2023-05-01")
    assert "相似" not in early.err
    late = ledger("suggestion", "add", "--title", "关于保护文昌阁的建议", "--submitted-on", "2024-02-01")
    assert late.err.count("相似") == 2
    again = ledger("suggestion", "add", "--title", "关于文昌阁保护的建议", "--submitted-on", "2024-02-01")
    assert "ren suggestion merge" in again.err
