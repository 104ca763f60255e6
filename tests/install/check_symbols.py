"""Every strong symbol of the library lies in a namespace of ours, so that it cannot
clash with a program's own, its copy of Boost.JSON for one."""
import re
import subprocess
import sys

nm, library = sys.argv[1:]
lines = subprocess.run([nm, "--demangle", "--defined-only", "--extern-only", library],
                       capture_output=True, text=True, check=True).stdout.splitlines()
strong = [line.split(" ", 2)[2] for line in lines if re.match(r"[0-9a-f]+ [TDBR] ", line)]
alien = [name for name in strong if not re.search(r"\bhearsay(_boost)?::", name.split("(")[0])]
if not strong or alien:
    sys.exit("\n".join([f"{len(strong)} symbols, and not ours:", *alien]))
