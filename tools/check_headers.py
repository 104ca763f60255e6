#!/usr/bin/env python3
"""Checks that every header compiles alone, without warnings. A header that some
source includes before anything else was proven by compiling that source."""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ("include", "src", "apps", "tests", "bench", "examples")
FLAGS = ["-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror",
         "-I", str(ROOT / "include"), "-I", str(ROOT / "src"), "-I", str(ROOT), "-x", "c++"]


def first_included():
    """Headers that are the first preprocessor line of a source."""
    for source in (p for top in FOLDERS for p in (ROOT / top).rglob("*.cc")):
        directive = re.search(r"^#.*", source.read_text(), re.M)
        name = directive and re.match(r'#include "([^"]+)"', directive[0])
        for place in (source.parent, ROOT / "src", ROOT / "include", ROOT) if name else ():
            if (place / name[1]).is_file():
                yield (place / name[1]).resolve()
                break


def compile_alone(header):
    command = [os.environ.get("CXX", "g++"), *FLAGS, "-"]
    return subprocess.run(command, input=f'#include "{header}"\n', capture_output=True, text=True)


def main():
    headers = [p for top in FOLDERS for p in sorted((ROOT / top).rglob("*.h"))]
    proven = set(first_included())
    rest = [h for h in headers if h not in proven]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for header, done in zip(rest, pool.map(compile_alone, rest)):
            if done.returncode != 0:
                failed += 1
                print(f"{header.relative_to(ROOT)} does not compile alone:\n{done.stderr}")
    print(f"{len(headers) - failed} of {len(headers)} headers compile alone, {len(rest)} of them tried now")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
