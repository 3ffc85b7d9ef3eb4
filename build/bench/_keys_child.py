"""Presses keys through the X server as a keyboard would, and says when: so the window that is measured is not slowed.

`python3 -m build.bench._keys_child COUNT KEY ...` presses COUNT of these keys in turn, and prints for each the
moment on the monotonic clock, in seconds, at which it was handed to the server.
"""

from __future__ import annotations

import ctypes
import random
import sys
import time

BETWEEN = (0.04, 0.12)  # seconds from one key to the next; a fast typist needs 0.08


def press(count: int, names: list[str]) -> None:
    """Press and let go of each key in turn, at moments nobody can foresee."""
    x11, xtest = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XStringToKeysym.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    codes = [x11.XKeysymToKeycode(display, ctypes.c_ulong(x11.XStringToKeysym(name.encode()))) for name in names]
    chance = random.Random(1)
    for turn in range(count):
        time.sleep(chance.uniform(*BETWEEN))
        for down in (True, False):
            xtest.XTestFakeKeyEvent(display, codes[turn % len(codes)], down, 0)
            moment = time.monotonic()
            x11.XFlush(display)
            if down:
                print(moment, flush=True)
    x11.XCloseDisplay(display)


if __name__ == "__main__":
    press(int(sys.argv[1]), sys.argv[2:])
