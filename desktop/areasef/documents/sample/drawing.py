"""Pictures of the demonstration: a wall of notes as somebody might photograph it after a meeting."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from areasef import resources
from areasef.documents.sample.blocks import Block, SampleFile
from areasef.tokens import LIGHT

_SIZE: Final = (1500, 1060)
_ACROSS: Final = 3
_NOTES: Final = (LIGHT.quote_for, LIGHT.good_tint, LIGHT.selected, LIGHT.bad_tint, LIGHT.chart_band)
_LEAN: Final = (-2.0, 1.5, -0.8, 2.2, 0.6, -1.6)
_NOTE: Final = (420, 330)


def picture(file: SampleFile) -> bytes:
    """Return a picture of notes on a wall, one for each block, under the title; PNG or JPEG by the name."""
    wall = Image.new("RGB", _SIZE, LIGHT.desk)
    ImageDraw.Draw(wall).text((60, 44), file.title, LIGHT.text, _font("Semibold", 46))
    notes = [block for sheet in file.sheets for block in sheet.blocks]
    for number, block in enumerate(notes):
        note = _note(block, _NOTES[number % len(_NOTES)]).rotate(
            _LEAN[number % len(_LEAN)], Image.Resampling.BICUBIC, expand=True
        )
        across, down = number % _ACROSS, number // _ACROSS
        wall.paste(note, (60 + across * 470, 130 + down * 410), note)
    target = io.BytesIO()
    wall.save(target, "PNG" if file.kind == "png" else "JPEG", quality=88)
    return target.getvalue()


def _note(block: Block, colour: str) -> Image.Image:
    note = Image.new("RGBA", _NOTE, colour)
    pen = ImageDraw.Draw(note)
    font = _font("Semibold" if block.kind == "heading" else "It", 32)
    line, at = "", 30
    for word in [*block.words.split(), "\n"]:
        longer = f"{line} {word}".strip()
        if word == "\n" or font.getlength(longer) > _NOTE[0] - 56:
            pen.text((28, at), line, LIGHT.text, font)
            line, at = word, at + 42
        else:
            line = longer
    return note


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resources.font(f"SourceSans3-{weight}.ttf")), size)
