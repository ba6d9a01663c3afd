"""`make forms`: write the shipped forms, templates/forms/*.docx, from the cards that are described here.

A form is an ordinary .docx with tags in it, which a clerk may open, change and keep in the own folder. Its page,
fonts and styles are those of every paper (rencli.gongwen); a test finds the committed files stale.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final, NamedTuple

from rencli import gongwen
from rencli.gongwen import parts
from rencli.gongwen.controls import control_xml
from rencli.gongwen.docx import section_xml
from rencli.gongwen.grid import table_properties
from rencli.gongwen.markup import w, word_part
from rencli.gongwen.model import Control
from rencli.gongwen.pieces import Style
from rencli.gongwen.profile import STANDARD
from rencli.gongwen.styles import styles_xml

FOLDER: Final = Path(__file__).parents[1] / "templates" / "forms"
MADE_ON: Final = date(2026, 11, 26)
WIDTH: Final = STANDARD.text_width
LABEL: Final = 1000
"""Four characters of 五号 and the margins of a cell."""
THIRDS: Final = tuple(WIDTH * place // 3 for place in range(4))
LOW, HIGH, TALL = 430, 640, 1200
"""Least heights of a row in twips: a line, two, a text."""


class Answer(NamedTuple):
    """What a person fills in and the program reads again: a control by its tag, with what stands in it before."""

    tag: str
    text: str


class Cell(NamedTuple):
    """A label or a value: its lines, its width in twips, how it stands."""

    lines: Sequence[str | Answer]
    width: int
    style: Style = Style.CELL_CENTRE
    top: bool = False
    merged: str = ""
    """``restart`` or ``continue`` of a cell that is one over several rows."""


class Card(NamedTuple):
    """A form: its title, its rows from top to bottom, what stands on the right above and the notes below."""

    title: str
    rows: Sequence["Row"]
    above: str = "截至{{ 期间.截至 }}"
    notes: Sequence[str] = ()


class Row(NamedTuple):
    """A row of a card."""

    cells: Sequence[Cell]
    height: int = LOW


def pairs(*fields: str, shares: Sequence[int] = (1, 1, 1)) -> Row:
    """Labels and short values (``label=expression``) that share the width, evenly unless told otherwise."""
    labelled = [field.split("=") for field in fields]
    places = [0, *accumulate(shares[: len(labelled)])]
    ends = [WIDTH * place // places[-1] for place in places]
    cells = []
    for (label, value), (start, end) in zip(labelled, pairwise(ends), strict=True):
        cells += [Cell([label], LABEL), Cell([f"{{{{ 件.{value} }}}}"], end - start - LABEL)]
    return Row(cells)


def wide(label: str, *lines: str, height: int = LOW) -> Row:
    """A label and a text over the rest of the width; one that may be long begins at the top."""
    return Row([Cell([label], LABEL), Cell(lines, WIDTH - LABEL, Style.CELL_LEFT, top=height > HIGH)], height)


def feedback() -> list[Row]:
    """代表反馈: two grades and a day, and what the deputy said below them."""
    grade, five = 1000, 1200
    rest = WIDTH - LABEL - 2 * (five + grade) - LABEL
    return [
        Row(
            [
                Cell(["代表反馈"], LABEL, merged="restart"),
                *(Cell(["对办理态度"], five), Cell(["{{ 件.对办理态度 }}"], grade)),
                *(Cell(["对办理结果"], five), Cell(["{{ 件.对办理结果 }}"], grade)),
                *(Cell(["反馈日期"], LABEL), Cell(["{{ 件.反馈日期 }}"], rest)),
            ]
        ),
        Row(
            [
                Cell([""], LABEL, merged="continue"),
                Cell(["反馈意见"], five),
                Cell(["{{ 件.反馈意见 }}"], WIDTH - LABEL - five, Style.CELL_LEFT),
            ]
        ),
    ]


def course() -> list[Row]:
    """办理经过: a row for each step; three empty ones to write on where there is none."""
    widths = (1900, 1000, 2300)
    shares = (*widths, WIDTH - sum(widths))
    names = ("日　期", "环　节", "单位、人员", "办理经过")
    told = ("{{ 步.日期 }}", "{{ 步.环节 }}", "{{ 步.何人 }}", "{{ 步.要点 }}")
    styles = (Style.CELL_CENTRE, Style.CELL_CENTRE, Style.CELL_CENTRE, Style.CELL_LEFT)
    empty = Row([Cell([""], width) for width in shares])
    return [
        Row([Cell([name], width) for name, width in zip(names, shares, strict=True)]),
        tag("for 步 in 件.办理经过"),
        Row([Cell([text], width, style) for text, width, style in zip(told, shares, styles, strict=True)]),
        tag("else"),
        *(empty, empty, empty),
        tag("endfor"),
    ]


def tag(what: str) -> Row:
    """A row that only holds a tag, and goes when the form is filled."""
    return Row([Cell([f"{{%tr {what} %}}"], WIDTH)])


CARDS: Final[Mapping[str, Card]] = {
    "suggestion-card": Card(
        "代表建议办理情况登记卡",
        [
            pairs("编　　号=建议编号", "届次会次=届次会次", "提出日期=提出日期"),
            pairs("类　　型=类型", "类　　别=类别", "领衔代表=领衔代表|姓名", shares=(22, 43, 35)),
            Row(
                [
                    *(Cell(["附议代表"], LABEL), Cell(["{{ 件.附议代表|姓名 }}"], THIRDS[2] - LABEL, Style.CELL_LEFT)),
                    *(
                        Cell(["重点督办"], LABEL),
                        Cell(["{% if 件.重点督办 %}是{% endif %}"], WIDTH - THIRDS[2] - LABEL),
                    ),
                ]
            ),
            wide("标　　题", "{{ 件.标题 }}"),
            wide(
                "内　　容",
                "{{ 件.内容 }}",
                *("{%p if 件.案据 %}", "案据：{{ 件.案据 }}", "{%p endif %}"),
                *("{%p if 件.方案 %}", "方案：{{ 件.方案 }}", "{%p endif %}"),
                height=TALL,
            ),
            pairs("承办单位=承办单位", "会办单位=会办单位"),
            pairs("交办日期=交办日期", "办理期限=期限", "办理方式=办理方式"),
            pairs("答复日期=答复日期", "答复文号=答复文号", "签 发 人=签发人"),
            wide("办理结果", "{% if 件.办理结果 %}{{ 件.办理结果 }}　{{ 规定.办理结果[件.办理结果] }}{% endif %}"),
            wide(
                "答复摘要",
                "{{ 件.答复摘要 }}",
                "{%p if 件.承诺事项 %}",
                "承诺：{{ 件.承诺事项 }}{% if 件.承诺期限 %}（{{ 件.承诺期限 }}前）{% endif %}",
                "{%p endif %}",
                height=HIGH,
            ),
            *feedback(),
            *course(),
            Row(
                [
                    Cell(["办理状态"], LABEL),
                    Cell(["{{ 件.进展 }}{% if 件.转来 %}，{{ 件.转来 }}{% endif %}"], THIRDS[2] - LABEL),
                    *(Cell(["办结日期"], LABEL), Cell(["{{ 件.办结日期 }}"], WIDTH - THIRDS[2] - LABEL)),
                ]
            ),
            wide("备　　注", "{{ 件.备注 }}"),
            Row(
                [
                    *(Cell(["承办人签字"], 1300), Cell([""], THIRDS[3] // 2 - 1300)),
                    *(Cell(["代表签名"], 1300), Cell([""], WIDTH - THIRDS[3] // 2 - 1300)),
                ],
                HIGH,
            ),
        ],
    ),
    "opinion-card": Card(
        "选民意见转办情况登记卡",
        [
            pairs("序　　号=序号", "收到日期=日期", "类　　别=类别", shares=(24, 34, 42)),
            pairs("选民姓名=选民姓名", "接待代表=代表|姓名"),
            wide("意见来源", "{{ 件.来源 }}"),
            wide("意见内容", "{{ 件.内容 }}", height=2900),
            pairs("处理方式=处理方式", "转办单位=承办单位"),
            pairs("转办日期=转办日期", "办理期限=办理期限"),
            wide("办理结果", "{{ 件.办理结果 }}", height=2900),
            pairs("办理进展=进展", "办结日期=办结日期", "转为建议=转为建议", shares=(36, 36, 28)),
            wide("回告选民", "", height=900),
            wide("备　　注", "", height=900),
        ],
    ),
}


PEOPLE: Final = ((1500, "姓名|姓名"), (1300, "代表证号"), (2000, "联系电话"), (WIDTH - 4800, "住址"))
"""Columns of those who put a suggestion forward: width, and the field of each."""
GRADED: Final = "□满意　　□基本满意　　□不满意"
BY_HAND: Final = "　　　　年　　月　　日"


def people() -> list[Row]:
    """领衔代表 and 附议代表 with where to find them; empty rows to write on where nobody is known."""
    heads = [
        Cell([name], width)
        for (width, _), name in zip(PEOPLE, ("姓　名", "代表证号", "电　话", "通讯地址"), strict=True)
    ]
    lead = [Cell([f"{{{{ 件.领衔代表信息.{field} }}}}"], width) for width, field in PEOPLE]
    others = [Cell([f"{{{{ 人.{field} }}}}"], width) for width, field in PEOPLE]
    empty = [Cell([""], width) for width, _ in PEOPLE]
    return [
        Row([Cell(["领衔代表"], WIDTH)]),
        Row(heads),
        Row(lead),
        Row([Cell(["附议代表"], WIDTH)]),
        tag("for 人 in 件.附议代表信息"),
        Row(others),
        tag("else"),
        *([Row(empty)] * 4),
        tag("endfor"),
    ]


def asked(label: str, answer: Answer, height: int = LOW) -> Row:
    """A question over the whole width, with the control that takes the answer."""
    return Row([Cell([label], ASKED), Cell([answer], WIDTH - ASKED, Style.CELL_LEFT, top=height > HIGH)], height)


def written(label: str, *lines: str, height: int) -> Row:
    """A label above the room for what is said, signed below."""
    return Row([Cell([label], LABEL), Cell(lines or [""], WIDTH - LABEL, Style.CELL_LEFT, top=True)], height)


def signed(*labels: str) -> Row:
    """Names and days to be written by hand, evenly over the width."""
    cells: list[Cell] = []
    for place, label in enumerate(labels):
        start, end = WIDTH * place // len(labels), WIDTH * (place + 1) // len(labels)
        cells += [Cell([label], ASKED), Cell([""], end - start - ASKED)]
    return Row(cells, HIGH)


def quarters(*texts: str, height: int = LOW) -> Row:
    """Four cells of like width."""
    edges = [WIDTH * place // 4 for place in range(5)]
    return Row([Cell([text], end - start) for text, (start, end) in zip(texts, pairwise(edges), strict=True)], height)


ASKED: Final = 1500
"""Six characters of a label."""
OF_THE_MATTER: Final = (
    pairs("编　　号=建议编号", "届次会次=届次会次", "提出日期=提出日期"),
    wide("标　　题", "{{ 件.标题 }}"),
    wide("提出代表", "{{ 件.提出代表|姓名 }}"),
    pairs("承办单位=承办单位", "会办单位=会办单位"),
)
PAPERS: Final[Mapping[str, Card]] = {
    "suggestion-sheet": Card(
        "代表建议专用纸",
        [
            Row(
                [
                    *(Cell(["届次会次"], LABEL), Cell(["{{ 件.届次会次 }}"], THIRDS[1] - LABEL)),
                    *(Cell(["类　　型"], LABEL), Cell(["{{ 件.类型 or '□建议　□议案' }}"], THIRDS[1] - LABEL)),
                    *(Cell(["编　　号"], LABEL), Cell(["{{ 件.建议编号 }}"], WIDTH - THIRDS[2] - LABEL)),
                ]
            ),
            *people(),
            wide("标　　题", "{{ 件.标题 }}", height=HIGH),
            wide(
                "内　　容",
                "{{ 件.内容 }}",
                *("{%p if 件.案据 %}", "案据：{{ 件.案据 }}", "{%p endif %}"),
                *("{%p if 件.方案 %}", "方案：{{ 件.方案 }}", "{%p endif %}"),
                height=3700,
            ),
            pairs("类　　别=类别", "提出日期=提出日期", shares=(1, 1)),
            signed("领衔代表签名", "收到人、日期"),
        ],
        "一件一纸",
        (
            "说明：一张纸只写一件事，写清存在的问题和具体要求；议案写明案由、案据、方案。",
            "不作为建议提出的：个人事务，诉讼、仲裁中的案件，替人转递的信件，产品推介，没有实际内容的，不属于本级办理的。",
        ),
    ),
    "feedback": Card(
        "代表建议办理情况征询意见表",
        [
            Row(
                [
                    *(Cell(["编　　号"], LABEL), Cell([Answer("number", "{{ 件.建议编号 }}")], THIRDS[1] - LABEL)),
                    *(Cell(["届次会次"], LABEL), Cell(["{{ 件.届次会次 }}"], THIRDS[1] - LABEL)),
                    *(Cell(["提出日期"], LABEL), Cell(["{{ 件.提出日期 }}"], WIDTH - THIRDS[2] - LABEL)),
                ]
            ),
            *OF_THE_MATTER[1:],
            pairs("答复日期=答复日期", "答复文号=答复文号", "结果类别=办理结果"),
            wide("面商情况", "{{ 件.面商情况 }}", height=HIGH),
            Row(
                [
                    Cell(["是否收到答复函"], ASKED + 300),
                    Cell(["{% if 件.代表收到日期 %}☑是　　□否{% else %}□是　　□否{% endif %}"], 2200),
                    *(
                        Cell(["收到时间"], LABEL),
                        Cell(
                            [Answer("delivered_on", f"{{{{ 件.代表收到日期 or '{BY_HAND}' }}}}")],
                            WIDTH - ASKED - 300 - 2200 - LABEL,
                        ),
                    ),
                ],
                HIGH,
            ),
            asked("对办理态度", Answer("attitude", GRADED), HIGH),
            asked("对办理结果", Answer("outcome", GRADED), HIGH),
            asked("意见（不满意的写明原因）", Answer("reason", "　"), 2600),
            Row(
                [
                    *(Cell(["代表签名"], LABEL), Cell([""], THIRDS[1] - LABEL)),
                    *(Cell(["联系电话"], LABEL), Cell([""], THIRDS[1] - LABEL)),
                    *(Cell(["填表日期"], LABEL), Cell([Answer("on", "　　年　月　日")], WIDTH - THIRDS[2] - LABEL)),
                ],
                HIGH,
            ),
        ],
        "{% if 件.反馈期限 %}请于{{ 件.反馈期限 }}前交回{% endif %}",
        (
            "填表说明：1.请在合适的“□”内打“√”，态度和结果分别选一项；对办理结果不满意的，写明原因。",
            "2.本表由代表本人填写并签名，承办单位不能代填。",
            "3.填好后交{{ 本单位.全称 }}{% if 本单位.联系电话 %}，电话：{{ 本单位.联系电话 }}{% endif %}。",
        ),
    ),
    "meeting-record": Card(
        "代表建议面商记录",
        [
            *OF_THE_MATTER,
            quarters("日　期", "阶　段", "方　式", "代　表"),
            tag("for 次 in 件.面商"),
            quarters("{{ 次.日期 }}", "{{ 次.阶段 }}", "{{ 次.方式 }}", "{{ 次.代表|姓名 }}"),
            tag("else"),
            quarters("", "", "", "", height=HIGH),
            tag("endfor"),
            written("单位人员", height=HIGH),
            written("代表意见", height=2700),
            written("单位说明", height=2700),
            signed("承办人签名", "代表签名"),
        ],
        notes=("说明：答复代表以前当面、电话或者座谈沟通，一件一张，同答复函一起存档。",),
    ),
    "reply-record": Card(
        "代表建议当面答复记录",
        [
            *OF_THE_MATTER,
            pairs("答复日期=答复日期", "答复文号=答复文号", "签 发 人=签发人"),
            wide("办理结果", "{% if 件.办理结果 %}{{ 件.办理结果 }}　{{ 规定.办理结果[件.办理结果] }}{% endif %}"),
            signed("当面答复时间", "地　　点"),
            signed("答复人、职务", "参加人员"),
            written(
                "答复要点",
                "{{ 件.答复摘要 }}",
                "{%p if 件.承诺事项 %}",
                "承诺：{{ 件.承诺事项 }}{% if 件.承诺期限 %}（{{ 件.承诺期限 }}前）{% endif %}",
                "{%p endif %}",
                height=2200,
            ),
            written("代表提问", height=1800),
            written("代表签署意见", height=1800),
            signed("代表签名", "日　　期"),
        ],
        notes=("说明：当面答复以后，由代表在本表签署意见；答复函另行送达，联名提出的送每一名代表。",),
    ),
}
"""Papers that are filled in by hand, by their names."""


def main() -> int:
    """Write the forms and say which changed."""
    FOLDER.mkdir(exist_ok=True)
    for name, data in forms().items():
        path = FOLDER / name
        changed = not path.exists() or path.read_bytes() != data
        path.write_bytes(data)
        sys.stdout.write(f"templates/forms/{name}{'' if changed else '  (unchanged)'}\n")
    return 0


def forms() -> dict[str, bytes]:
    """Every form by its file name."""
    return {f"{name}.docx": form(card) for name, card in (CARDS | PAPERS).items()}


def form(card: Card) -> bytes:
    """A form with one page for each record."""
    title = card.title
    body = (
        _paragraph(Style.BODY, "{%p for 件 in 各件 %}"),
        _paragraph(Style.TITLE, _heading(title), w("pageBreakBefore")),
        _paragraph(Style.CAPTION, f"{{{{ 本单位.全称 }}}}\t{card.above}"),
        _table(card.rows),
        _paragraph(Style.AFTER_TABLE, ""),
        *(_paragraph(Style.CAPTION, note) for note in card.notes),
        _paragraph(Style.BODY, "{%p endfor %}"),
        _paragraph(Style.AFTER_TABLE, ""),
    )
    return gongwen.archive(
        {
            "[Content_Types].xml": parts.content_types_xml(),
            "_rels/.rels": parts.package_relationships_xml(),
            "word/document.xml": word_part("document", w("body", *body, section_xml(STANDARD))),
            "word/_rels/document.xml.rels": parts.document_relationships_xml(),
            "word/styles.xml": styles_xml(STANDARD),
            "word/settings.xml": parts.settings_xml(),
            "word/fontTable.xml": parts.font_table_xml(STANDARD),
            "word/footer1.xml": parts.footer_xml(Style.ODD_PAGE_NUMBER, STANDARD),
            "word/footer2.xml": parts.footer_xml(Style.EVEN_PAGE_NUMBER, STANDARD),
            "docProps/core.xml": parts.core_properties_xml(
                title.partition("{% else %}")[2].partition("{%")[0] or title, MADE_ON
            ),
            "docProps/custom.xml": parts.custom_properties_xml({}),
        }
    )


def _heading(title: str) -> str:
    """A motion's card has its own name."""
    own = title.replace("代表建议", "代表议案")
    return title if own == title else f"{{% if 件.类型 == '议案' %}}{own}{{% else %}}{title}{{% endif %}}"


