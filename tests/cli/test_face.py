"""The Chinese face of Typer and the error boundary, on a small sample program, which subprocesses import from here."""

import gc
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
import typer

from rencli.cli import boundary, face
from rencli.cli.face import layout
from rencli.cli.face.completion import completion_flags
from rencli.errors import NotFoundError, ProblemsFoundError, RenError

HEAVY = ("pydantic", "rich", "sqlalchemy", "sqlmodel")

app = face.new_app("按模板写总结和其他材料。")


@face.verb(app, "make", "写一份材料。", examples=("ren report make annual --year 2024",))
def make(
    name: Annotated[str, typer.Argument(metavar="名称", help="哪种材料")],
    numbers: Annotated[list[str] | None, typer.Argument(metavar="编号", help="写哪几条的材料")] = None,
    tags: Annotated[list[str], typer.Option("--tag", help="标签")] = [],  # noqa: B006  Typer copies it
    limit: Annotated[int, typer.Option("--limit", help="最多几条")] = 20,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="写到哪个文件", metavar="文件")] = None,
    form: Annotated[Literal["table", "json"], typer.Option("--format", help="格式")] = "table",
    force: Annotated[bool, typer.Option("--force", help="覆盖已有的文件")] = False,
) -> None:
    """English, for programmers."""
    values = [name, numbers, tags, limit, output and str(output), form, force, face.root_option("db"), gc.isenabled()]
    typer.echo(json.dumps(values, ensure_ascii=False))


@face.verb(app, "sign", "签发。")
def sign(by: Annotated[str, typer.Option("--by", metavar="姓名", help="签发人")]) -> None:
    typer.echo(by)


def raising(error: BaseException) -> Callable[[], face.Command]:
    def fail(**_: Any) -> None:
        raise error

    return lambda: face.command("fail", fail, [], "出错")


def add(**values: Any) -> None:
    typer.echo(json.dumps(values, ensure_ascii=False))


def suggestion() -> face.Group:
    params = [
        face.argument("title", "建议的标题", metavar="标题"),
        face.option("--submitted-on", "哪一天提出", metavar="日期"),
        face.option(
            "--cosigners", "附议代表，可以写几位，用顿号分开；几位之中有一位不在台账里，就都不记", multiple=True
        ),
        face.option("--unit", "承办单位", short="-u", complete=lambda start: ["民政办", "农业农村办"]),
        face.flag("--key/--no-key", "重点督办"),
        face.flag("--force", "不再询问"),
    ]
    explanation = "登记一件建议。\n\n没有写的必填项，在终端上\n会逐项询问。"
    return face.LazyGroup(
        "suggestion",
        {
            "add": face.Entry(
                "登记", lambda: face.command("add", add, params, explanation, ["ren suggestion add 修路"])
            ),
            "due": face.Entry("没有", "nowhere.at_all:app"),
        },
        help="代表建议。",
    )


def make_root() -> face.Group:
    entries = {
        "suggestion": face.Entry("建议", suggestion, "台账"),
        "visit": face.Entry("走访接待", "nowhere.at_all:app", "台账"),
        "report": face.Entry("按模板写总结", f"{__name__}:app", "统计与公文"),
        "sign": face.Entry("签发", f"{__name__}:app:sign", "统计与公文"),
        "secret": face.Entry("不显示", "nowhere.at_all:app", hidden=True),
        "missing": face.Entry("找不到", raising(NotFoundError("台账里没有 5-3-12 这件建议"))),
        "problems": face.Entry("有问题", raising(ProblemsFoundError("有 2 件建议超期"))),
        "abort": face.Entry("中断", raising(typer.Abort())),
        "interrupt": face.Entry("中断", raising(KeyboardInterrupt())),
        "bug": face.Entry("程序错误", raising(ValueError("unexpected"))),
        "three": face.Entry("返回码", raising(typer.Exit(3))),
    }
    params = [
        face.option("--db", "台账文件", metavar="文件"),
        face.flag("--version", "显示版本", on_use=lambda: typer.echo("9.9")),
        *completion_flags(),
    ]
    return face.LazyGroup(
        "ren", entries, help="台账与公文。", params=params, examples=["ren init", "cat a | ren batch"]
    )


