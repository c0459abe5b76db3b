#!/usr/bin/env bash
# What a miss costs, and whether a large collection holds up everybody else. Cold keys first: each account's workdays are asked
# of the vendor once, by as many accounts as the first argument says (2,000), and the CPU of that is compared with reading the
# same again. Then a collection of nearly 1 MiB changes every second, and Vert.x says whenever an event loop was held up for
# longer than 10 ms. The service has one core to itself. About 2 minutes. wrk and curl are installed where they are missing.
# Environment: JAVA_HOME; SERVICE_JAVA, options of the service's JVM (-XX:+UseSerialGC -Xmx1g).
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "$0")/measure.sh"

accounts=${1:-2000}
changes=60
need wrk=wrk curl=curl ss=iproute2
need_ports 18080 18089 19000
core=$(taskset -cp $$ | sed 's/.*[,: -]//')
package

# A collection of about 990 KB as the vendor sends it: just below upstream.body-limit.
large() {
  awk 'BEGIN {
    zone = "\"timeZone\":\"Europe/London\""
    printf "{\"occasions\":["
    for (item = 1; item <= 120; item++) {
      printf "%s{\"id\":%d,\"deleted\":false,\"name\":\"Occasion %d\",\"description\":\"\",\"isDefault\":false,\"events\":[", item > 1 ? "," : "", item, item
      for (event = 0; event < 43; event++) {
        day = sprintf("20%02d-%02d-%02d", 30 + item % 20, 1 + event % 12, 1 + event % 27)
        next_day = sprintf("20%02d-%02d-%02d", 30 + item % 20, 1 + event % 12, 2 + event % 27)
        printf "%s{\"meta\":{\"working\":false,\"name\":\"Closed on event %d\"},\"start\":{\"dateTime\":\"%s\",%s},\"end\":{\"dateTime\":\"%s\",%s},\"recurrence\":[]}", event ? "," : "", event, day, zone, next_day, zone
      }
      printf "]}"
    }
    printf "]}\n" }'
}

{ settings "$accounts" | sed 's/^cache.fresh=.*/cache.fresh=1s/'; echo access.open=true; } >"$work/large.properties"
{ settings "$accounts"; echo cache.warm-start=false; echo access.open=true; } >"$work/cold.properties"

start_service() {
  # shellcheck disable=SC2046,SC2086 # options are words
  taskset -c "$core" "$java" $(java_options) ${SERVICE_JAVA:--XX:+UseSerialGC -Xmx1g} -Dsmallrye.config.locations="$1" "${@:2}" \
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
  status=$(curl -s --parallel --parallel-max 16 -K "$work/urls" -w '%{http_code}\n' | sort | uniq -c | tr -s ' \n' ' ')
  [ "$status" = " $accounts 200 " ] || die "answers:$status"
  echo $((($(cpu "$service_process") - used) * 10000 / accounts))
}

start_simulator "$accounts"
start_service "$work/cold.properties"
# The look-ups, the sign-ins, and the compilers.
read_all occasions >"$work/up"
read_all skills >"$work/up"
for _ in 1 2 3; do read_all occasions >"$work/up"; done
calls=$(metric accountconfig_upstream_calls_seconds_count)
miss=$(read_all workdays)
calls=$(($(metric accountconfig_upstream_calls_seconds_count) - calls))
hit=$(for _ in 1 2 3; do read_all workdays; done | median)
echo "cold: $miss µs of CPU a read with $calls vendor calls for $accounts reads; the same from memory: $hit µs; a miss adds $((miss - hit)) µs"
kill "$service_process"
wait "$service_process" 2>/dev/null || true

large >"$work/large.json"
curl -sf -X PUT -d "@$work/large.json" "$simulator/_simulator/accounts/b00001" || die "the simulator does not host the large account"
sed -i '/b0000[2-9]\|b000[1-9]\|b00[1-9]\|b0[1-9]/d' "$work/large.properties"
start_service "$work/large.properties" -Dquarkus.vertx.max-event-loop-execute-time=10ms
settled=''
for ((change = 1; change <= changes; change++)); do
  curl -sf -X PUT -d "{\"name\":\"Changed $change times\"}" -o /dev/null "$simulator/_simulator/occasions/b00001/7" -d ''
  sleep 1.2
  curl -sf -o /dev/null "$service/v1/accounts/b00001/workdays" "$service/v1/accounts/b00001/occasions"
  # Before that, it was cold code.
  [ "$change" -ne $((changes / 2)) ] || settled=$(wc -l <"$work/service.log")
done
blocked() { sed -nE 's/.*Thread Thread\[vert.x-eventloop[^ ]* .*has been blocked for ([0-9]+) ms.*/\1/p'; }
{ blocked <"$work/service.log" | median all | cut -d' ' -f1-3; } >"$work/all"
{ tail -n "+$((settled + 1))" "$work/service.log" | blocked | median all | cut -d' ' -f1-3; } >"$work/late"
mkdir -p target/bench
cp "$work/service.log" target/bench/misses.log
echo "$(wc -c <"$work/large.json") bytes changed $changes times; event loops held up for longer than 10 ms, median least greatest in ms:"
echo "  all: $(cat "$work/all"); once compiled (the second half): $(cat "$work/late")"
