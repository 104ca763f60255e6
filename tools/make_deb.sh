#!/usr/bin/env bash
# Builds the Debian packages into build/packages, and says what lintian thinks of them.
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=${JOBS:-$(nproc)}
version=$(sed -n 's/^project(Hearsay VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
packaged=$(dpkg-parsechangelog -S Version)
if [ "$version" != "$packaged" ]; then
  echo "debian/changelog: expected version $version, as in CMakeLists.txt, found $packaged" >&2
  exit 1
fi
dpkg-checkbuilddeps
apps/web/build.sh build/web
mkdir -p build/packages
rm -f build/packages/*
log=build/packages/build.log
# What was left by a run that was broken off goes; what was compiled stays.
debian/rules clean >"$log" 2>&1
DEB_BUILD_OPTIONS="parallel=$jobs" debian/rules binary >>"$log" 2>&1 || { tail -n 40 "$log" >&2; exit 1; }
debian/rules clean >>"$log" 2>&1
lintian --allow-root --fail-on error,warning build/packages/*.deb
ls -1 build/packages/*.deb
