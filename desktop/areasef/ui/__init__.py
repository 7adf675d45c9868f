"""The window: the only Qt in the application."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12 hands out None (from every method without a result) and True (from every Signal.emit) without taking
    # a reference to it. From 3.12 on neither is counted; in 3.11 the count would reach nothing after some thousand
    # calls and the interpreter would abort. So they get what they lack.
    for _lacking in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_lacking)).value += 1 << 40
