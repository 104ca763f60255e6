#!/usr/bin/env python3
"""Checks that every header compiles alone, without warnings."""
import concurrent.futures
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLAGS = ["-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-Wno-pragma-once-outside-header",
         "-I", str(ROOT / "include"), "-I", str(ROOT / "src"), "-I", str(ROOT), "-x", "c++"]


def compile_alone(header):
    command = [os.environ.get("CXX", "g++"), *FLAGS, str(header)]
    return subprocess.run(command, capture_output=True, text=True)


def main():
    headers = [p for top in ("include", "src", "apps", "tests", "bench") for p in sorted((ROOT / top).rglob("*.h"))]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for header, done in zip(headers, pool.map(compile_alone, headers)):
            if done.returncode != 0:
                failed += 1
                print(f"{header.relative_to(ROOT)} does not compile alone:\n{done.stderr}")
    print(f"{len(headers) - failed} of {len(headers)} headers compile alone")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
