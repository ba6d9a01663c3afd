"""The style sheet of a paper as HTML: the numbers of the profile, as a browser takes them."""

from collections.abc import Iterable, Iterator, Sequence

from rencli.gongwen.pieces import CELLS, FORM_CELLS, HEADINGS, Piece, SetParagraph, Style
from rencli.gongwen.profile import Font, Profile

_STAND_INS = {
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "STZhongsong", "Noto Serif CJK SC", "Songti SC"),
    "仿宋_GB2312": ("FangSong", "STFangsong", "Noto Serif CJK SC", "Songti SC"),
    "楷体_GB2312": ("KaiTi", "STKaiti", "Kaiti SC", "Noto Serif CJK SC"),
    "黑体": ("SimHei", "STHeiti", "Heiti SC", "Noto Sans CJK SC"),
    "宋体": ("SimSun", "STSong", "Songti SC", "Noto Serif CJK SC"),
}
"""What else stands in for a font where a reader has neither it nor its fallback: macOS, Linux."""


def points(twips: float) -> str:
    """A length of the profile as CSS has it."""
    return f"{twips / 20:g}pt"


def style_class(style: Style) -> str:
    """The class of a style: heading-1."""
    return style.name.lower().replace("_", "-")


def css(profile: Profile, pieces: Sequence[Piece], *, letter: bool) -> str:
    """All rules for these pieces; ``letter`` has its lower double rule and no number on the first page."""
    return "".join(f"{rule}\n" for rule in (*_page(profile, pieces, letter=letter), *_sheet(profile), *_parts(profile)))


def _page(profile: Profile, pieces: Iterable[Piece], *, letter: bool) -> Iterator[str]:
    """The printed page: the margins of the profile, numbers at the outer edges below the text area."""
    number, size = profile.page_number, f"{points(profile.page_width)} {points(profile.page_height)}"
    margins = " ".join(map(points, (profile.top, profile.right, profile.bottom, profile.left)))
    yield f"@page {{ size: {size}; margin: {margins}; }}"
    face = f"font: {number.size / 2:g}pt {_family(number.font)}; vertical-align: top"
    gap = points(profile.bottom - profile.footer - number.line / 2)
    for side, edge in (("right", "right"), ("left", "left")):
        content = f'"{number.before}" counter(page) "{number.after}"'
        inset = f"padding: {gap} {points(number.indent)} 0; {face}"
        yield f"@page :{side} {{ @bottom-{edge} {{ content: {content}; {inset}; text-align: {edge}; }} }}"
    tops = [piece.top for piece in pieces if isinstance(piece, SetParagraph) and piece.top is not None]
    first = min(tops) if tops else profile.top
    if letter:
        rule = f"border-bottom: {profile.letter_rule / 8:g}pt double #{profile.red}"
        room = points(profile.bottom - profile.letter_bottom)
        foot = f'content: ""; {rule}; height: {room}; width: {points(profile.letter_rule_width)}; vertical-align: top'
        none = "@bottom-right { content: none } @bottom-left { content: none }"
        yield f"@page :first {{ margin-top: {points(first)}; {none} @bottom-center {{ {foot}; margin-bottom: auto }} }}"
    yield f".sheet:first-of-type {{ --top: {points(first)}; }}"


def _sheet(profile: Profile) -> Iterator[str]:
    body = f"font: {profile.body_size / 2:g}pt/{points(profile.pitch)} {_family(profile.body_font)}"
    yield "* { box-sizing: border-box; }"
    yield f"body {{ margin: 0; {body}; letter-spacing: {points(profile.letter_spacing)}; color: #000; }}"
    yield "h1, h2, h3, h4, h5, p { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: break-word; }"
    yield "p { text-align: justify; line-break: strict; }"
    yield "h1, h2, h3, h4, h5, .kept { break-after: avoid; }"
    yield ".apart { display: flex; justify-content: space-between; gap: 1em; }"
    yield ".colophon { break-inside: avoid; margin-top: 1em; }"
    margins = " ".join(map(points, (profile.right, profile.bottom, profile.left)))
    paper = f"width: {points(profile.page_width)}; min-height: {points(profile.page_height)}"
    yield (
        "@media screen { body { background: #e8e8e8; padding: 1em 0; } "
        f".sheet {{ {paper}; padding: var(--top, {points(profile.top)}) {margins}; margin: 0 auto 1em; "
        "background: #fff; box-shadow: 0 0 6px #999; display: flex; flex-direction: column; } "
        ".colophon { margin-top: auto; } .letter-foot { order: 1; margin-top: auto; } }"
    )
    yield "@media print { .sheet + .sheet { break-before: page; } .letter-foot { display: none; } }"


