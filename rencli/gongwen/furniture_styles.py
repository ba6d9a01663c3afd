"""Styles of what only some papers have: red head, number, attachments, lists, colophon (``furniture``)."""

from collections.abc import Iterable

from rencli.gongwen.markup import w
from rencli.gongwen.pieces import Colophon, Piece, SetParagraph, Style, Toned
from rencli.gongwen.profile import Profile
from rencli.gongwen.styles import character_style, exact, fonts, style_xml


def furniture_styles(profile: Profile, pieces: Iterable[Piece]) -> list[str]:
    """The styles that these pieces want beside those of every paper."""
    used = set[Style]()
    for piece in pieces:
        rows = piece.rows if isinstance(piece, Colophon) else (piece,)
        for row in rows:
            if isinstance(row, SetParagraph):
                used |= {row.style, *(run.style for line in row.lines for run in line if isinstance(run, Toned))}
    return [made for style, made in _styles(profile).items() if style in used]


def _styles(profile: Profile) -> dict[Style, str]:
    off_grid, kept, centred = w("snapToGrid", val=0), w("keepNext"), w("jc", val="center")
    head_line = profile.head_size * 12
    red = fonts(profile.title_font, profile.head_size, spacing=0, colour=profile.red)
    rule = w("pBdr", _rule("bottom", "single", profile.rule, profile.rule_below, profile.red))
    double = profile.letter_rule, profile.letter_rule_below, profile.red
    edge = profile.text_width - profile.indent // 2
    one = profile.imprint_size * 10
    return {
        Style.RED_HEAD: style_xml(
            Style.RED_HEAD, [kept, off_grid, exact(head_line, before=profile.head_top), centred], red
        ),
        Style.DOCUMENT_NUMBER: style_xml(Style.DOCUMENT_NUMBER, [kept, rule, off_grid, exact(profile.pitch), centred]),
        Style.SIGNED_NUMBER: style_xml(
            Style.SIGNED_NUMBER,
            [
                kept,
                rule,
                w("tabs", w("tab", val="right", pos=edge)),
                off_grid,
                exact(profile.pitch),
                w("jc", val="left"),
            ],
        ),
        Style.LETTER_HEAD: style_xml(
            Style.LETTER_HEAD,
            [
                kept,
                w(
                    "pBdr",
                    _rule("bottom", "thickThinSmallGap", *double),
                ),
                off_grid,
                exact(profile.head_size * 10),
                centred,
            ],
            red,
        ),
        Style.LETTER_FOOT: style_xml(
            Style.LETTER_FOOT,
            [
                w("pBdr", _rule("bottom", "thinThickSmallGap", profile.letter_rule, 0, profile.red)),
                off_grid,
                exact(20),
            ],
        ),
        Style.LETTER_NUMBER: style_xml(
            Style.LETTER_NUMBER,
            [kept, off_grid, exact(profile.pitch, before=profile.letter_number_top), w("jc", val="right")],
        ),
        Style.LETTER_SIGNED: style_xml(
            Style.LETTER_SIGNED,
            [
                kept,
                w("tabs", w("tab", val="right", pos=profile.text_width)),
                off_grid,
                exact(profile.pitch, before=profile.letter_number_top),
                w("jc", val="left"),
            ],
        ),
        Style.MARK: style_xml(
            Style.MARK,
            [kept, off_grid, exact(profile.pitch), w("jc", val="right")],
            fonts(profile.label_font, profile.body_size),
        ),
        Style.ATTACHMENT_NOTE: style_xml(Style.ATTACHMENT_NOTE, []),
        Style.ATTACHMENT_MARK: style_xml(
            Style.ATTACHMENT_MARK, [kept, w("jc", val="left")], fonts(profile.label_font, profile.body_size)
        ),
        Style.ATTENDANCE: style_xml(Style.ATTENDANCE, []),
        Style.IMPRINT: style_xml(
            Style.IMPRINT,
            [
                w("tabs", w("tab", val="right", pos=profile.text_width - one)),
                off_grid,
                exact(profile.pitch),
                w("ind", left=one, right=one),
                w("jc", val="left"),
            ],
            fonts(profile.body_font, profile.imprint_size, spacing=0),
        ),
        Style.LABEL: character_style(Style.LABEL, fonts(profile.label_font, profile.body_size)),
        Style.SIGNER: character_style(Style.SIGNER, fonts(profile.signer_font, profile.body_size)),
    }


def _rule(side: str, kind: str, size: int, space: int, colour: str) -> str:
    return w(side, val=kind, sz=size, space=space, color=colour)


def frame_xml(profile: Profile, top: int | None) -> str:
    """A place on the sheet as wide as the double rules; nothing for a paragraph of the text area.

    It stands in the paragraph: LibreOffice overlooks it in a style.
    """
    if top is None:
        return ""
    wide = profile.letter_rule_width
    left = (profile.page_width - wide) // 2
    return w("framePr", w=wide, hSpace=0, wrap="notBeside", vAnchor="page", hAnchor="page", x=left, y=top)
