#!/usr/bin/env bash
# Installs the Debian packages of the named sections of packages.txt that are
# not there yet. Touches neither apt nor the network when none is missing.
set -euo pipefail

list="$(dirname "$0")/packages.txt"
missing=()
for section in "$@"; do
  packages=$(awk -v section="[$section]" '/^\[/ {inside = $1 == section; next} inside && !/^#/ && NF {print $1}' "$list")
  for entry in $packages; do
    package=${entry%%:*}
    if [ "$package" != "$entry" ] && command -v "${entry#*:}" >/dev/null; then continue; fi
    dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
done
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

echo "Installing Debian packages: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "sudo is missing: run as root, or install them yourself" >&2; exit 1; }
  as_root=(sudo)
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
"${as_root[@]}" apt-get update >"$log" 2>&1 &&
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1 ||
  { tail -n 20 "$log" >&2; echo "apt-get could not install: ${missing[*]}" >&2; exit 1; }
