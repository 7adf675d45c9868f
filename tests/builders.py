"""What tests make in one readable line."""

from __future__ import annotations

from datetime import date

from areasef.services.workspaces import NewArea

AREA = NewArea(
    "Alderbrook",
    "Alderbrook Council",
    ("NHS Three Rivers ICB",),
    "Alderbrook Parent Carer Forum",
    date(2024, 6, 14),
    date(2026, 11, 23),
)
