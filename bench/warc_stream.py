#!/usr/bin/env python3
"""Reads a long archive through a pipe and prints what memory that took.

    bench/warc_stream.py HEARSAY [--gigabytes 5] [--compression gz|zst|none]

The archive is bench/generate_warc.py's with few pages, one in a thousand responses: memory is a matter of how
much goes through the reader, and pages that are read for their statements take hundreds of times as long."""
import argparse
import os
import pathlib
import subprocess
import sys

GENERATOR = pathlib.Path(__file__).resolve().parent / "generate_warc.py"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hearsay")
    parser.add_argument("--gigabytes", type=float, default=5)
    parser.add_argument("--compression", choices=("gz", "zst", "none"), default="gz")
    arguments = parser.parse_args()
    source = subprocess.Popen([sys.executable, GENERATOR, "--megabytes", str(int(1000 * arguments.gigabytes)), "--pages", "0.001",
                               "--compression", arguments.compression], stdout=subprocess.PIPE)
    reader = subprocess.Popen([arguments.hearsay, "read", "--format", "json", "-"], stdin=source.stdout, stdout=subprocess.PIPE)
    source.stdout.close()
    articles = sum(1 for _ in reader.stdout)
    _, status, usage = os.wait4(reader.pid, 0)
    reader.returncode = status
    source.wait()
    print(f"articles\t{articles}\npeak memory, MB\t{usage.ru_maxrss / 1024:.1f}\ncpu seconds\t{usage.ru_utime + usage.ru_stime:.1f}")
    return 1 if status != 0 or source.returncode != 0 else 0


if __name__ == "__main__":
    sys.exit(main())
