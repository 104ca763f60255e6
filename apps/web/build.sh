#!/usr/bin/env bash
# Builds the page into OUTPUT/page_files.cc: build.sh OUTPUT
#
# All build directories of a tree share OUTPUT, so that the page is built once for all of them. What is built
# is told by the bytes of the sources, not by their times; two builds at once wait for each other.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
output=$(cd "$1" && pwd)

exec 9>"$output/lock"
flock 9

sources=(build.sh embed.mjs index.html package.json package-lock.json theme_first.js tsconfig.json unit_tests.mjs vite.config.mjs src)
digest() { (cd "$here" && find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1); }
wanted=$(digest "${sources[@]}")-$(node --version)
if [ -f "$output/page_files.cc" ] && [ "$(cat "$output/built" 2>/dev/null)" = "$wanted" ]; then exit 0; fi

# In a copy: the tree stays as it is.
work=$output/work
mkdir -p "$work"
find "$work" -mindepth 1 -maxdepth 1 ! -name node_modules -exec rm -rf {} +
(cd "$here" && cp -r "${sources[@]}" "$work")
cd "$work"
packages=$(digest package.json package-lock.json)-$(node --version)
if [ "$(cat "$output/installed" 2>/dev/null)" != "$packages" ]; then
  rm -f "$output/installed"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >"$output/npm.log" 2>&1 || {
    cat "$output/npm.log" >&2
    echo "npm could not install what builds the page; -DHEARSAY_BUILD_PAGE=OFF builds hearsay without it" >&2
    exit 1
  }
  echo "$packages" >"$output/installed"
fi
node_modules/.bin/vite build --logLevel warn
node embed.mjs dist "$output/page_files.new"
mv "$output/page_files.new" "$output/page_files.cc"
echo "$wanted" >"$output/built"
