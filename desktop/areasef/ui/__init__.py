"""The window: the only Qt in the application."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12 hands out None without taking a reference to it. From 3.12 on None is never counted; in 3.11 the
    # count would reach nothing after some thousand calls and the interpreter would abort. So None gets what it lacks.
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 40