def _paragraph(style: Style, text: str | Answer, *properties: str) -> str:
    if isinstance(text, Answer):
        control = Control(f"ren:feedback.{text.tag}", text.text)
        run = control_xml(control, 1, parts.run_xml(text.text), lines=text.tag == "reason")
        return w("p", w("pPr", w("pStyle", val=style.name), *properties), run)
    runs = w("r", w("tab")).join(parts.run_xml(piece) if piece else "" for piece in text.split("\t"))
    return w("p", w("pPr", w("pStyle", val=style.name), *properties), runs)


def _table(rows: Sequence[Row]) -> str:
    edges = sorted({0, *(edge for row in rows for edge, _ in _edges(row))})
    grid = w("tblGrid", *(w("gridCol", w=right - left) for left, right in pairwise(edges)))
    return w("tbl", table_properties(STANDARD), grid, *(_row(row, edges) for row in rows))


def _edges(row: Row) -> Iterator[tuple[int, Cell]]:
    """The right edge of every cell."""
    at = 0
    for cell in row.cells:
        at += cell.width
        yield at, cell


def _row(row: Row, edges: Sequence[int]) -> str:
    """A row; a long text may run on to the next page."""
    cells, left = [], 0
    for right, cell in _edges(row):
        span = edges.index(right) - edges.index(left)
        properties = w(
            "tcPr",
            w("tcW", w=cell.width, type="dxa"),
            w("gridSpan", val=span) if span > 1 else "",
            w("vMerge", val=cell.merged) if cell.merged else "",
            w("vAlign", val="top" if cell.top else "center"),
        )
        cells.append(w("tc", properties, *(_paragraph(cell.style, line) for line in cell.lines)))
        left = right
    return w("tr", w("trPr", w("trHeight", val=row.height, hRule="atLeast")), *cells)


if __name__ == "__main__":
    raise SystemExit(main())
