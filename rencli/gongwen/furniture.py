"""What a paper has around its text: the head above the title, lists and attachments below the text, the colophon.

版头, 附件说明, 附件, 版记 of GB/T 9704-2012 (7.2, 7.3.4, 7.3.9, 7.4), 信函格式 and 纪要格式 (10.1, 10.3).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rencli.gongwen.characters import width
from rencli.gongwen.model import (
    IMPRINT,
    Attendance,
    Block,
    Content,
    CopiesTo,
    LetterHead,
    Mark,
    Number,
    Printed,
    RedHead,
    Signer,
    plain,
)
from rencli.gongwen.pieces import Colophon, SetLine, SetParagraph, Style, Toned
from rencli.gongwen.profile import Profile
from rencli.gongwen.title import break_title

_EMPTY = SetParagraph(Style.EMPTY)
_LISTED = 3
"""Characters of 附件： and 出席：, behind which lines go on."""


def with_head(blocks: Sequence[Block], profile: Profile) -> Profile:
    """The profile with the size at which the red head fills no more than one line."""
    heads = [width(plain(block.content)) for block in blocks if isinstance(block, RedHead | LetterHead)]
    if not heads:
        return profile
    fitting = int(profile.text_width / (10 * max(heads)))
    return replace(profile, head_size=max(profile.head_smallest, min(profile.head_size, fitting)))


def head(
    before: Block | None, block: Block, after: Block | None, profile: Profile, *, letter: bool
) -> Iterator[SetParagraph]:
    """The paragraphs of a block above the title; the last of a head carries the red rule, and is empty if need be."""
    limit = profile.text_width / (10 * profile.head_size)
    match block:
        case Mark(content):
            yield SetParagraph(Style.MARK, (content,), top=profile.mark_top)
        case RedHead(content):
            yield SetParagraph(Style.RED_HEAD, break_title(content, limit))
            if not isinstance(after, Number):
                yield SetParagraph(Style.DOCUMENT_NUMBER)
        case LetterHead(content):
            foot = profile.page_height - profile.letter_bottom
            yield SetParagraph(Style.LETTER_HEAD, break_title(content, limit), top=profile.letter_top)
            yield SetParagraph(Style.LETTER_FOOT, top=foot)
        case Number(content) if letter:
            if not isinstance(after, Signer):
                yield SetParagraph(Style.LETTER_NUMBER, (content,))
        case Number(content):
            yield from (_EMPTY, _EMPTY)
            if not isinstance(after, Signer):
                yield SetParagraph(Style.DOCUMENT_NUMBER, (content,))
        case Signer(content):
            number = before.content if isinstance(before, Number) else ()
            signed = ("签发人：", *_toned(content, Style.SIGNER))
            if letter:
                yield SetParagraph(Style.LETTER_SIGNED, ((*signed, "\t", *number),))
            else:
                yield SetParagraph(Style.SIGNED_NUMBER, (("　", *number, "\t", *signed),))


def notes(names: Sequence[Content], profile: Profile, *, kept: bool) -> Iterator[SetParagraph]:
    """附件说明: a line for each attachment, numbers where there are several, names one below the other."""
    for place, name in enumerate(names, start=1):
        number = f"{place}." if len(names) > 1 else ""
        label = f"附件：{number}" if place == 1 else number
        yield SetParagraph(
            Style.ATTACHMENT_NOTE,
            ((label, *name) if label else name,),
            left=round((2 + _LISTED + width(number)) * profile.character),
            hanging=round(width(label) * profile.character),
            keep_with_next=kept or place < len(names),
        )


def attendance(block: Attendance, profile: Profile) -> SetParagraph:
    """A list of people, further lines below its first name."""
    label = (*_toned((block.label,), Style.LABEL), "：")
    hanging = round((width(block.label) + 1) * profile.character)
    return SetParagraph(Style.ATTENDANCE, ((*label, *block.content),), left=profile.indent + hanging, hanging=hanging)


def colophon(blocks: Sequence[Block], profile: Profile) -> Colophon:
    """版记: 抄送 above, who printed the paper and when below; that of a letter has no rules (10.1)."""
    rows = tuple(_row(block, profile) for block in blocks if isinstance(block, IMPRINT))
    return Colophon(rows, ruled=not any(isinstance(block, LetterHead) for block in blocks))


def _row(row: CopiesTo | Printed, profile: Profile) -> SetParagraph:
    one = profile.imprint_size * 10
    match row:
        case CopiesTo(content):
            label = _LISTED * one
            return SetParagraph(Style.IMPRINT, (("抄送：", *content),), left=one + label, hanging=label)
        case Printed(office, date):
            return SetParagraph(Style.IMPRINT, ((*office, "\t", *date, "印发"),))


def _toned(content: Content, style: Style) -> SetLine:
    """The words in a font of their own; a live value keeps that of the paragraph."""
    return tuple(Toned(run, style) if isinstance(run, str) else run for run in content)