def _parts(profile: Profile) -> Iterator[str]:
    """A rule for each style."""
    red, rule = f"#{profile.red}", f"{profile.rule / 8:g}pt solid #{profile.red}"
    double = f"{profile.letter_rule / 8:g}pt double {red}"
    wide = f"margin-left: {points((profile.text_width - profile.letter_rule_width) / 2)}; " + (
        f"margin-right: {points((profile.text_width - profile.letter_rule_width) / 2)}"
    )
    two_in = f"text-indent: {points(profile.indent)}"
    head = f"{_face(profile.title_font, profile.head_size)}; color: {red}; text-align: center"
    below = f"padding-bottom: {profile.rule_below}pt; border-bottom: {rule}"
    outer, inner = (size / 8 for size in profile.imprint_rules)
    rules = {
        Style.TITLE: f"{_face(profile.title_font, profile.title_size, profile.title_line)}; text-align: center",
        Style.SUBTITLE: f"font-family: {_family(profile.subtitle_font)}; text-align: center",
        Style.BODY: two_in,
        **{
            style: f"font-family: {_family(font)}; {two_in}"
            for style, font in zip(HEADINGS, profile.heading_fonts, strict=True)
        },
        Style.CAPTION: f"{_face(profile.table_font, profile.caption_size, profile.caption_line)}; "
        f"margin: {points(profile.caption_line / 2)} 0 {points(profile.caption_line / 4)}; break-after: avoid",
        Style.AFTER_TABLE: "font-size: 1pt; line-height: 1pt",
        Style.SIGNATURE: f"text-align: right; padding-right: {points(profile.indent)}",
        Style.DATE: "text-align: left",
        Style.RED_HEAD: f"{head}; line-height: {points(profile.head_size * 12)}; "
        f"padding-top: {points(profile.head_top)}",
        Style.DOCUMENT_NUMBER: f"text-align: center; {below}; min-height: {points(profile.pitch)}",
        Style.SIGNED_NUMBER: f"{below}; padding-right: {points(profile.indent / 2)}",
        Style.LETTER_HEAD: f"{head}; line-height: {points(profile.head_size * 10)}; {wide}; "
        f"padding-bottom: {profile.letter_rule_below}pt; border-bottom: {double}",
        Style.LETTER_FOOT: f"{wide}; border-bottom: {double}; font-size: 1pt; line-height: 1pt; "
        f"margin-bottom: {points(profile.letter_bottom - profile.bottom)}",
        Style.LETTER_NUMBER: f"text-align: right; margin-top: {points(profile.letter_number_top)}",
        Style.LETTER_SIGNED: f"margin-top: {points(profile.letter_number_top)}",
        Style.MARK: f"font-family: {_family(profile.label_font)}; text-align: right; "
        f"margin-bottom: {points(profile.letter_top - profile.mark_top - profile.pitch)}",
        Style.ATTACHMENT_MARK: f"font-family: {_family(profile.label_font)}; text-align: left",
        Style.IMPRINT: f"{_face(profile.body_font, profile.imprint_size, profile.pitch)}; "
        f"padding: 0 {points(profile.imprint_size * 10)}",
        Style.LABEL: f"font-family: {_family(profile.label_font)}",
        Style.SIGNER: f"font-family: {_family(profile.signer_font)}",
        Style.TABLE_HEADER: f"font-family: {_family(profile.table_header_font)}; text-align: center",
        **{
            style: f"text-align: {align}"
            for styles in (CELLS, FORM_CELLS)
            for style, align in zip(styles.values(), ("left", "center", "right"), strict=True)
        },
    }
    yield from (f".{style_class(style)} {{ {text}; }}" for style, text in rules.items())
    yield f".colophon.ruled {{ border-top: {outer}pt solid; border-bottom: {outer}pt solid; }}"
    yield f".colophon.ruled p + p {{ border-top: {inner}pt solid; }}"
    yield from _tables(profile)


def _tables(profile: Profile) -> Iterator[str]:
    margins = " ".join(map(points, profile.table_margins))
    border = f"{profile.table_border / 8:g}pt solid #000"
    yield "table { width: 100%; border-collapse: collapse; table-layout: fixed; }"
    yield "tr { break-inside: avoid; }"
    yield f"th, td {{ border: {border}; padding: {margins}; font-weight: normal; letter-spacing: 0; }}"
    yield "th, td { white-space: pre-wrap; overflow-wrap: anywhere; vertical-align: middle; }"
    for kind, size, line, row in (
        ("register", profile.table_size, profile.table_line, profile.table_row),
        ("form", profile.form_size, profile.form_line, profile.form_row),
    ):
        yield f".{kind} {{ {_face(profile.table_font, size, line)}; }}"
        yield f".{kind} tr {{ height: {points(row)}; }}"


def _face(font: Font, size: int, line: float | None = None) -> str:
    """Font and size (half points), and the height of a line where it has its own."""
    height = f"; line-height: {points(line)}" if line else ""
    return f"font-family: {_family(font)}; font-size: {size / 2:g}pt; letter-spacing: 0{height}"


def _family(font: Font) -> str:
    generic = "sans-serif" if font.name == "黑体" else "serif"
    names = dict.fromkeys((font.name, font.fallback, *_STAND_INS.get(font.name, ())))
    return ", ".join([*(f'"{name}"' for name in names), generic])
