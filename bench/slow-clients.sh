#!/usr/bin/env bash
# Proves that slow clients harm nobody: slowhttptest holds 1,000 connections with slow headers, 1,000 with slow bodies and
# 1,000 with slow reads, all at once, against the packaged service, which is read normally meanwhile. slowhttptest is
# installed from the Debian package where it is missing, which needs root. The first argument is how long, in seconds (60).
# Prints: normal reads, how many of them failed, and what memory the connections cost.
set -euo pipefail
# shellcheck source=bench/service.sh
. "$(dirname "$0")/service.sh"

command -v slowhttptest >/dev/null || { apt-get update -qq && apt-get install -y -qq slowhttptest; }
ulimit -n "$(ulimit -Hn)"

length=${1:-60}
account=$service/v1/accounts/31415926
connections() { ss -Htn state established '( sport = :18080 )' | wc -l; }

# Ten reads on one connection, by their statuses.
normal() {
  curl -s -m 10 -o /dev/null -w '%{http_code}\n' \
    "$account/{occasions,workdays,skills,status,hours}{,?skill=4103000110}" || true
}
normal >/dev/null
alone=$(resident "$service_process")

attack() {
  slowhttptest "$@" -c 1000 -r 500 -l "$length" -p 5 -v 0 >"$work/slow.$1.log" 2>&1 || true
}
attack -H -i 5 -u "$account/occasions" &
attack -B -i 5 -s 60000 -t POST -f application/json -u "$account/occasions" &
attack -X -w 256 -y 512 -n 5 -z 32 -k 3 -u "$account/hours?from=2026-01-01&to=2027-02-05" &

sleep 5
most=0
held=$alone
end=$((SECONDS + length - 10))
while [ "$SECONDS" -lt "$end" ]; do
  normal >>"$work/statuses"
  now=$(connections)
  [ "$now" -le "$most" ] || most=$now
  memory=$(resident "$service_process")
  [ "$memory" -le "$held" ] || held=$memory
done
reads=$(wc -l <"$work/statuses")
failed=$(grep -vc '^200$' "$work/statuses" || true)
echo "$reads normal reads beside up to $most slow connections, $failed failed"
echo "resident memory: $alone MB without them, at most $held MB with them"
[ "$failed" -eq 0 ]
