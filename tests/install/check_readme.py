"""The first C++ block of README.md is the body of examples/embed.cc."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
block = re.search(r"```cpp\n(.*?)```", (root / "README.md").read_text(), re.S)
if not block or block[1].strip() not in (root / "examples/embed.cc").read_text():
    sys.exit("README.md: the C++ example is not what examples/embed.cc has")
