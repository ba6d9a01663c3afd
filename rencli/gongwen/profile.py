"""The numbers of a page, in one table; offices differ in them, so each set is data.

Lengths are twips (1/20 pt, 1/567 cm), sizes half points, as WordprocessingML has them. The values were
measured on rendered pages: change one, and measure 22 lines of 28 characters again (tests/gongwen).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Font:
    """A font by its licensed name, and the one that may stand in for it where that is not installed."""

    name: str
    fallback: str


XIAOBIAOSONG = Font("方正小标宋简体", "华文中宋")
FANGSONG = Font("仿宋_GB2312", "仿宋")
KAITI = Font("楷体_GB2312", "楷体")
HEITI = Font("黑体", "SimHei")
SONGTI = Font("宋体", "SimSun")


@dataclass(frozen=True, slots=True)
class PageNumber:
    """页码: 4号 half-width 宋体 between dashes, 7 mm below the text area (GB/T 9704-2012, 7.5)."""

    font: Font = SONGTI
    size: int = 28
    line: int = 280
    indent: int = 280
    """One character of its own size in from the outer edge."""
    before: str = "— "
    after: str = " —"


@dataclass(frozen=True, slots=True)
class TablePage:
    """A turned page, which holds a register: many columns, so that margins and letters are smaller."""

    top: int = 1134
    """20 mm, as the turned sheet is bound at its top."""
    right: int = 964
    bottom: int = 1020
    left: int = 964
    size: int = 18
    """小五."""
    line: int = 240
    row: int = 420
    margins: tuple[int, int] = (25, 57)


@dataclass(frozen=True, slots=True)
class Profile:
    """One way to set a page; the defaults are those of GB/T 9704-2012, chapters 5 to 7."""

    page_width: int = 11906
    page_height: int = 16838
    top: int = 2098
    right: int = 1474
    bottom: int = 1984
    left: int = 1587
    header: int = 850
    footer: int = 1446

    pitch: int = 579
    """Height of a line: 580 would leave room for 21 of them."""
    letter_spacing: int = -6
    """A hair tighter than the font: at 0 a line holds 27 characters, at -5 LibreOffice loses hung commas."""
    body_size: int = 32
    indent: int = 632
    """Two characters of the body."""
    body_font: Font = FANGSONG
    heading_fonts: tuple[Font, Font, Font, Font] = (HEITI, KAITI, FANGSONG, FANGSONG)

    title_font: Font = XIAOBIAOSONG
    title_size: int = 44
    title_line: int = 660
    title_width: int = 18
    """Characters of the title size that a line may hold before it is broken; the text area ends at 20."""
    subtitle_font: Font = KAITI
    subtitle_width: int = 26
    """Characters of the body size, likewise."""

    red: str = "FF0000"
    head_size: int = 84
    """初号 of a 发文机关标志 at most; a long one is set smaller, so that it stays in one line."""
    head_smallest: int = 44
    """No smaller than a title: a longer one is broken."""
    head_top: int = 1890
    """Puts the characters of the red head 35 mm below the text area's upper edge."""
    rule: int = 8
    """Red rule, in eighths of a point."""
    rule_below: int = 7
    """Points from the number's line to the red rule: 4 mm below its characters."""
    signer_font: Font = KAITI
    letter_top: int = 1731
    """信函格式: puts the characters of the head 30 mm below the sheet's edge,"""
    mark_top: int = 964
    """类别标识: its line begins 17 mm below the sheet's edge, above the head of a letter."""
    letter_bottom: int = 1244
    """the second double rule 20 mm above its lower edge,"""
    letter_rule_below: int = 3
    """the first 4 mm below the characters of the head (points from its line),"""
    letter_rule_width: int = 9638
    """both rules 170 mm wide,"""
    letter_rule: int = 24
    """3 pt with a thin and a thick line, in eighths of a point;"""
    letter_number_top: int = 140
    """puts the number 7/8 of a character's height below the first."""

    label_font: Font = HEITI
    """Of 附件1, and of 出席 and the like before a list."""

    imprint_size: int = 28
    """版记: 4号, one character in on both sides."""
    imprint_rules: tuple[int, int] = (8, 6)
    """Its first and last rule (0.35 mm), the others (0.25 mm), in eighths of a point."""

    table_font: Font = FANGSONG
    table_header_font: Font = HEITI
    table_size: int = 21
    """五号: a register has many columns."""
    table_line: int = 320
    table_row: int = 510
    """Least height of a row: 9 mm."""
    form_size: int = 24
    """小四: a table without a header is a form, to be filled in and signed."""
    form_line: int = 400
    form_row: int = 680
    table_margins: tuple[int, int] = (40, 57)
    """Between the border and the words: above and below, left and right."""
    table_border: int = 4
    """In eighths of a point."""
    caption_size: int = 24
    caption_line: int = 360
    turned: TablePage = TablePage()

    page_number: PageNumber = PageNumber()

    @property
    def text_width(self) -> int:
        """Width of the text area, 版心: 156 mm."""
        return self.page_width - self.left - self.right

    @property
    def character(self) -> int:
        """How far one character of the body carries the line on."""
        return self.body_size * 10 + self.letter_spacing

    @property
    def fonts(self) -> tuple[Font, ...]:
        """Every font once, in a fixed order."""
        used = (
            self.title_font,
            self.subtitle_font,
            self.body_font,
            *self.heading_fonts,
            self.table_font,
            self.table_header_font,
            self.page_number.font,
        )
        return tuple(dict.fromkeys(used))


def landscape(profile: Profile) -> Profile:
    """The same sheet turned: what was the binding edge is the top (GB/T 9704-2012, chapter 8).

    The page number stays as far below the text area as it is.
    """
    turned = profile.turned
    return replace(
        profile,
        page_width=profile.page_height,
        page_height=profile.page_width,
        top=turned.top,
        right=turned.right,
        bottom=turned.bottom,
        left=turned.left,
        footer=profile.footer - profile.bottom + turned.bottom,
        title_width=profile.title_width * 3 // 2,
        subtitle_width=profile.subtitle_width * 3 // 2,
        table_size=turned.size,
        table_line=turned.line,
        table_row=turned.row,
        table_margins=turned.margins,
    )


STANDARD = Profile()
SOFTWARE = replace(STANDARD, top=1960, bottom=1847, pitch=592)
"""Margins as GB/T 33476.2 gives them for software: the first glyph, not the first line, begins at 37 mm."""

PROFILES: Mapping[str, Profile] = MappingProxyType({"gb9704": STANDARD, "gb33476": SOFTWARE})
