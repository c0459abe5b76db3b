#!/usr/bin/env bash
# What a miss costs, and whether a large collection holds up everybody else. Cold keys first: each account's workdays are asked
# of the vendor once, by as many accounts as the first argument says (10,000), and the CPU of that is compared with reading the
# same again. Then a collection of nearly 1 MiB changes every second, and the slowest other read of each second, of some thousand, is
# compared with that of seconds in which nothing changes; and the framework tells whenever an event loop was busy with one thing for more
# than 10 ms. The service has one core to itself. About 4 minutes; the numbers are
# also in target/bench/misses.md. wrk and curl are installed where they are missing.
# Environment: JAVA_HOME; SERVICE_JAVA, options of the service's JVM (-XX:+UseSerialGC -Xmx1g).
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "$0")/measure.sh"

accounts=${1:-10000}
seconds=30
need wrk=wrk curl=curl ss=iproute2
need_ports 18080 18089 19000
take_two_cores
# Whatever is started here; the service is given the other one.
taskset -cp "$load_core" $$ >"$work/core"
package

# A collection of about 990 KB as the vendor sends it: just below upstream.body-limit.
large() {
  awk 'BEGIN {
    zone = "\"timeZone\":\"Europe/London\""
    printf "{\"occasions\":["
    for (item = 1; item <= 120; item++) {
      printf "%s{\"id\":%d,\"deleted\":false,\"name\":\"Occasion %d\",\"description\":\"\",\"isDefault\":false,\"events\":[", (item > 1 ? "," : ""), item, item
      for (event = 0; event < 43; event++) {
        day = sprintf("20%02d-%02d-%02d", 30 + item % 20, 1 + event % 12, 1 + event % 27)
        next_day = sprintf("20%02d-%02d-%02d", 30 + item % 20, 1 + event % 12, 2 + event % 27)
        printf "%s{\"meta\":{\"working\":false,\"name\":\"Closed on event %d\"},\"start\":{\"dateTime\":\"%s\",%s},\"end\":{\"dateTime\":\"%s\",%s},\"recurrence\":[]}", (event ? "," : ""), event, day, zone, next_day, zone
      }
      printf "]}"
    }
    printf "],\"skills\":[]}\n" }'
}

{
  settings "$accounts" | sed 's/^cache.fresh=.*/cache.fresh=500ms/'
  echo access.open=true
  echo quarkus.vertx.max-event-loop-execute-time=0.01s
  # How often it looks, too.
  echo quarkus.vertx.warning-exception-time=0.002s
} >"$work/large.properties"
{ settings "$accounts"; echo cache.warm-start=false; echo access.open=true; } >"$work/cold.properties"

start_service() {
  # shellcheck disable=SC2046,SC2086 # options are words
  taskset -c "$server_core" "$java" $(java_options) ${SERVICE_JAVA:--XX:+UseSerialGC -Xmx1g} -Dsmallrye.config.locations="$1" "${@:2}" \
    -jar "$app/quarkus-run.jar" >"$work/service.log" 2>&1 &
  service_process=$!
  processes+=("$service_process")
  until_up "$management/health/ready" -f
}

# Reads a collection of every account once, over 16 connections; prints CPU µs of the service a read.
read_all() {
  local used status
  awk -v service="$service" -v accounts="$accounts" -v collection="$1" \
    'BEGIN { for (a = 1; a <= accounts; a++) printf "url=%s/v1/accounts/b%05d/%s\noutput=/dev/null\n", service, a, collection }' >"$work/urls"
  used=$(cpu "$service_process")
  status=$(curl -s --parallel --parallel-max 16 -K "$work/urls" -w '%{http_code}\n' 2>"$work/progress" | sort | uniq -c | tr -s ' \n' ' ')
  [ "$status" = " $accounts 200 " ] || die "answers:$status"
  echo $((($(cpu "$service_process") - used) * 10000 / accounts))
}

# Behind everybody else on its core: wrk must not wait for it.
start_simulator nice -n 19
host_accounts "$accounts"
start_service "$work/cold.properties"
# The look-ups, the sign-ins, and the compilers.
read_all occasions >"$work/up"
read_all skills >"$work/up"
for _ in 1 2 3; do read_all occasions >"$work/up"; done
calls=$(metric accountconfig_upstream_calls_seconds_count)
miss=$(read_all workdays)
calls=$(($(metric accountconfig_upstream_calls_seconds_count) - calls))
hit=$(for _ in 1 2 3; do read_all workdays; done | median)
kill "$service_process"
wait "$service_process" 2>/dev/null || true

large >"$work/large.json"
curl -sf -X PUT -d "@$work/large.json" "$simulator/_simulator/accounts/b00001" || die "the simulator does not host the large account"
sed -i '/b0000[2-9]\|b000[1-9]\|b00[1-9]\|b0[1-9]\|b[1-9]/d' "$work/large.properties"
start_service "$work/large.properties"
until_up "$service/v1/accounts/b00001/occasions" -f
# Changes the collection and has it fetched again, in the midst of a second: it is fresh for half of one.
change() {
  sleep 0.3
  curl -sf -X PUT -d "{\"name\":\"Changed $1 times\"}" -o "$work/up" "$simulator/_simulator/occasions/b00001/7" &&
    curl -sf -o "$work/up" "$service/v1/accounts/b00001/occasions"
}

# The slowest read of something else, of some thousand, in µs, in each of so many seconds.
slowest() {
  local second of_all changing
  for ((second = 1; second <= seconds; second++)); do
    changing=''
    [ "$1" = still ] || { change "$second" & changing=$!; }
    of_all=$(wrk -t1 -c2 -d1s -s bench/load.lua http://127.0.0.1:18080 -- /v1/accounts/b00001/skills 1 1 0 1 | awk '/^sum/ && $3 == 0 { print $7 }')
    [ -n "$of_all" ] || die "reads failed"
    [ -z "$changing" ] || wait "$changing" || die "the collection cannot be changed, or not be read"
    echo "$of_all"
  done
}
# The times, in ms, at which an event loop was found to be held up.
held_up() { sed -nE 's/.*eventloop.* has been blocked for ([0-9]+) ms.*/\1/p' "$work/service.log"; }
fetched() { metric accountconfig_upstream_calls_seconds_count 'purpose="occasions"'; }
# Before that, it is cold code.
slowest changing >"$work/first"
fetches=$(fetched)
held_up_before=$(held_up | wc -l)
slowest changing >"$work/changing"
held_up | tail -n +$((held_up_before + 1)) >"$work/held-up"
fetches=$(($(fetched) - fetches))
slowest still >"$work/still"
of() { median all <"$work/$1"; }
mkdir -p target/bench
{
  echo "A miss, $accounts accounts: ${miss} µs of CPU with $calls calls of the vendor for as many reads; from memory $hit µs; it adds $((miss - hit)) µs."
  echo "The slowest of other reads in a second, µs, median least greatest of $seconds: while a collection of $(wc -c <"$work/large.json") bytes changes and is fetched, $fetches times, $(of changing); while nothing does $(of still)."
  echo "Meanwhile an event loop was found busy with one thing for more than 10 ms $(wc -l <"$work/held-up") times, $(awk '$1 > most { most = $1 } END { print most + 0 }' "$work/held-up") ms at most."
} | tee target/bench/misses.md
