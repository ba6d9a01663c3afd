"""Finding and checking rule-set files: shadowing, inheriting, and every fault told with its file and key."""

import subprocess
import sys
from pathlib import Path

import pytest

from rencli.errors import InvalidInputError
from rencli.rules import Count, Period, ResultClass, load
from rencli.rules.reading import shipped

KNOWN = "、".join(
    ["某省", *sorted(path.stem for path in shipped().glob("*.toml") if path.stem not in ("points", "classes"))]
)
MATTERS = (
    "交办、再交办、退回、首次联系、会办、答复、疑难答复、延期上限、闭会答复、闭会疑难答复、闭会延期上限、反馈、重办"
)
SECTIONS = "inherits、title、as_of、changed、reply_from、words、periods、counts、classes、acts、agenda"


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(name: str, folder: Path) -> str:
    with pytest.raises(InvalidInputError) as caught:
        load(name, [folder])
    assert caught.value.exit_code == 2
    return str(caught.value)


def test_every_shipped_period_and_count_has_its_article() -> None:
    rules = load("national")
    assert rules.reply_from.article
    assert all(period.article for period in rules.periods.values())
    assert all(count.article for count in rules.counts.values())


def test_a_users_file_shadows_the_shipped_one_and_may_inherit_it(tmp_path: Path) -> None:
    write(tmp_path, "national", '[counts]\n"议案联名人数" = { value = 8, article = "本镇议事规则" }')
    rules = load("national", [tmp_path])
    assert rules.motion_deputies == Count(8, "本镇议事规则")
    assert rules.periods["答复"] == Period(3, "months", "代表法第五十一条")


def test_the_first_folder_wins_and_a_missing_folder_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "a", "某县", '[words]\nco = "会办"')
    write(tmp_path / "b", "某县", '[words]\nco = "配合"')
    assert load("某县", [tmp_path / "none", tmp_path / "a", tmp_path / "b"]).words.co == "会办"


def test_a_county_inherits_its_province(tmp_path: Path) -> None:
    write(tmp_path, "某省", '[words]\nco = "会办"\n[periods]\n"重办" = { months = 2, article = "省" }')
    write(tmp_path, "某县", 'inherits = "某省"\n[periods]\n"重办" = { months = 1, article = "县" }')
    rules = load("某县", [tmp_path])
    assert rules.name == "某县"
    assert rules.words.co == "会办"
    assert rules.periods["重办"] == Period(1, "months", "县")


def test_classes_are_replaced_as_a_whole(tmp_path: Path) -> None:
    text = '[[classes]]\nletter = "甲"\nlabel = "办成"\nsolved = true\n'
    write(tmp_path, "某县", text + '[[classes]]\nletter = "乙"\nlabel = "未办成"')
    assert load("某县", [tmp_path]).classes == (
        ResultClass("甲", "办成", solved=True),
        ResultClass("乙", "未办成"),
    )


def test_a_file_saved_by_notepad_with_a_mark_in_front_is_read(tmp_path: Path) -> None:
    (tmp_path / "某县.toml").write_text('[words]\nco = "会办"', encoding="utf-8-sig")
    assert load("某县", [tmp_path]).words.co == "会办"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("某县", "，"),
        ("", "，"),
        ("National", "，是不是“national”？"),
        ("../national", "，是不是“national”？"),
        ("national.toml", "，是不是“national”？"),
        ("全国", "，是不是“national”？"),
        ("重庆市", "，是不是“重庆”？"),
        ("浙江规定", "，是不是“浙江”？"),
        ("points", "，"),
        ("classes", "，"),
        ("节假日-2027", "，"),
        ("长" * 300, "，"),
        ("a\0b", "，"),
    ],
)
def test_an_unknown_name_is_answered_with_those_there_are(name: str, hint: str, tmp_path: Path) -> None:
    write(tmp_path, "某省", "")
    write(tmp_path, "节假日-2027", "")
    assert refusal(name, tmp_path) == f"没有名为“{name}”的法规规则{hint}可用的有：{KNOWN}"


def test_an_unknown_parent_is_told_with_the_file_that_names_it(tmp_path: Path) -> None:
    path = write(tmp_path, "某县", 'inherits = "某省"')
    told = refusal("某县", tmp_path)
    assert (
        told == f"法规规则文件 {path} 的 inherits：没有名为“某省”的法规规则，可用的有：{KNOWN.replace('某省', '某县')}"
    )


