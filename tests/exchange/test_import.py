"""Record files (contract section 5): one file is one transaction, and every fault is listed with its line."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from keeping import Book, as_file

from rencli.errors import AlreadyExistsError, InvalidInputError
from rencli.records import KINDS

TERM = {"kind": "term", "number": 5, "began_on": "2021-12-20"}


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def deputy(name: str, **more: Any) -> dict[str, Any]:
    return {"kind": "deputy", "name": name, **more}


def visit(**more: Any) -> dict[str, Any]:
    return {"kind": "visit", "held_on": "2024-03-01", "type": "接待选民", **more}


def suggestion(title: str, **more: Any) -> dict[str, Any]:
    return {"kind": "suggestion", "title": title, "submitted_on": "2024-03-01", **more}


# "in any order": lines may point at later ones


def test_lines_may_stand_in_any_order(book: Book) -> None:
    book.keep(
        suggestion("甲", number=1, converted_from="2", steps=[{"step": "并案", "on": "2024-03-02", "into": "5-0-2"}]),
        visit(station="东站", deputies=["张三"]),
        suggestion("乙", number=2),
        {"kind": "mandate", "deputy": "张三", "level": "县"},
        {"kind": "group", "name": "小组", "parent": "大组", "leader": "张三"},
        {"kind": "group", "name": "大组"},
        deputy("张三", group="小组"),
        {"kind": "station", "name": "东站", "type": "联络站"},
        TERM,
    )
    assert book.records("suggestion")[0]["converted_from"] == "5-0-2"
    assert book.records("deputy")[0]["term"] == 5
    assert book.records("group")[0] == {"id": 1, "name": "小组", "parent": "大组", "leader": "张三"}


def test_numbers_that_the_file_states_are_taken_before_others_are_given_out(book: Book) -> None:
    """Line order decides nothing: a line without a number never takes one that a later line states."""
    book.keep(TERM, suggestion("甲"), suggestion("乙", number=1), suggestion("丙"))
    numbers = {each["title"]: each["number"] for each in book.records("suggestion")}
    assert numbers == {"甲": 2, "乙": 1, "丙": 3}


# ids


def test_ids_are_kept_where_the_ledger_has_no_such_records(book: Book) -> None:
    """Lines without an id are numbered on in the order of the file."""
    book.keep(visit(place="甲"), visit(place="乙", id=7), visit(place="丙"), visit(place="丁", id="3"))
    assert {each["place"]: each["id"] for each in book.records("visit")} == {"甲": 8, "乙": 7, "丙": 9, "丁": 3}


def test_ids_only_tie_the_file_together_where_such_records_stand(book: Book) -> None:
    book.keep(TERM, deputy("张三"))
    book.keep(deputy("李四", id=1), {"kind": "mandate", "deputy": "1", "level": "县"})
    assert [each["id"] for each in book.records("deputy")] == [1, 2]
    assert book.records("mandate")[0]["deputy"] == "李四"


def test_an_id_of_the_ledger_is_meant_where_the_file_has_none_such(book: Book) -> None:
    book.keep(TERM, deputy("张三"))
    book.keep({"kind": "mandate", "deputy": 1, "level": "县"})
    assert book.records("mandate")[0]["deputy"] == "张三"


@pytest.mark.parametrize("id", [0, -1, 1.5, True, "甲", [1], 10**30])
def test_an_id_that_is_no_number_is_refused(book: Book, id: object) -> None:
    assert book.faults(visit(id=id))[1][0].startswith("序号：")


def test_an_id_that_stands_twice_is_refused(book: Book) -> None:
    assert book.faults(visit(id=3), visit(id=3, place="乙")) == {2: ["序号：3 在文件里写了两次"]}


# "a reference means the file's own line first, else the ledger's record"


def test_names_of_the_file_come_before_those_of_the_ledger(book: Book) -> None:
    book.keep(TERM, deputy("张三", constituency="东"))
    book.keep(visit(deputies="张三"), deputy("张三", constituency="西"), visit(deputies="张三@东", place="乙"))
    assert [each["deputies"] for each in book.records("visit")] == [["张三@西"], ["张三@东"]]


def test_a_name_that_two_lines_of_the_file_bear_must_be_told_apart(book: Book) -> None:
    faults = book.faults(
        TERM, deputy("张三", constituency="东"), deputy("张三", constituency="西"), visit(deputies="张三")
    )
    assert faults == {4: ["代表：有2位代表叫“张三”，请写 张三@东、张三@西"]}


# one transaction


def test_one_bad_line_writes_nothing_and_every_fault_is_listed(book: Book) -> None:
    faults = book.faults(
        TERM,
        "",
        "{",
        deputy("张三"),
        visit(voters=-1, held_on="3月5日", deputies=["王五"]),
        suggestion("甲", steps=[{"step": "答复", "on": "2024-03-02"}, {"step": "喝茶", "on": "2024-03-02"}]),
        suggestion("乙", steps=[{"step": "答复", "on": "2024-03-02", "result": "A"}]),
    )
    assert sorted(faults) == [3, 5, 6, 7]
    assert [fault.partition("：")[0] for fault in faults[5]] == ["日期", "选民人数", "代表"]
    assert faults[7] == ["办理过程 答复（2024-03-02）：此时建议待交办，接下来可以是交办、并案、撤回"]
    assert book.records("deputy") == []


def test_all_faults_of_a_line_stand_in_one_element(book: Book) -> None:
    done = book.take([visit(id="x", voters="甲")])
    assert [each["line"] for each in done["rejected"]] == [1]
    assert len(done["rejected"][0]["errors"]) == 2


# the office


def test_an_office_line_fills_or_updates_the_one_office(book: Book) -> None:
    book.keep({"kind": "office", "name": "甲镇", "county": "乙县"})
    assert book.take([{"kind": "office", "name": "甲镇", "phone": "87654321"}])["updated"] == 1
    assert book.records("office") == [
        {"id": 1, "name": "甲镇", "county": "乙县", "rules": "national", "phone": "87654321"}
    ]


def test_an_equal_office_line_is_no_fault(book: Book) -> None:
    """Equal lines are rejected, the office excepted."""
    book.keep({"kind": "office", "name": "甲镇"})
    assert book.take([{"kind": "office", "name": "甲镇"}, TERM]) == {"added": 1, "updated": 0, "rejected": []}


def test_a_file_has_one_office(book: Book) -> None:
    assert list(book.faults({"kind": "office", "name": "甲镇"}, {"kind": "office", "name": "乙镇"})) == [2]


# lines that name or repeat what stands


def test_a_deputy_who_stands_already_is_rejected(book: Book) -> None:
    """Same name, and the same constituency or none given."""
    book.keep(TERM, deputy("张三", constituency="东"))
    assert list(book.faults(deputy("张三"))) == [1]
    assert list(book.faults(deputy("张三", constituency="东", phone="13812345678"))) == [1]
    book.keep(deputy("张三", constituency="西"))
    assert list(book.faults(deputy("张三"))) == [1]


def test_update_changes_that_deputy(book: Book) -> None:
    book.keep(TERM, deputy("张三", constituency="东", job="村主任"))
    assert book.take([deputy("张三", phone="13812345678")], update=True)["updated"] == 1
    [person] = book.records("deputy")
    assert (person["job"], person["phone"], person["constituency"]) == ("村主任", "13812345678", "东")


def test_update_takes_every_line_of_one_person(book: Book) -> None:
    """Two lines of one file that change the same record both count."""
    book.keep(TERM, deputy("张三"))
    book.take([deputy("张三", phone="13812345678"), deputy("张三", party="中共党员")], update=True)
    [person] = book.records("deputy")
    assert (person["phone"], person["party"]) == ("13812345678", "中共党员")


def test_update_adds_the_mandate_of_a_new_level_or_term(book: Book) -> None:
    book.keep({**TERM, "number": 4, "began_on": "2016-12-20"}, TERM, deputy("张三", term=4))
    done = book.take(
        [deputy("张三", level="县", began_on="2022-01-01", job="书记"), deputy("张三", term=5)], update=True
    )
    assert done == {"added": 2, "updated": 1, "rejected": []}
    assert [(each["level"], each.get("term")) for each in book.records("mandate")] == [("县", None), ("乡镇", 5)]
    assert book.records("deputy")[0]["job"] == "书记"
    done = book.take([deputy("张三", level="县", ended_on="2024-01-01")], update=True)
    assert (done["added"], done["updated"], len(book.records("mandate"))) == (0, 1, 2)


def test_a_mandate_that_came_of_a_deputy_line_takes_no_id_of_the_file(book: Book) -> None:
    book.keep(TERM, deputy("张三"), deputy("李四"))
    lines = [
        deputy("张三", level="县"),
        {"kind": "mandate", "deputy": "李四", "level": "县"},
        deputy("李四", level="市"),
    ]
    assert book.take(lines, update=True)["added"] == 3
    assert [(each["id"], each["deputy"], each["level"]) for each in book.records("mandate")] == [
        (1, "李四", "县"),
        (2, "张三", "县"),
        (3, "李四", "市"),
    ]


def test_update_changes_groups_and_stations_by_what_the_line_states(book: Book) -> None:
    """A required field that the line leaves out stays as it stands."""
    book.keep({"kind": "group", "name": "甲组"}, {"kind": "station", "name": "东站", "type": "联络站"})
    lines = [{"kind": "group", "name": "甲组", "type": "小组"}, {"kind": "station", "name": "东站", "funds": "1,000元"}]
    assert list(book.faults(*lines)) == [1, 2]
    assert book.take(lines, update=True) == {"added": 0, "updated": 2, "rejected": []}
    assert book.records("station")[0]["funds"] == 1000


def test_update_leaves_what_the_line_does_not_state(book: Book) -> None:
    """Also a name that the same file announces for somebody else."""
    book.keep(TERM, deputy("张三", constituency="东"), {"kind": "group", "name": "甲组", "leader": "张三"})
    book.take([deputy("张三", constituency="西"), {"kind": "group", "name": "甲组", "liaison": "李四"}], update=True)
    assert book.records("group")[0]["leader"] == "张三@东"


def test_a_line_equal_to_a_record_is_rejected_or_passed_over(book: Book) -> None:
    lines = [
        TERM,
        deputy("张三"),
        {"kind": "mandate", "deputy": "张三", "level": "县"},
        suggestion("甲", number=4, steps=[{"step": "交办", "on": "2024-03-02", "unit": "站", "co_units": ["所"]}]),
        suggestion("乙"),
        visit(deputies=["张三"], voters=3),
        {"kind": "activity", "held_on": "2024-03-01", "type": "视察", "theme": "水", "amount": 12.5},
    ]
    book.keep(*lines)
    assert sorted(book.faults(*lines, visit(place="别处"))) == [1, 2, 3, 4, 5, 6, 7]
    done = book.take([*lines, visit(place="别处")], update=True)
    assert done == {"added": 1, "updated": 0, "rejected": []}
    assert len(book.records("suggestion")) == 2


def test_a_number_in_use_is_refused_where_the_record_is_another(book: Book) -> None:
    book.keep(TERM, suggestion("甲", number=4))
    assert list(book.faults(suggestion("乙", number=4), update=True)) == [1]


def test_equal_lines_of_one_file_are_all_taken(book: Book) -> None:
    book.keep(visit(), visit())
    assert len(book.records("visit")) == 2


def test_again_takes_equal_lines(book: Book) -> None:
    book.keep(visit())
    assert book.take([visit(), visit()], again=True)["added"] == 2
    assert len(book.records("visit")) == 3


def test_the_very_same_file_is_refused(book: Book) -> None:
    """By checksum: 4; `--again` lifts it; a file that was rejected may come again."""
    data = as_file([visit()])
    book.take([visit(voters=-1)])
    book.take([visit(voters=-1)])
    book.take(data)
    with pytest.raises(AlreadyExistsError):
        book.take(data)
    with pytest.raises(AlreadyExistsError):
        book.take(data, update=True)
    assert book.take(data, again=True)["added"] == 1


# JSON as it comes


def test_blank_lines_a_byte_order_mark_and_windows_line_ends(book: Book) -> None:
    data = "\ufeff\r\n{}\r\n \t\r\n{}".format(*(json.dumps(visit(place=place)) for place in "甲乙")).encode()
    assert book.take(data)["added"] == 2


def test_an_empty_file_adds_nothing(book: Book) -> None:
    assert book.take(b"") == {"added": 0, "updated": 0, "rejected": []}


def test_a_file_that_is_no_utf8_is_refused(book: Book) -> None:
    with pytest.raises(InvalidInputError):
        book.take("{}".encode("utf-16"))


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '"visit"',
        "null",
        "3",
        "{}",
        '{"kind": null}',
        '{"kind": "visits"}',
        '{"kind": ["visit"]}',
        '{"kind": {"a": 1}}',
        '{"kind": 3}',
        '{"kind": "visit", "kind": "visit"}',
        '{"kind": "visit", "voters": 1, "voters": 2}',
        '{"kind": "visit", "deputies": [{"a": 1, "a": 1}]}',
        '{"kind": "visit"} {}',
        '{"kind": "visit", "voters": ' + "1" * 5000 + "}",
        '{"kind": "visit", "voters": ' + "[" * 100_000 + "]" * 100_000 + "}",
    ],
)
def test_what_is_no_record_is_refused_with_its_line(book: Book, text: str) -> None:
    [fault] = book.faults(visit(), text)[2]
    english = set(re.findall("[A-Za-z]{3,}", fault))
    assert english <= {"JSON", "kind", *re.findall("[a-z]+", f"{text} {list(KINDS)}")}


@pytest.mark.parametrize(
    "fields",
    [
        {"voters": ""},
        {"voters": " "},
        {"voters": "三个"},
        {"voters": 1.5},
        {"voters": -1},
        {"voters": True},
        {"voters": [1]},
        {"voters": {"a": 1}},
        {"voters": float("nan")},
        {"voters": float("inf")},
        {"voters": 1e400},
        {"held_on": ""},
        {"held_on": "今天"},
        {"held_on": "3月5日"},
        {"held_on": "24-3-5"},
        {"held_on": True},
        {"held_on": ["2024-03-01"]},
        {"type": "走访"},
        {"type": ""},
        {"place": ["东村"]},
        {"place": {"村": "东"}},
        {"place": True},
        {"place": "村" * 201},
        {"place": "\ud800"},
        {"deputies": {"张三": 1}},
        {"deputies": [["张三"]]},
        {"deputies": True},
        {"deputies": ["张三"], "deputy_count": 2},
        {"voter": 1},
        {"state": "已办结"},
    ],
)
def test_a_wrong_value_is_refused(book: Book, fields: dict[str, Any]) -> None:
    book.keep(TERM, deputy("张三"))
    assert list(book.faults(visit() | fields)) == [1]


@pytest.mark.parametrize(
    ("field", "written", "read"),
    [
        ("voters", "12", 12),
        ("voters", "1,234", 1234),
        ("voters", "十二", 12),
        ("voters", "１２", 12),
        ("voters", 3.0, 3),
        ("held_on", "2024年3月5日", "2024-03-05"),
        ("held_on", 20240305, "2024-03-05"),
        ("held_on", "二〇二四年三月五日", "2024-03-05"),
        ("held_on", "2024-03-05T09:30:00", "2024-03-05"),
        ("deputies", "张三、李四", ["张三", "李四"]),
        ("deputies", "张三,李四，王五", ["张三", "李四", "王五"]),
        ("place", 12, "12"),
        ("place", "东村\n西村", "东村 西村"),
        ("place", "东村\v西村", "东村 西村"),
        ("note", "一\n二", "一\n二"),
    ],
)
def test_values_are_read_as_the_contract_says(book: Book, field: str, written: object, read: object) -> None:
    book.keep(TERM, deputy("张三"), deputy("李四"), deputy("王五"), visit() | {field: written})
    assert book.records("visit")[0][field] == read


@pytest.mark.parametrize("value", [None, "", "　"])
def test_an_empty_text_is_no_value_for_a_text(book: Book, value: object) -> None:
    book.keep(visit(place=value))
    assert "place" not in book.records("visit")[0]


def test_null_is_no_value_for_any_field(book: Book) -> None:
    book.keep(visit(voters=None, station=None, deputies=None, note=None))
    assert book.records("visit") == [{"id": 1, "held_on": "2024-03-01", "type": "接待选民"}]


@pytest.mark.parametrize(
    ("steps", "fault"),
    [
        ({"step": "交办"}, "办理过程：应是一个列表"),
        (["交办"], "办理过程第1行：应是一组字段"),
        ([{"step": "交办", "on": "2024-03-02"}], "办理过程第1步 交办：要写明承办单位"),
        (
            [{"step": "交办", "on": "2024-03-02", "unit": "站", "result": "A"}],
            "办理过程第1步 交办：不记办理结果，请去掉",
        ),
        ([{"step": "交办", "on": "2024-02-28", "unit": "站"}], "办理过程 交办（2024-02-28）：早于提出日期2024-03-01"),
        ([{"step": "并案", "on": "2024-03-02", "into": "9"}], "办理过程第1行 并入建议：没有编号为 5-0-9 的建议"),
        ([{"on": "2024-03-02"}], "办理过程第1行 环节：没有填写"),
        ([{"step": "交办", "on": "2024-03-02", "unit": "站", "units": "所"}], None),
    ],
)
def test_nested_faults_say_where_they_are(book: Book, steps: object, fault: str | None) -> None:
    faults = book.faults(TERM, suggestion("甲", steps=steps))
    assert list(faults) == [2]
    assert fault is None or faults[2] == [fault]


# names that stand, and names that the file brings


def test_update_leaves_a_name_with_who_bears_it_and_takes_a_new_one_as_the_file_means_it(book: Book) -> None:
    """The file brings a namesake: what a line states anew means them, what it does not state stays."""
    book.keep(TERM, deputy("张三", constituency="东"), {"kind": "group", "name": "甲组", "leader": "张三"})
    book.keep(deputy("李四"), {"kind": "mandate", "deputy": "张三", "level": "县"})
    lines = [
        deputy("张三", constituency="西"),
        {"kind": "group", "name": "甲组", "leader": "张三"},
        deputy("张三", constituency="东", level="县", how="补选"),
    ]
    assert book.take(lines, update=True) == {"added": 1, "updated": 2, "rejected": []}
    assert book.records("group")[0]["leader"] == "张三@西"
    assert [(each["deputy"], each["how"]) for each in book.records("mandate")] == [("张三@东", "补选")]


def test_a_name_that_cannot_be_read_is_one_fault_and_no_more(book: Book) -> None:
    faults = book.faults(TERM, deputy("张三（组长）"), deputy("李四四"), visit(deputies="李四五"))
    assert faults == {
        2: ["姓名：姓名里有括号，请只写姓名"],
        4: ["代表：没有代表“李四五”，是不是李四四？"],
    }


def test_a_long_import_leaves_the_indexes_as_they_were(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are set aside meanwhile."""
    indexes = "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"
    before = book.rows(indexes)
    monkeypatch.setattr("rencli.store.bulk.MANY", 1000)
    book.keep(TERM, deputy("张三"), *(visit(deputies=["张三"], voters=number) for number in range(2500)))
    assert book.rows(indexes) == before
    assert book.rows("PRAGMA integrity_check") == [("ok",)]
    assert len(book.records("visit")) == 2500


def test_a_fault_elsewhere_makes_no_other_line_wrong(book: Book) -> None:
    """Lines behind the first fault are not written, and may be named all the same, with an id of their own or not."""
    bad = {"kind": "term", "number": "x", "began_on": "2024-01-01"}
    opinion = {"kind": "opinion", "received_on": "2024-03-10", "content": "x", "visit": 1}
    assert book.faults(bad, visit(), opinion).keys() == {1}
    book.keep(visit(), opinion)


def test_null_is_no_id(book: Book) -> None:
    book.keep(visit(id=None))
    assert [each["id"] for each in book.records("visit")] == [1]


def test_a_further_seat_is_added_once(book: Book) -> None:
    book.keep(TERM, deputy("张三"))
    lines = [deputy("张三", level=level) for level in ("县", "市", "县")]
    assert book.faults(*lines, update=True) == {3: ["层级：这位代表的这个席位，文件里前面已经写过一次"]}


def test_an_empty_file_is_not_remembered(book: Book) -> None:
    for _ in range(2):
        assert book.take([])["added"] == 0
