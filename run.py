"""One verb for each task: ``python3 run.py`` lists them. Standard library only.

The first use makes ``.venv`` beside this file and installs what ``pyproject.toml`` names; later uses start at once.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Callable, Iterator, NamedTuple  # noqa: UP035  # an old Python must get as far as the sentence that names a new one

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
FITTING = ((3, 13), (3, 12), (3, 11))  # newest first
STAMP = VENV / "installed.json"  # what is installed; absent while an install is under way
INSTALL_LOG = VENV / "install.log"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}

# What Qt loads from the system on Linux, and the Debian package that holds it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Programs that some tests drive, and their Debian packages. Without them those tests say that they were skipped.
TEST_PROGRAMS = {
    "/usr/bin/java": ["default-jre-headless"],
    "/usr/share/java/jaxb-runtime.jar": ["libjaxb-java"],
    "/usr/bin/pdftotext": ["poppler-utils"],
    "/usr/bin/Xvfb": ["xvfb"],
    "/usr/bin/openbox": ["openbox"],
    "/usr/bin/dbus-run-session": ["dbus", "dbus-bin"],
    "/usr/libexec/at-spi-bus-launcher": ["at-spi2-core"],
    "/usr/lib/python3/dist-packages/pyatspi": ["python3-pyatspi"],
}


class CannotGoOnError(Exception):
    """The task cannot go on; the sentence says why and what to do."""


def call(command: list[str], folder: Path | None = None, variables: dict[str, str] | None = None) -> int:
    """Run a command in the foreground and return its exit status; Ctrl C reaches it first."""
    child = subprocess.Popen(command, cwd=folder, env={**os.environ, **(variables or {})})
    try:
        return child.wait()
    except KeyboardInterrupt:
        try:
            child.wait(timeout=10)
        except (KeyboardInterrupt, subprocess.TimeoutExpired):
            child.kill()
            child.wait()
        raise


def fits(python: str) -> bool:
    """Tell whether this interpreter starts and is one of the versions that fit."""
    ask = "import sys; print(*sys.version_info[:2])"
    try:
        said = subprocess.run([python, "-c", ask], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0 and said.stdout.split() in [[str(major), str(minor)] for major, minor in FITTING]


def fitting_python() -> str:
    """Return an interpreter on the path that fits. Raises CannotGoOnError."""
    for major, minor in FITTING:
        found = shutil.which(f"python{major}.{minor}")
        if found and fits(found):
            return found
    raise CannotGoOnError(
        "Area SEF needs Python 3.11, 3.12 or 3.13 and none was found; install one, then run this again."
    )


def install_packages(packages: list[str], why: str, needed: bool = True) -> None:
    """Install Debian packages as root, else say the one command that does. Raises CannotGoOnError where they are needed."""
    command = "apt-get install -y " + " ".join(packages)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    apt = shutil.which("apt-get")
    if not (root and apt):
        if not needed:
            return
        remedy = f"Run once: sudo {command}" if apt else "Install them with the package manager of this system."
        raise CannotGoOnError(f"{why}. {remedy}")
    print("Installing system packages: " + " ".join(packages), flush=True)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    call(["apt-get", "update", "-qq"], variables=quiet)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if call(install, variables=quiet) != 0 and needed:
        raise CannotGoOnError(f"{why}, and installing them failed. Run: {command}")


def need_libraries() -> None:
    """Make sure that Qt finds its system libraries on Linux."""
    if not sys.platform.startswith("linux"):
        return
    missing = [name for name in QT_LIBRARIES if not loads(name)]
    if missing:
        why = "The window needs system libraries that are not here: " + ", ".join(missing)
        install_packages([QT_LIBRARIES[name] for name in missing], why)


def loads(library: str) -> bool:
    """Tell whether the system can load this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def want_test_programs() -> None:
    """Install the programs that some tests drive, where this may be done without asking."""
    if sys.platform.startswith("linux"):
        wanted = [name for place, names in TEST_PROGRAMS.items() if not Path(place).exists() for name in names]
        if wanted:
            install_packages(wanted, "Some tests drive these programs", needed=False)


def venv_python() -> str:
    """Return the interpreter inside ``.venv``."""
    return str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def make_venv() -> None:
    """Make ``.venv`` anew, and let it find the package in ``desktop``. Raises CannotGoOnError."""
    if VENV.exists():
        shutil.rmtree(VENV)
    if importlib.util.find_spec("ensurepip") is None:
        major, minor = sys.version_info[:2]
        install_packages([f"python{major}.{minor}-venv"], "This Python cannot make .venv")
    print("Making .venv and installing what pyproject.toml names. The first time takes a few minutes.", flush=True)
    if call([sys.executable, "-m", "venv", str(VENV)]) != 0:
        raise CannotGoOnError("Making .venv failed; see what Python said above.")
    where = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    site = subprocess.check_output([venv_python(), "-c", where], text=True).strip()
    Path(site, "areasef-checkout.pth").write_text(f"{ROOT / 'desktop'}\n", encoding="utf-8")


def requirements(extras: list[str]) -> list[str]:
    """Return what ``pyproject.toml`` names for the application and these extras, in its order."""
    import tomllib  # here, because an older Python has none

    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    more = project["optional-dependencies"]
    return [*project["dependencies"], *(line for extra in extras for line in more[extra])]


def stamped() -> dict[str, list[str]]:
    """Return what the last finished install left, or nothing where none finished for this folder."""
    try:
        stamp: dict[str, list[str]] = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    here = Path(venv_python()).exists() and stamp.get("root") == [str(ROOT)]
    return stamp if here else {}


