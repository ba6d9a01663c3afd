"""The page floor: what docxtpl costs a program that fills a page with 200 short values, and does nothing else.

Usage: page.py TEMPLATE TARGET
"""

import sys

from docxtpl import DocxTemplate

VALUES = 200


def main() -> None:
    """Render the template and save it."""
    template = DocxTemplate(sys.argv[1])
    template.render({f"value_{number}": f"第{number}项" for number in range(VALUES)}, autoescape=True)
    template.save(sys.argv[2])


def create(path: str) -> None:
    """Make the template, twenty paragraphs of ten values; done once, before anything is timed."""
    from docx import Document

    document = Document()
    for start in range(0, VALUES, 10):
        document.add_paragraph("，".join(f"{{{{ value_{number} }}}}" for number in range(start, start + 10)))
    document.save(path)


if __name__ == "__main__":
    main()
