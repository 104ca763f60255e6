#!/usr/bin/env python3
"""Runs CTest in each build directory and ends with one line that counts all:
`N passed, N failed`, and `, N skipped` where there are any. BUILD:REGEX runs
those tests of a build whose names match."""
import argparse
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ET


def run(build, jobs, extra):
    build, _, chosen = build.partition(":")
    if chosen:
        extra = ["-R", chosen, *extra]
    report = (pathlib.Path(build) / "tests.xml").resolve()
    report.unlink(missing_ok=True)
    command = ["ctest", "--test-dir", build, "--output-on-failure", "-j", str(jobs),
               "--no-tests=error", "--output-junit", str(report), *extra]
    status = subprocess.run(command).returncode
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    if report.exists():
        for case in ET.parse(report).getroot().iter("testcase"):
            kind = {"run": "passed", "fail": "failed"}.get(case.get("status"), "skipped")
            counts[kind] += 1
            if kind == "skipped":
                print(f"skipped: {case.get('name')}")
    if status != 0 and counts["failed"] == 0:
        counts["failed"] = 1  # CTest itself failed, or found no tests
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("builds", nargs="+")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--ctest", action="append", default=[], help="a further argument for CTest")
    args = parser.parse_args()
    total = {"passed": 0, "failed": 0, "skipped": 0}
    for build in args.builds:
        for kind, count in run(build, args.jobs, args.ctest).items():
            total[kind] += count
    line = f"{total['passed']} passed, {total['failed']} failed"
    print(line + (f", {total['skipped']} skipped" if total["skipped"] else ""))
    return 1 if total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
