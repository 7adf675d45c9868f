"""Mails, tables in text and plain text of the demonstration."""

from __future__ import annotations

import csv
import io
from email.message import EmailMessage
from email.policy import SMTP

from areasef.documents.sample.blocks import Block, SampleFile


def mail(file: SampleFile) -> bytes:
    """Return a mail with its sender, its day and its words."""
    made = EmailMessage(policy=SMTP)
    made["From"] = file.fact("from")
    made["To"] = file.fact("to")
    made["Date"] = file.fact("date")
    made["Subject"] = file.title
    made["Message-ID"] = f"<{file.name.rpartition('.')[0].replace(' ', '-').lower()}@alderbrook.example>"
    made.set_content(_words(file), cte="8bit")
    return made.as_bytes()


def text(file: SampleFile) -> bytes:
    """Return plain text in UTF-8."""
    return f"{file.title}\n{file.body}. {file.under}\n\n{_words(file)}".encode()


def table(file: SampleFile) -> bytes:
    """Return the tables of a file as comma-separated values."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    for sheet in file.sheets:
        for block in sheet.blocks:
            writer.writerows(block.rows)
    return target.getvalue().encode()


def _words(file: SampleFile) -> str:
    return "\n\n".join(_block(block) for sheet in file.sheets for block in sheet.blocks) + "\n"


def _block(block: Block) -> str:
    if block.rows:
        return "\n".join("\t".join(row) for row in block.rows)
    return f"- {block.words}" if block.kind == "bullet" else block.words