def report_imports(argv: list[str]) -> None:
    """Run the sample and say on the last line of stderr which heavy modules it needed."""
    code = boundary.run(make_root, argv)
    sys.stderr.write(f"\n{code} {[name for name in HEAVY if name in sys.modules]}")


@pytest.fixture(autouse=True)
def _screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def ren(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*args: str, program: str = "/usr/bin/ren") -> tuple[int, str, str]:
        code = boundary.run(make_root, [program, *args])
        return code, *capsys.readouterr()

    return run


def in_process(code: str, *, text: bool = True, **environment: str) -> subprocess.CompletedProcess[Any]:
    """Run code in a fresh interpreter that can import this module."""
    paths = os.pathsep.join([str(Path(__file__).parent), str(Path(boundary.__file__).parents[2])])
    return subprocess.run(
        [sys.executable, "-c", f"import test_face\n{code}"],
        env=os.environ | {"PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"} | environment,
        capture_output=True,
        check=False,
        encoding="utf-8" if text else None,
    )


# Help


def test_the_programs_help_lists_the_commands_by_section_and_loads_none(ren: Any) -> None:
    code, out, _ = ren("--help")
    assert code == 0
    assert out.startswith("""\
用法：ren [选项] 命令 ...

  台账与公文。

台账：
  suggestion  建议
  visit       走访接待

统计与公文：
  report      按模板写总结
""")
    assert out.endswith("""
选项：
  --db 文件   台账文件
  --version   显示版本
  --help      显示帮助

例：
  ren init
  cat a | ren batch
""")
    assert "secret" not in out and "completion" not in out


def test_help_of_a_derived_command(ren: Any) -> None:
    _, out, _ = ren("suggestion", "add", "--help", program="C:/bin/rencli.exe".replace("/", os.sep))
    assert (
        out
        == """\
用法：rencli suggestion add [选项] 标题

  登记一件建议。

  没有写的必填项，在终端上会逐项询问。

参数：
  标题                 建议的标题（必填）

选项：
  --submitted-on 日期  哪一天提出
  --cosigners 文字     附议代表，可以写几位，用顿号分开；几位之中有一位不在台
                       账里，就都不记（可重复）
  -u, --unit 文字      承办单位
  --key / --no-key     重点督办
  --force              不再询问
  --help               显示帮助

例：
  rencli suggestion add 修路
"""
    )


def test_help_of_a_hand_written_command(ren: Any) -> None:
    _, out, _ = ren("report", "make", "--help")
    assert (
        out
        == """\
用法：ren report make [选项] 名称 [编号...]

  写一份材料。

参数：
  名称                 哪种材料（必填）
  编号                 写哪几条的材料（可写多个）

选项：
  --tag 文字           标签（可重复）
  --limit 整数         最多几条（默认 20）
  -o, --output 文件    写到哪个文件
  --format table|json  格式（默认 table）
  --force              覆盖已有的文件
  --help               显示帮助

例：
  ren report make annual --year 2024
"""
    )


def test_the_bare_program_shows_its_help_and_a_bare_group_is_an_error(ren: Any) -> None:
    code, out, err = ren()
    assert (code, err) == (0, "") and out.startswith("用法：ren")
    code, out, err = ren("report")
    assert (code, out) == (2, "") and err.startswith("用法：ren report 命令 ...\n") and "  make    写一份材料\n" in err


