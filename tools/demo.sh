#!/usr/bin/env bash
# What `make demo` shows once the command is built: demo.sh HEARSAY
set -euo pipefail
hearsay=$1
story=(examples/story/*)
report=build/report.html

echo
echo "\$ $hearsay read --format text ${story[*]}"
echo
"$hearsay" read --format text "${story[@]}"
"$hearsay" read --format html "${story[@]}" >"$report"
cat <<END

The same as a page: $report (one file, open it in a browser).

Try next:
  $hearsay read --format json ${story[0]}
  $hearsay read --format html YOUR-ARTICLE.txt > page.html
  echo 'Holm denied that the bridge had moved.' | $hearsay read -
  $hearsay help read
END