def need_venv(extras: list[str]) -> None:
    """Make or complete ``.venv`` so that it holds the application's requirements and these extras. Raises CannotGoOnError."""
    if installed(extras):
        return
    with one_at_a_time():
        if not installed(extras):
            install(extras)


def installed(extras: list[str]) -> bool:
    """Tell whether ``.venv`` holds what ``pyproject.toml`` names today, and these extras."""
    stamp = stamped()
    have = stamp.get("extras", [])
    return set(extras) <= set(have) and stamp.get("lines") == requirements(have)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait while another run.py installs into the same folder."""
    name = "areasef-" + hashlib.sha256(str(ROOT).encode()).hexdigest()[:16] + ".lock"
    with Path(tempfile.gettempdir(), name).open("a", encoding="utf-8") as file:
        if sys.platform == "win32":
            import msvcrt

            waiting = True
            while waiting:
                with contextlib.suppress(OSError):  # it gives up every ten seconds
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    waiting = False
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def install(extras: list[str]) -> None:
    """Install into ``.venv``, made anew where the last install never finished. Raises CannotGoOnError."""
    stamp = stamped()
    wanted = sorted({*stamp.get("extras", []), *extras})
    lines = requirements(wanted)
    if not stamp:
        make_venv()
    STAMP.unlink(missing_ok=True)
    with INSTALL_LOG.open("w", encoding="utf-8") as log:
        command = [venv_python(), "-m", "pip", "install", "--disable-pip-version-check", *lines]
        status = subprocess.call(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
    if status != 0:
        raise CannotGoOnError(f"Installing failed; {INSTALL_LOG} holds what pip said. Mend it, then run this again.")
    STAMP.write_text(json.dumps({"root": [str(ROOT)], "extras": wanted, "lines": lines}), encoding="utf-8")


def has_display() -> bool:
    """Tell whether a window can be shown."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def app(arguments: list[str]) -> int:
    """Open the application."""
    if not has_display():
        raise CannotGoOnError(
            "There is no display to open a window on; `python3 run.py demo` builds the documents without one."
        )
    return call([venv_python(), "-m", "areasef", *arguments])


def demo(arguments: list[str]) -> int:
    """Build the demonstration workspace and its documents, and open it where there is a display."""
    screen = {} if has_display() else OFFSCREEN
    return call([venv_python(), "-m", "areasef", "demo", *(arguments or ["demo"])], variables=screen)


def test(arguments: list[str]) -> int:
    """Run the tests; on two processes unless some are named."""
    want_test_programs()
    spread = [] if arguments else ["-n", "2", "--dist", "loadscope"]
    return call([venv_python(), "-m", "pytest", *spread, *arguments], ROOT, OFFSCREEN)


def check(arguments: list[str]) -> int:  # noqa: ARG001  # every verb is called alike
    """Run ruff, mypy and import-linter over everything, and name those that failed."""
    steps = {
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "ruff check": ["-m", "ruff", "check", "."],
        "mypy": ["-m", "mypy"],
        "import-linter": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
    }
    failed = []
    for name, step in steps.items():
        print("== " + name, flush=True)
        if call([venv_python(), *step], ROOT) != 0:
            failed.append(name)
    print("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


def run_module(name: str, arguments: list[str]) -> int:
    """Run a package of this folder, without a screen."""
    return call([venv_python(), "-m", name, *arguments], ROOT, OFFSCREEN)


class Verb(NamedTuple):
    """A task: how it is called, what it does, what it installs, and the file without which it is not offered."""

    usage: str
    says: str
    run: Callable[[list[str]], int]
    extras: list[str]
    rests_on: str


SHOTS = functools.partial(run_module, "shots")
BENCH = functools.partial(run_module, "bench")
VERBS = {
    "app": Verb("app [FILE]", "open the application", app, [], "desktop/areasef/ui/window.py"),
    "demo": Verb("demo [DIR]", "build and open the demonstration", demo, [], "desktop/areasef/services/build_demo.py"),
    "test": Verb("test [ARGS]", "run the tests (ARGS go to pytest)", test, ["dev"], "tests/conftest.py"),
    "check": Verb("check", "run ruff, mypy and import-linter", check, ["dev"], "pyproject.toml"),
    "shots": Verb("shots [NAME]", "make the pictures of docs/pictures", SHOTS, ["dev"], "shots/__main__.py"),
    "bench": Verb("bench [NAME]", "measure against peers", BENCH, ["dev", "bench"], "bench/saving.py"),
}


def usage() -> str:
    """Return the list of the verbs that work here."""
    rows = [f"  {verb.usage:14} {verb.says}" for verb in offered().values()]
    return "\n".join(["usage: python3 run.py VERB", "", *rows])


def offered() -> dict[str, Verb]:
    """Return the verbs whose code is there."""
    return {name: verb for name, verb in VERBS.items() if (ROOT / verb.rests_on).exists()}


def main(arguments: list[str]) -> int:
    """Do the verb; return 0, the status of what it ran, or 2 where it could not start."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(usage())
        return 0
    verb = offered().get(arguments[0])
    if verb is None:
        print(f"run.py: there is no verb {arguments[0]!r}.\n\n{usage()}", file=sys.stderr)
        return 2
    try:
        if sys.version_info[:2] not in FITTING:
            return call([fitting_python(), str(Path(__file__).resolve()), *arguments])
        need_venv(verb.extras)
        need_libraries()
        return verb.run(arguments[1:])
    except CannotGoOnError as why:
        print(f"run.py: {why}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nrun.py: stopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