@pytest.mark.parametrize("columns", ["20", "60", "300"])
def test_help_keeps_to_the_width_of_the_terminal(ren: Any, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    _, out, _ = ren("suggestion", "add", "--help")
    assert max(map(layout.cells, out.splitlines())) <= min(max(int(columns), 43), 100)


@pytest.mark.parametrize(
    ("program", "shown"),
    [("ren", "ren"), ("/opt/rencli", "rencli"), ("a/ren.exe", "ren"), ("/x/rencli/__main__.py", "rencli")],
)
def test_help_shows_the_name_that_the_program_was_called_by(ren: Any, program: str, shown: str) -> None:
    assert ren(program=program)[1].startswith(f"用法：{shown} [选项]")


# Mistakes of the user


MISTAKES = {
    "sugestion": "没有“sugestion”这个命令，是不是 suggestion（建议）？",
    "sugg": "没有“sugg”这个命令，是不是 suggestion（建议）？",
    "建议 add": "没有“建议”这个命令，是不是 suggestion（建议）？",
    "secrets": "没有“secrets”这个命令",
    "report mak": "没有“mak”这个命令，是不是 make（写一份材料）？",
    "--dbb x": "没有 --dbb 这个选项，是不是 --db？",
    "suggestion add a --cosigner b": "没有 --cosigner 这个选项，是不是 --cosigners？",
    "suggestion add a -z": "没有 -z 这个选项",
    "suggestion add a --db x": "选项 --db 要写在命令之前：ren --db ... suggestion add",
    "suggestion add": "缺少参数 标题",
    "sign": "缺少选项 --by",
    "suggestion add a --submitted-on": "选项 --submitted-on 后面要写内容：--submitted-on 日期",
    "suggestion add a --key=3": "选项 --key 后面不写内容",
    "suggestion add a --no-key=3": "选项 --no-key 后面不写内容",
    "suggestion add a b c": "多写了“b”、“c”；一段文字里有空格时，要用引号括起来",
    "report make a --limit x": "选项 --limit：“x”不是整数",
    "report make a --format xml": "选项 --format：“xml”不在可选的词里（table、json）",
    "report make a \x1b[31m --limit x\x1b": "选项 --limit：“x\\x1b”不是整数",
}


@pytest.mark.parametrize("line", MISTAKES)
def test_a_mistake_is_explained_in_chinese(ren: Any, line: str) -> None:
    code, out, err = ren(*line.split(" "))
    message, hint = err.splitlines()
    assert (code, out, message) == (2, "", f"错误：{MISTAKES[line]}")
    assert re.fullmatch(r"用 ren( suggestion| report)?( add| make|)( sign)? --help 查看用法", hint)


ALLOWED = r"""(?x) --?[a-z-]+ | “[^”]*” | \b[a-c]\b
    | \b(ren|suggestion|add|due|visit|report|make|sign|missing|problems|abort|interrupt|bug|three)\b
    | \b(init|batch|cat|annual|table|json)\b"""


@pytest.mark.parametrize("line", ["--help", "suggestion --help", "suggestion add --help", "report --help", *MISTAKES])
def test_no_english_is_shown(ren: Any, line: str) -> None:
    _, out, err = ren(*line.split(" "))
    assert re.findall(r"[A-Za-z]+", re.sub(ALLOWED, "", out + err)) == []


def test_parser_errors_of_all_classes_have_a_sentence() -> None:
    from typer._click import exceptions

    from rencli.cli.face.words import hint, sentence

    samples = [
        exceptions.BadArgumentUsage("Argument 'x' takes 2 values."),
        exceptions.FileError("a.txt", "unknown"),
        exceptions.UsageError("写错了"),
        exceptions.BadParameter("不是日期"),
    ]
    assert [sentence(each) for each in samples] == ["参数的个数不对", "打不开文件 a.txt", "写错了", "不是日期"]
    assert hint(samples[1]) == hint(samples[2]) == ""


# Values


def test_a_derived_command_hands_on_what_was_typed(ren: Any) -> None:
    code, out, _ = ren(
        "suggestion", "add", "修路", "--cosigners", "甲、乙", "--cosigners", "丙", "--no-key", "-u", "５"
    )
    absent = {"submitted_on": None, "force": False}
    assert code == 0
    assert json.loads(out) == {"title": "修路", "cosigners": ["甲、乙", "丙"], "key": False, "unit": "５"} | absent
    assert json.loads(ren("suggestion", "add", "--", "-3")[1])["cosigners"] is None


def test_a_hand_written_command_gets_its_types(ren: Any) -> None:
    typed = "--db y.db report make a 1 2 --tag 甲 --limit 3 -o b.md --format json --force"
    assert json.loads(ren(*typed.split())[1]) == ["a", ["1", "2"], ["甲"], 3, "b.md", "json", True, "y.db", True]
    assert json.loads(ren("report", "make", "a")[1]) == ["a", None, [], 20, None, "table", False, None, True]


def test_one_command_of_an_app_can_stand_in_another_group(ren: Any) -> None:
    assert ren("sign", "--by", "李四") == (0, "李四\n", "")


def test_a_flag_with_an_action_ends_the_program(ren: Any) -> None:
    assert ren("--version", "suggestion", "add") == (0, "9.9\n", "")


def test_what_typer_would_read_with_pydantic_or_say_in_english_is_refused() -> None:
    wrong = face.new_app("")

    @face.verb(wrong, "ratio", "")
    def ratio(x: float) -> None: ...

    with pytest.raises(TypeError, match="float"):
        face.as_group(wrong)
    english = face.new_app("")
    english.command("make")(lambda: None)
    with pytest.raises(TypeError, match="English"):
        face.as_group(english)
    with pytest.raises(TypeError, match="new_app"):
        face.as_group(typer.Typer())


@pytest.mark.parametrize(("typed", "agreed"), [("y\n", True), (" 是\n", True), ("\n", False), ("n\n", False)])
def test_a_question_is_asked_on_stderr(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, agreed: bool
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert face.confirm("删除吗") is agreed
    assert capsys.readouterr() == ("", "删除吗（y/N）：")
    with pytest.raises(typer.Abort):
        face.ask("姓名")


# The boundary


def test_errors_become_sentences_and_exit_codes(ren: Any) -> None:
    assert ren("missing") == (3, "", "错误：台账里没有 5-3-12 这件建议\n")
    assert ren("problems") == (1, "", "有 2 件建议超期\n")
    assert ren("three") == (3, "", "")
    assert ren("abort") == ren("interrupt") == (130, "", "已中断\n")


def test_an_error_while_the_program_is_made_is_a_sentence_too(capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> face.Group:
        raise RenError("配置文件读不懂")

    assert boundary.run(broken, ["ren"]) == 1
    assert capsys.readouterr().err == "错误：配置文件读不懂\n"


def test_a_bug_keeps_its_traceback(ren: Any) -> None:
    code, out, err = ren("bug")
    assert (code, out) == (boundary.BROKEN, "")
    assert err.startswith("程序出错了") and "Traceback" in err and err.endswith("ValueError: unexpected\n")


def test_the_collector_is_off_until_the_command_runs(ren: Any, capsys: pytest.CaptureFixture[str]) -> None:
    states = []

    def root() -> face.Group:
        states.append(gc.isenabled())
        return make_root()

    boundary.run(root, ["ren", "abort"])
    assert states == [False] and gc.isenabled()
    capsys.readouterr()
    assert json.loads(ren("report", "make", "a")[1])[-1] is True


def test_a_console_that_lacks_a_character_shows_its_number() -> None:
    done = in_process(
        "test_face.boundary.run(test_face.make_root, ['ren', '𬭚和𫟅'])", text=False, PYTHONIOENCODING="gbk"
    )
    assert done.stderr.decode("gbk").splitlines()[0] == "错误：没有“<U+2CB5A>和<U+2B7C5>”这个命令"


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is another error there")
def test_a_reader_that_leaves_is_no_error() -> None:
    done = in_process(
        "import os, sys\nread, write = os.pipe()\nos.close(read)\nos.dup2(write, 1)\n"
        "sys.exit(test_face.boundary.run(test_face.make_root, ['ren', '--help']))"
    )
    assert (done.returncode, done.stderr) == (0, "")


# Quick start and completion


@pytest.mark.parametrize(
    ("line", "code"), [("--help", 0), ("suggestion add --help", 0), ("suggestion add 修路 --key", 0), ("sugestion", 2),
                       ("report make a --limit 3", 0), ("report make a --limit x", 2)],
)  # fmt: skip
def test_nothing_heavy_is_imported(line: str, code: int) -> None:
    done = in_process(f"test_face.report_imports(['ren', *{line.split(' ')!r}])")
    assert done.stderr.splitlines()[-1] == f"{code} []"


@pytest.mark.parametrize(
    ("shell", "line", "offered"),
    [
        ("bash", "ren su", "suggestion"),
        ("bash", "ren suggestion add --c", "--cosigners"),
        ("bash", "ren suggestion add x --unit 农", "农业农村办"),
        ("bash", "ren report make x --format j", "json"),
        ("zsh", "ren su", '_arguments \'*: :(("suggestion":"建议"))\''),
        ("fish", "ren vi", "visit\t走访接待"),
        ("powershell", "ren vi", "visit:::走访接待"),
    ],
)
def test_shells_complete_without_loading_commands(shell: str, line: str, offered: str) -> None:
    words = line.split()
    done = in_process(
        "test_face.report_imports(['ren'])",
        _REN_COMPLETE=f"complete_{shell}",
        COMP_WORDS=line,
        COMP_CWORD=str(len(words) - 1),
        _TYPER_COMPLETE_ARGS=line,
        _TYPER_COMPLETE_WORD_TO_COMPLETE=words[-1],
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )
    assert (done.stdout.strip(), done.stderr) == (offered, "\n0 []")


def test_completion_scripts(ren: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rencli.cli.face.completion._get_shell_name", lambda: "bash")
    shown = ren("--show-completion")
    monkeypatch.setenv("_REN_COMPLETE", "source_bash")
    assert ren() == shown and shown[1].endswith("complete -o default -F _ren_completion ren\n")
    monkeypatch.setenv("_REN_COMPLETE", "junk")
    assert ren()[::2] == (2, "错误：_REN_COMPLETE=junk：不会这样补全\n")


def test_completion_is_installed_only_where_that_changes_nothing_else(
    ren: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("rencli.cli.face.completion._get_shell_name", lambda: "bash")
    code, _, err = ren("--install-completion")
    assert code == 0 and err.startswith("已为 bash 装上命令补全") and (tmp_path / ".bash_completions/ren.sh").exists()
    monkeypatch.setattr("rencli.cli.face.completion._get_shell_name", lambda: "pwsh")
    assert ren("--install-completion")[0] == 2


def test_typers_private_modules_are_used_in_one_place() -> None:
    package = Path(boundary.__file__).parents[1]
    users = {path.parent.name for path in package.rglob("*.py") if "typer._" in path.read_text(encoding="utf-8")}
    assert users == {"face"}


# Text by display width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("代表建议批评意见", 6, ["代表建", "议批评", "意见"]),
        ("登记一件，建议", 8, ["登记一", "件，建议"]),
        ("见（说明）", 4, ["见", "（说", "明）"]),
        ("用 --help 查看", 9, ["用 --help", "查看"]),
        ("a bc  def", 4, ["a bc", "def"]),
        ("unbreakable字", 4, ["unbreakable", "字"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert layout.wrap(text, width) == lines


def test_paragraphs_join_chinese_lines_without_a_space() -> None:
    assert list(layout.paragraphs("第一行\n第二行 one\ntwo\n \n另一段")) == ["第一行第二行 one two", "另一段"]


def test_a_long_name_stands_alone_and_moves_no_other() -> None:
    rows = [("--a", "短"), ("--" + "x" * 40, "长")]
    assert list(layout.two_columns(rows, layout.name_column(rows), 80)) == [
        "  --a  短",
        "  --" + "x" * 40,
        "       长",
    ]
