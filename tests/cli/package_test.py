"""The Debian package says what the command does. One test: package_test.py HEARSAY Package.test_name"""
import pathlib
import re
import subprocess
import sys
import unittest

HEARSAY = sys.argv.pop(1)
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class Package(unittest.TestCase):
    def test_package_has_the_version_of_the_command(self):
        told = subprocess.run([HEARSAY, "--version"], capture_output=True, text=True, check=True).stdout
        packaged = re.match(r"hearsay \(([^)]+)\)", (ROOT / "debian/changelog").read_text())[1]
        self.assertIn(packaged, told)

    def test_package_services_use_flags_that_exist(self):
        lines = [line for unit in (ROOT / "debian/services").glob("*.service") for line in unit.read_text().splitlines()
                 if line.startswith("ExecStart=")]
        self.assertEqual(len(lines), 2)
        for line in lines + (ROOT / "debian/hearsay.default").read_text().splitlines():
            command = re.search(r"hearsay (serve|watch)|HEARSAY_(SERVE|WATCH)=", line)
            if not command:
                continue
            name = (command[1] or command[2]).lower()
            told = subprocess.run([HEARSAY, "help", name], capture_output=True, text=True, check=True).stdout
            for flag in re.findall(r"--[a-z-]+", line):
                self.assertIn(flag, told, line)

    def test_package_builds_with_what_the_command_needs(self):
        wanted = re.search(r"\[build\]\n(.*?)\n\n", (ROOT / "tools/packages.txt").read_text(), re.S)[1]
        control = (ROOT / "debian/control").read_text()
        names = {name for part in re.search(r"Build-Depends: (.*?)\nStandards", control, re.S)[1].split(",")
                 for name in re.findall(r"[a-z0-9][a-z0-9.+-]+(?= |$)", part.replace("|", " "))}
        for line in wanted.splitlines():
            self.assertIn(line.split()[0].split(":")[0], names)


if __name__ == "__main__":
    unittest.main()
