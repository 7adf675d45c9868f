"""Mail: who, when, what about, the words, and the names of what was attached. Nothing remote is ever looked at."""

from __future__ import annotations

import email
import email.message
import email.policy
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

from areasef.domain.citation import LocatorKind
from areasef.intake.reading import Reading, ReadPage
from areasef.words.faults import AppError, Fault

EML_EXTRACTOR: Final = "email 1"
MSG_EXTRACTOR: Final = "oxmsg 0.0.2"
_HEADERS: Final = ("From", "To", "Cc", "Date", "Subject")
_FIRST_LINE: Final = re.compile(
    rb"^(?:From|Received|Return-Path|Date|Message-ID|MIME-Version|Subject|To|X-[\w-]+|Delivered-To):", re.I
)
_BLOCKS: Final = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "table", "ul", "ol", "blockquote"}


def looks_like_mail(head: bytes) -> bool:
    """Say whether a text begins with the header lines of a mail."""
    lines = head.split(b"\n", 30)[:30]
    named = {line.split(b":", 1)[0].strip().lower() for line in lines if _FIRST_LINE.match(line)}
    return bool(lines and _FIRST_LINE.match(lines[0])) and bool(named & {b"from", b"received"}) and len(named) >= 2


def read_eml(path: Path) -> Reading:
    """Read a mail as RFC 5322 and MIME have it."""
    with path.open("rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    assert isinstance(message, email.message.EmailMessage)
    lines = [f"{name}: {message[name]}" for name in _HEADERS if message[name]]
    body = message.get_body(("plain", "html"))
    words = ""
    if body is not None:
        try:
            content = str(body.get_content())
        except (LookupError, ValueError):
            content = bytes(body.get_payload(decode=True) or b"").decode("cp1252", "replace")
        words = text_of_html(content) if body.get_content_type() == "text/html" else content
    names = [part.get_filename() or "without a name" for part in message.iter_attachments()]
    return _reading(lines, words, names, EML_EXTRACTOR)


def read_msg(path: Path) -> Reading:
    """Read an Outlook message."""
    import oxmsg

    try:
        message: Any = oxmsg.Message.load(str(path))
        headers = message.message_headers or {}
        lines = [f"From: {message.sender or ''}", f"Subject: {message.subject or ''}"]
        to = ", ".join(f"{each.name} <{each.email_address}>" for each in message.recipients)
        lines.insert(1, f"To: {to}")
        sent = message.sent_date or headers.get("Date", "")
        lines.insert(2, f"Date: {sent}")
        words = message.body or (text_of_html(message.html_body) if message.html_body else "")
        names = [each.file_name or "without a name" for each in message.attachments]
    except Exception as error:
        raise AppError("intake.broken_mail") from error
    reading = _reading([line for line in lines if line.partition(": ")[2]], words, names, MSG_EXTRACTOR)
    return replace(reading, faults=(Fault("intake.cut_mail"),)) if _is_cut_short(path) else reading


def _is_cut_short(path: Path) -> bool:
    """Say whether a compound file ends before what it says it holds ([MS-CFB] 2.6.3): its parser then reads what is there."""
    import olefile

    with olefile.OleFileIO(path) as file:
        for name in file.listdir():
            stream = file.openstream(name)
            if len(stream.read()) < file.get_size(name):
                return True
        return any("incomplete" in str(said) for _, said in file.parsing_issues)


def text_of_html(markup: str) -> str:
    """Return the words of a page of HTML; scripts, styles and anything remote are dropped."""
    reader = _Words()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.found).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line at a block; hide scripts and styles."""
        if tag in ("script", "style", "head"):
            self._hidden += 1
        elif tag in _BLOCKS:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a hidden part."""
        if tag in ("script", "style", "head") and self._hidden:
            self._hidden -= 1

    def handle_data(self, data: str) -> None:
        """Keep words."""
        if not self._hidden:
            self.found.append(data.replace("\n", " "))


def _reading(lines: list[str], words: str, attached: list[str], extractor: str) -> Reading:
    parts = ["\n".join(lines), words.replace("\r\n", "\n").strip()]
    if attached:
        parts.append("Attached: " + ", ".join(attached))
    text = "\n\n".join(part for part in parts if part)
    return Reading("", extractor, (ReadPage(1, "mail", LocatorKind.MAIL, text),), 1)
