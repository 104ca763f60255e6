#!/usr/bin/env bash
# What `make demo` shows once the command is built: demo.sh HEARSAY
set -euo pipefail
hearsay=$1
story=(examples/story/*)
report=build/story.html
ledger=build/story.ledger

echo
echo "\$ $hearsay read --format text ${story[*]}"
echo
"$hearsay" read --format text "${story[@]}"

rm -f "$ledger" "$ledger"-wal "$ledger"-shm
for command in "add $ledger ${story[*]}" "claims --format text --limit 4 $ledger" "disputes --format text --limit 3 $ledger"; do
  echo
  echo "\$ $hearsay $command"
  echo
  # shellcheck disable=SC2086  # paths of ours, without spaces
  "$hearsay" $command
done
"$hearsay" report --output "$report" "$ledger"
cat <<END

All of it as a page: $report (one file, open it in a browser). The ledger: $ledger.

To look at it in a browser:
  $hearsay serve $ledger          # then open http://127.0.0.1:8080/

Try next:
  $hearsay timeline $ledger
  $hearsay who $ledger Holm
  $hearsay search $ledger 'bridge act:deny'
  $hearsay add my.ledger FOLDER-OF-ARTICLES
  $hearsay read --format json ${story[0]}
  $hearsay read --format html YOUR-ARTICLE.txt > page.html
  echo 'Holm denied that the bridge had moved.' | $hearsay read -
  $hearsay help read
END
