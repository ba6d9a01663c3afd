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
from rencli.gongwen.docx import section_xml
from rencli.gongwen.grid import table_properties
from rencli.gongwen.markup import w, word_part
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


class Cell(NamedTuple):
    """A label or a value: its lines, its width in twips, how it stands."""

    lines: Sequence[str]
    width: int
    style: Style = Style.CELL_CENTRE
    top: bool = False
    merged: str = ""
    """``restart`` or ``continue`` of a cell that is one over several rows."""


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


CARDS: Final[Mapping[str, tuple[str, Sequence[Row]]]] = {
    "suggestion-card": (
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
    "opinion-card": (
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
"""Each card: its title, and its rows from top to bottom."""


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
    return {f"{name}.docx": form(title, rows) for name, (title, rows) in CARDS.items()}


def form(title: str, rows: Sequence[Row]) -> bytes:
    """A form with one page for each record."""
    body = (
        _paragraph(Style.BODY, "{%p for 件 in 各件 %}"),
        _paragraph(Style.TITLE, _heading(title), w("pageBreakBefore")),
        _paragraph(Style.CAPTION, "{{ 本单位.全称 }}\t截至{{ 期间.截至 }}"),
        _table(rows),
        _paragraph(Style.AFTER_TABLE, ""),
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


def _paragraph(style: Style, text: str, *properties: str) -> str:
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
