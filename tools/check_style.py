#!/usr/bin/env python3
"""Checks the budgets of CONTRIBUTING.md: lengths, includes, comments, names.
Exceptions are listed by name in style_exceptions.txt. --report prints figures."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAX_FUNCTION, MEDIAN_FUNCTION, P90_FUNCTION = 80, 8, 35
MAX_FILE, MEDIAN_FILE = 500, 150
MAX_INCLUDES, MAX_CHAIN = 6, 8
KNOW_EVERY_STAGE = ("src/pipeline/pipeline.cc", "bench/speed.cc")  # may include as many as there are
MIN_TEST_SHARE = 0.42
MIN_PUBLIC_COMMENT = 0.30
BANNED = "Manager Helper Handler Processor Util Utils Misc Data Info Impl".split()

INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)
FUNCTION_MACRO = re.compile(r"^\s*#\s*define\s+(\w+)\(", re.M)
LEFT_FOR_LATER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
TYPE = re.compile(r"^\s*(?:class|struct|enum class|enum|union|using|concept)\s+(?:\[\[\w+\]\]\s+)?(\w+)", re.M)
NOT_A_FUNCTION = re.compile(r"^(namespace|struct|class|enum|union|extern)\b|^[^(]*=")


def functions(lines):
    """(name, first line, length) of each function body. Relies on clang-format:
    a body that opens on an indented line closes with '}' at the same indent."""
    i, head = 0, None
    while i < len(lines):
        line = lines[i]
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        if head is None:
            starts = text and indent in (0, 2) and not text.startswith(("//", "#", "}", "public:", "private:", ":"))
            if not starts or not re.match(r"[A-Za-z_\[~]", text):
                i += 1
                continue
            head = i
        declaration = " ".join(l.strip() for l in lines[head:i + 1])
        if text.endswith("{"):
            start_indent = len(lines[head]) - len(lines[head].lstrip())
            named = re.search(r"([\w:~]+|operator\S+)\s*\(", declaration)
            if named and not NOT_A_FUNCTION.match(declaration.removeprefix("template ")):
                end = next((j for j in range(i + 1, len(lines))
                            if lines[j].startswith("}", start_indent) and not lines[j][:start_indent].strip()), len(lines) - 1)
                name = re.match(r"TEST\w*\(([^)]*)\)", declaration)
                yield (name[1] if name else named[1]), head + 1, end - head + 1
                i = end
            head = None
        elif text.endswith((";", "}", ":")) or text.startswith("#") or not text:
            if text.endswith("}") and "(" in declaration and "{" in declaration:
                named = re.search(r"([\w:~]+)\s*\(", declaration)
                if named and not NOT_A_FUNCTION.match(declaration):
                    yield named[1], head + 1, i - head + 1
            head = None
        i += 1


def quantile(values, q):
    return sorted(values)[min(len(values) - 1, int(q * len(values)))] if values else 0


def is_test(path):
    return path.stem.endswith("_test") or path.relative_to(ROOT).parts[0] == "tests"


def code_lines(text):
    return sum(1 for l in text.splitlines() if l.strip() and not l.strip().startswith("//"))


def chain(path, seen=()):
    """Length of the longest chain of project includes from `path`."""
    if path not in chain.memo:
        found = (p / name for name in INCLUDE.findall(path.read_text()) for p in (path.parent, ROOT / "src", ROOT / "include"))
        chain.memo[path] = 1 + max((chain(f, (*seen, path)) for f in found if f.is_file() and f not in seen), default=0)
    return chain.memo[path]


chain.memo = {}


def check_file(path, text, all_functions):
    name = path.relative_to(ROOT).as_posix()
    lines = text.splitlines()
    if len(lines) > MAX_FILE:
        yield f"{name}: {len(lines)} lines, at most {MAX_FILE}"
    own = INCLUDE.findall(text)
    if len(own) > MAX_INCLUDES and name not in KNOW_EVERY_STAGE:
        yield f"{name}: {len(own)} project includes, at most {MAX_INCLUDES}"
    if chain(path) > MAX_CHAIN + 1:
        yield f"{name}: a chain of {chain(path) - 1} includes, at most {MAX_CHAIN}"
    for macro in FUNCTION_MACRO.findall(text):
        yield f"{name}: function-like macro {macro}"
    for number, line in enumerate(lines, 1):
        if LEFT_FOR_LATER.search(line):
            yield f"{name}:{number}: left for later: {line.strip()}"
    for type_name in TYPE.findall(text):
        for word in re.findall(r"[A-Z][a-z]+", type_name):
            if word in BANNED:
                yield f"{name}: type name {type_name} holds the banned word {word}"
    for function, first, length in functions(lines):
        if not is_test(path):
            all_functions.append((length, f"{name}:{first} {function}"))
        if length > MAX_FUNCTION:
            yield f"{name}:{first}: {function} has {length} lines, at most {MAX_FUNCTION}"


def public_comment_share():
    """Lines of the public headers that carry a comment, of those that carry
    anything but one enumerator."""
    commented = total = 0
    for path in (ROOT / "include").rglob("*.h"):
        for line in path.read_text().splitlines():
            if line.strip() and not re.fullmatch(r"\w+( = \d+)?,", line.strip()):
                total += 1
                commented += "//" in line
    return commented / max(total, 1)


def check_all(report):
    sources = [p for top in ("include", "src", "apps", "tests", "bench", "examples")
               for p in sorted((ROOT / top).rglob("*")) if p.suffix in (".h", ".cc")]
    texts = {p: p.read_text() for p in sources}
    all_functions = []
    for path, text in texts.items():
        yield from check_file(path, text, all_functions)
    lengths = [length for length, _ in all_functions]
    files = [len(t.splitlines()) for p, t in texts.items() if not is_test(p)]
    code = sum(code_lines(t) for p, t in texts.items() if not is_test(p))
    tests = sum(code_lines(t) for p, t in texts.items() if is_test(p))
    share = public_comment_share()
    figures = [("function lines, median", quantile(lengths, .5), MEDIAN_FUNCTION),
               ("function lines, 90th percentile", quantile(lengths, .9), P90_FUNCTION),
               ("file lines, median", quantile(files, .5), MEDIAN_FILE),
               ("code lines a test line", round(code / max(tests, 1), 2), 1 / MIN_TEST_SHARE)]
    for what, value, most in figures:
        if report:
            print(f"{what}: {value} (at most {most})")
        if value > most:
            yield f"{what}: {value}, at most {most}"
    if report:
        print(f"comment in public headers: {share:.0%} (at least {MIN_PUBLIC_COMMENT:.0%})")
        print("longest functions:", *(f"\n  {length:3} {where}" for length, where in sorted(all_functions)[:-9:-1]))
    if share < MIN_PUBLIC_COMMENT:
        yield f"include/: {share:.0%} of the lines are commented, at least {MIN_PUBLIC_COMMENT:.0%}"


def main():
    listed = (ROOT / "tools/style_exceptions.txt").read_text().splitlines()
    exceptions = [l.split("  #")[0].strip() for l in listed if l.strip() and not l.startswith("#")]
    problems = list(check_all("--report" in sys.argv))
    for exception in exceptions:
        if not any(exception in p for p in problems):
            problems.append(f"tools/style_exceptions.txt: '{exception}' is no longer needed")
    problems = [p for p in problems if "is no longer needed" in p or not any(e in p for e in exceptions)]
    print("\n".join(problems) or "within every budget")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
