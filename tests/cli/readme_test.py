"""What README.md prints is what the commands print in a terminal. One test: readme_test.py HEARSAY Readme.test_name

HEARSAY_UPDATE_GOLDEN=1 readme_test.py HEARSAY rewrites README.md; read the diff.
"""
import fcntl
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import unittest

HEARSAY = os.path.abspath(sys.argv.pop(1))
ROOT = pathlib.Path(__file__).resolve().parents[2]
INDENT = "    "
# What asks a network, builds or does not end by itself.
LEFT_OUT = ("make ", "curl ", "hearsay serve ", "hearsay watch ")


def blocks(lines):
    """First and last line of each piece that is indented, half-open; blank lines within belong to it."""
    begin = None
    for i, line in enumerate(lines + ["."]):
        if line.startswith(INDENT) and begin is None:
            begin = i
        elif line.strip() and not line.startswith(INDENT) and begin is not None:
            end = i
            while not lines[end - 1].strip():
                end -= 1
            yield begin, end
            begin = None


def in_terminal(command, folder, columns=80):
    """What a command prints on a terminal, as lines."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environment = {**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}", "NO_COLOR": "1", "TERM": "xterm"}
    process = subprocess.Popen(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                               stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    out = b""
    try:
        while piece := os.read(ours, 65536):
            out += piece
    except OSError:  # so a terminal ends
        pass
    os.close(ours)
    problem = process.stderr.read().decode()
    process.stderr.close()
    if process.wait(60) != 0:
        raise AssertionError(f"{command}: {problem}")
    lines = out.decode().replace("\r\n", "\n").split("\n")
    while lines and not lines[-1]:
        lines.pop()
    return lines


class Readme(unittest.TestCase):
    def test_the_readme_prints_what_the_commands_print(self):
        readme = ROOT / "README.md"
        lines = readme.read_text().splitlines()
        story = re.findall(r"^> (.*)$", "\n".join(lines), re.M)
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(f"{folder}/bin")
            os.symlink(HEARSAY, f"{folder}/bin/hearsay")
            os.symlink(ROOT / "examples", f"{folder}/examples")
            pathlib.Path(folder, "bridge.txt").write_text("\n".join(story) + "\n")
            fresh, at = [], 0
            for begin, end in blocks(lines):
                if not lines[begin].startswith(INDENT + "$ "):
                    continue
                fresh += lines[at:begin] + self.run_block(lines[begin:end], folder)
                at = end
            fresh += lines[at:]
        if os.environ.get("HEARSAY_UPDATE_GOLDEN"):
            readme.write_text("\n".join(fresh) + "\n")
            return
        self.assertEqual(lines, fresh, "HEARSAY_UPDATE_GOLDEN=1 rewrites README.md")

    def run_block(self, block, folder):
        fresh, kept = [], False
        for line in block:
            if line.startswith(INDENT + "$ "):
                command = line[len(INDENT) + 2:].split("  #")[0].strip()
                kept = command.startswith(LEFT_OUT)
                fresh.append(line)
                if not kept:
                    fresh += [(INDENT + out).rstrip() for out in in_terminal(command, folder)]
            elif kept:
                fresh.append(line)
        return fresh


if __name__ == "__main__":
    unittest.main()