def test_files_that_inherit_each_other_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "甲", 'inherits = "乙"')
    path = write(tmp_path, "乙", 'inherits = "甲"')
    assert refusal("甲", tmp_path) == f"法规规则文件 {path} 的 inherits：“甲”绕回了自己，请改写 inherits"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('words = "协办"', "words：应写成表，一行一个键"),
        ('[words]\nthird = "督办"', "words：不认识third，可写main、co、equals"),
        ('[words]\nco = " "', "words.co：应是加英文引号的文字，且不能为空"),
        ("inherits = 3", "inherits：应是加英文引号的文字，且不能为空"),
        (
            '[period]\n"答复" = 3',
            f"文件：不认识period，可写{SECTIONS}",
        ),
        ('[periods]\n"答复" = 3', "periods.答复：应写成表 { … }，可写article、months、days、working_days"),
        ('[periods]\n"答复" = { months = 3 }', "periods.答复：缺article"),
        (
            '[periods]\n"答复" = { months = 3, article = "" }',
            "periods.答复：article 应是加英文引号的文字，且不能为空",
        ),
        (
            '[periods]\n"答复" = { article = "某条" }',
            "periods.答复：months、days、working_days须写一个，且只写一个",
        ),
        (
            '[periods]\n"答复" = { months = 3, days = 5, article = "某条" }',
            "periods.答复：months、days、working_days须写一个，且只写一个",
        ),
        ('[periods]\n"答复" = { months = 0, article = "某条" }', "periods.答复：应是 1 到 120 的整数"),
        ('[periods]\n"答复" = { months = 1.5, article = "某条" }', "periods.答复：应是 1 到 120 的整数"),
        ('[periods]\n"答复" = { days = true, article = "某条" }', "periods.答复：应是 1 到 3650 的整数"),
        (
            '[periods]\n"答复" = { weeks = 3, article = "某条" }',
            "periods.答复：不认识weeks，可写article、months、days、working_days、mark、note",
        ),
        (
            '[periods]\n"回复" = { months = 3, article = "某条" }',
            f"periods：不认识回复，可写{MATTERS}",
        ),
        (
            '[counts]\n"议案联名人数" = { value = "五", article = "某条" }',
            "counts.议案联名人数：应是 1 到 1000000 的整数",
        ),
        ('reply_from = { event = "开会", article = "某条" }', "reply_from：event 只能写交办、闭会"),
        ("[classes]", "classes：应写成若干个 [[classes]]"),
        ('[[classes]]\nlabel = "办成"', "classes 第1类：缺letter"),
        (
            '[[classes]]\nletter = "A"\nlabel = "办成"\nsolved = 1',
            "classes 第1类：solved、promise 只能写 true 或 false",
        ),
        (
            '[[classes]]\nletter = "A"\nlabel = "办成"\n[[classes]]\nletter = "A"\nlabel = "没办成"',
            "classes：letter 有重复",
        ),
    ],
)
def test_a_wrong_value_is_told_with_file_and_key(text: str, told: str, tmp_path: Path) -> None:
    path = write(tmp_path, "某县", text)
    assert refusal("某县", tmp_path) == f"法规规则文件 {path} 有误。{told}"


def test_all_faults_of_a_file_are_told_together(tmp_path: Path) -> None:
    path = write(tmp_path, "某县", '[words]\nco = 1\n[periods]\n"回复" = 1\n"答复" = { months = 3 }')
    assert refusal("某县", tmp_path) == (
        f"法规规则文件 {path} 有误。words.co：应是加英文引号的文字，且不能为空；"
        f"periods：不认识回复，可写{MATTERS}；periods.答复：缺article"
    )


def test_a_faulty_parent_is_told_as_well(tmp_path: Path) -> None:
    path = write(tmp_path, "某省", "[words]\nco = 1")
    write(tmp_path, "某县", 'inherits = "某省"')
    assert refusal("某县", tmp_path).startswith(f"法规规则文件 {path} 有误。words.co：")


@pytest.mark.parametrize(
    ("text", "place"),
    [("[periods]\n答复 = { months = 3 }", " 第 2 行"), ("[periods", " "), ("n = " + "9" * 5000, " ")],
)
def test_a_file_that_is_no_toml(text: str, place: str, tmp_path: Path) -> None:
    path = write(tmp_path, "某县", text)
    assert refusal("某县", tmp_path) == f"法规规则文件 {path}{place}写法不对（汉字要加英文引号）"


def test_a_file_in_gbk(tmp_path: Path) -> None:
    path = tmp_path / "某县.toml"
    path.write_bytes('[words]\nco = "会办"'.encode("gbk"))
    assert refusal("某县", tmp_path) == f"法规规则文件 {path} 不是 UTF-8 编码，请另存为 UTF-8"


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "某县.toml").mkdir()
    assert "读不出来" in refusal("某县", tmp_path)


def test_importing_the_rules_reads_nothing_and_loads_no_parser() -> None:
    heavy = {"tomllib", "pathlib", "calendar", "typer", "pydantic"}
    code = f"import sys, rencli.rules; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
