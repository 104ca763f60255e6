#!/usr/bin/env bash
# Runs a test of the page in a browser: run.sh MODULES HEARSAY FILE; without HEARSAY and FILE, installs what they need.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
modules=$(cd "$1" && pwd)
if [ $# -gt 1 ]; then
  HEARSAY=$2 HEARSAY_WEB_MODULES=$modules exec node "$here/$3"
fi

exec 9>"$modules/lock"
flock 9
wanted=$(cat "$here/package.json" "$here/package-lock.json" | sha256sum | cut -d ' ' -f 1)
if [ "$(cat "$modules/installed" 2>/dev/null)" = "$wanted" ]; then exit 0; fi
cp "$here/package.json" "$here/package-lock.json" "$modules"
(cd "$modules" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
echo "$wanted" >"$modules/installed"
