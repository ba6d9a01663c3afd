"""The styles part: all formatting lives here, so that a clerk changes a style and not every paragraph."""

from collections.abc import Sequence

from rencli.gongwen.markup import w, word_part
from rencli.gongwen.pieces import CELLS, FORM_CELLS, HEADINGS, Style
from rencli.gongwen.profile import Font, Profile


def styles_xml(profile: Profile, further: Sequence[str] = ()) -> str:
    """Styles of every part of a paper; lengths and fonts come from the profile (GB/T 9704-2012, 7.3).

    ``further``: those of what only some papers have.
    """
    off_grid = w("snapToGrid", val=0)
    two_in = w("ind", firstLine=profile.indent, firstLineChars=200)
    centred = w("jc", val="center")
    number = profile.page_number
    page_number = (off_grid, exact(number.line))
    page_number_run = fonts(number.font, number.size, spacing=0)
    return word_part(
        "styles",
        w("docDefaults", w("rPrDefault", w("rPr", w("lang", val="en-US", eastAsia="zh-CN"))), w("pPrDefault")),
        _normal(profile),
        style_xml(
            Style.TITLE,
            [w("keepNext"), off_grid, exact(profile.title_line), centred],
            fonts(profile.title_font, profile.title_size, spacing=0),
        ),
        style_xml(Style.SUBTITLE, [w("keepNext"), centred], fonts(profile.subtitle_font, profile.body_size)),
        style_xml(Style.ADDRESSEE, [w("keepNext")]),
        *(
            style_xml(style, [w("keepNext"), two_in, w("outlineLvl", val=level)], fonts(font, profile.body_size))
            for level, (style, font) in enumerate(zip(HEADINGS, profile.heading_fonts, strict=True))
        ),
        style_xml(Style.BODY, [two_in]),
        style_xml(Style.EMPTY, [w("keepNext")]),
        style_xml(
            Style.CAPTION,
            [
                w("keepNext"),
                w("tabs", w("tab", val="right", pos=profile.text_width)),
                off_grid,
                exact(profile.caption_line, before=profile.caption_line // 2, after=profile.caption_line // 4),
                w("jc", val="left"),
            ],
            fonts(profile.table_font, profile.caption_size, spacing=0),
        ),
        style_xml(
            Style.TABLE_HEADER,
            [w("keepNext"), off_grid, exact(profile.table_line), centred],
            fonts(profile.table_header_font, profile.table_size, spacing=0),
        ),
        *(
            style_xml(
                style, [off_grid, exact(line), w("jc", val=alignment)], fonts(profile.table_font, size, spacing=0)
            )
            for styles, size, line in (
                (CELLS, profile.table_size, profile.table_line),
                (FORM_CELLS, profile.form_size, profile.form_line),
            )
            for style, alignment in zip(styles.values(), ("left", "center", "right"), strict=True)
        ),
        style_xml(Style.AFTER_TABLE, [off_grid, exact(20)], fonts(profile.table_font, 2, spacing=0)),
        style_xml(Style.SIGNATURE, [w("keepNext"), w("ind", right=profile.indent), w("jc", val="right")]),
        style_xml(Style.DATE, [w("jc", val="left")]),
        style_xml(
            Style.ODD_PAGE_NUMBER, [*page_number, w("ind", right=number.indent), w("jc", val="right")], page_number_run
        ),
        style_xml(
            Style.EVEN_PAGE_NUMBER, [*page_number, w("ind", left=number.indent), w("jc", val="left")], page_number_run
        ),
        *further,
    )


def _normal(profile: Profile) -> str:
    """The style that all others build on: 3号 仿宋 on exact lines.

    No hair spaces between Chinese and figures: a figure is half a character wide, so that lines keep to the
    grid and the date begins and ends where ``layout`` reckons.
    """
    unspaced = w("autoSpaceDE", val=0) + w("autoSpaceDN", val=0)
    return w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        w("pPr", w("widowControl", val=0), unspaced, exact(profile.pitch), w("jc", val="both")),
        fonts(profile.body_font, profile.body_size, spacing=profile.letter_spacing),
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def style_xml(style: Style, paragraph: list[str], run: str = "") -> str:
    """A style based on the normal one; a new paragraph after any of them is body text."""
    return w(
        "style",
        w("name", val=style.value),
        w("basedOn", val="Normal"),
        w("next", val=Style.BODY.name),
        w("qFormat"),
        w("pPr", *paragraph),
        run,
        type="paragraph",
        customStyle=1,
        styleId=style.name,
    )


def exact(line: int, before: int = 0, after: int = 0) -> str:
    return w("spacing", before=before, after=after, line=line, lineRule="exact")


def character_style(style: Style, run: str) -> str:
    """A style of some words in a paragraph."""
    return w("style", w("name", val=style.value), run, type="character", customStyle=1, styleId=style.name)


def fonts(font: Font, size: int, spacing: int | None = None, colour: str = "") -> str:
    """One font for every script, or quotes and dashes would come out in a Latin one."""
    named = w("rFonts", hint="eastAsia", ascii=font.name, hAnsi=font.name, eastAsia=font.name, cs=font.name)
    tracking = "" if spacing is None else w("spacing", val=spacing)
    return w("rPr", named, w("color", val=colour) if colour else "", tracking, w("sz", val=size), w("szCs", val=size))
