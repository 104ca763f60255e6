#!/usr/bin/env python3
"""Checks that the folders include each other only as layers.txt allows, that
CMake links what layers.txt says, and that ARCHITECTURE.md names every folder."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')
SYSTEM_INCLUDE = re.compile(r"^\s*#\s*include\s*(<[^>]+)>")
PUBLIC = "include/hearsay"


def read_layers():
    """{folder: folders it may include}, {beginning of a system include: folders}."""
    layers, libraries = {}, {}
    for line in (ROOT / "tools/layers.txt").read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, allowed = line.partition(":")
            (libraries if name.startswith("<") else layers)[name.strip()] = allowed.split()
    return layers, libraries


def folder_of(path, layers):
    """The layer that a file belongs to, or None."""
    name = path.relative_to(ROOT).as_posix()
    return next((layer for layer in layers if name.startswith(layer + "/")), None)


def resolve(name, including):
    places = (including.parent, ROOT / "src", ROOT / "include", ROOT)
    return next((p / name for p in places if (p / name).is_file()), None)


def check_file(path, layers, libraries):
    layer = folder_of(path, layers)
    allowed = {layer, PUBLIC, *layers.get(layer, [])}
    if path.stem.endswith("_test"):
        allowed.add("tests")
    for number, line in enumerate(path.read_text().splitlines(), 1):
        system = SYSTEM_INCLUDE.match(line)
        for library, folders in libraries.items() if system else ():
            if system[1].startswith(library) and layer not in folders:
                yield f"{path.relative_to(ROOT)}:{number}: only {', '.join(folders)} may include {system[1]}>"
        match = INCLUDE.match(line)
        if not match:
            continue
        found = resolve(match[1], path)
        where = f"{path.relative_to(ROOT)}:{number}: includes \"{match[1]}\""
        if found is None:
            yield f"{where}, which is nowhere"
            continue
        target = folder_of(found.resolve(), layers) or found.resolve().relative_to(ROOT).parts[0]
        if layer and target not in allowed:
            yield f"{where}: {layer} may not include {target}"
        if path.parts[-2] == "hearsay" and PUBLIC in str(path) and target != PUBLIC:
            yield f"{where}: a public header includes an internal one"


def check_cmake(layers):
    """One target a folder, which depends on what its line in layers.txt says."""
    for folder, allowed in layers.items():
        lists = ROOT / folder / "CMakeLists.txt"
        if not folder.startswith("src/") or not lists.is_file():
            continue
        match = re.search(r"hearsay_layer\([^)]*DEPENDS([^)]*?)(?:TESTS[^)]*)?\)", lists.read_text())
        linked = set(re.findall(r"\bhearsay_(\w+)", match[1])) if match else set()
        if "hearsay_layer(" in lists.read_text() and linked != {a.removeprefix("src/") for a in allowed}:
            yield f"{folder}/CMakeLists.txt: DEPENDS is not what tools/layers.txt says"


def check_cycles(layers):
    done = set()
    while ready := [f for f in layers if f not in done and set(layers[f]) <= done]:
        done.update(ready)
    if len(done) < len(layers):
        yield f"tools/layers.txt: a cycle, or an unknown folder, among {sorted(set(layers) - done)}"


def main():
    layers, libraries = read_layers()
    problems = [*check_cycles(layers), *check_cmake(layers)]
    architecture = ROOT / "ARCHITECTURE.md"
    words = architecture.read_text() if architecture.is_file() else ""
    for folder in sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "src").iterdir() if p.is_dir()):
        if folder not in layers:
            problems.append(f"{folder}: not in tools/layers.txt")
        if f"{folder}/" not in words:
            problems.append(f"{folder}: not in ARCHITECTURE.md")
    sources = [p for top in ("include", "src", "apps") for p in sorted((ROOT / top).rglob("*")) if p.suffix in (".h", ".cc")]
    for path in sources:
        problems += check_file(path, layers, libraries)
    print("\n".join(problems) or f"{len(sources)} files keep to {len(layers)} layers")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
