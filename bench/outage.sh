#!/usr/bin/env bash
# Proves that readers do not notice when the vendor is gone, and that it is left alone meanwhile: the packaged service with
# all defaults is read at a steady rate for 10 minutes, and the vendor refuses every connection for 8 of them. The first
# argument is the length of the outage in seconds (480).
# Prints: reads and failed reads; attempts to reach the vendor in the outage; seconds until all is fresh once it is back.
set -euo pipefail
# shellcheck source=bench/service.sh
. "$(dirname "$0")/service.sh"

outage=${1:-480}
before=20
account=$service/v1/accounts/31415926
collections=(occasions workdays skills)

for collection in "${collections[@]}"; do
  curl -sf -o "$work/first" "$account/$collection"
done

# About 20 reads a second, until the file appears; every one is counted by its status, 000 where there was no answer.
read_on() {
  while [ ! -f "$work/enough" ]; do
    for collection in "${collections[@]}"; do
      curl -s -o /dev/null -m 10 -w '%{http_code}\n' "$account/$collection" || true
    done >>"$work/statuses"
    sleep 0.15
  done
}

failed_flights() { metric accountconfig_cache_flights_total "collection=\"$1\"" 'landing="failed"'; }
calls() { metric accountconfig_upstream_calls_seconds_count; }

fresh() {
  for collection in "${collections[@]}"; do
    curl -sf -D - -o /dev/null "$account/$collection" | grep -qiE '^cache-status:.*; hit; ttl=[0-9]' || return 1
  done
}

read_on &
reader=$!
sleep "$before"

calls_before=$(calls)
curl -sf -X POST "$simulator/_simulator/refuse?for=PT${outage}S"
sleep "$outage"
calls_in_outage=$(($(calls) - calls_before))
attempts=$(for collection in "${collections[@]}"; do echo " $collection $(failed_flights "$collection")"; done)

until_up "$simulator/_simulator"
back=$SECONDS
until fresh || [ $((SECONDS - back)) -gt 600 ]; do sleep 0.5; done
recovered=$((SECONDS - back))
sleep "$before"

touch "$work/enough"
wait "$reader"
reads=$(wc -l <"$work/statuses")
failed=$(grep -vc '^200$' "$work/statuses" || true)
echo "$reads reads, $failed failed, over an outage of $outage s"
echo "attempts a key in the outage:$(tr -d '\n' <<<"$attempts"); calls of any kind: $calls_in_outage"
echo "all fresh $recovered s after the vendor was back"
[ "$failed" -eq 0 ]
