#!/usr/bin/env bash
# What an answer from memory costs here and at nginx, HAProxy and Varnish, in one rotation on one machine: CPU the server used
# per request, requests a second, and the 99th percentile at half of saturation. The server has one core to itself, the load
# generator another. nginx, haproxy, varnish, wrk and h2load are installed from Debian's packages where they are missing, which needs
# root. docs/performance.md says what is compared and why that is fair.
#   bench/compare.sh           about 20 minutes; the table is also in target/bench/compare.md
#   bench/compare.sh --quick   about 4 minutes: whether everything works; fewer targets, short rounds, never a verdict
# Environment: JAVA_HOME; SERVICE_JAVA, options of the service's JVM (-XX:+UseSerialGC -Xmx1g); ROUNDS, SECONDS_A_ROUND.
# Servers are compared within a round, in which each has a second, so that what lasts longer disturbs all of them alike; a ratio is
# the median of all rounds, with its 95 % interval. Ends with 0 if every target is met, 1 if one is missed, 2 if the machine was too
# noisy to tell.
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "$0")/measure.sh"

case "${1:-}" in
  '') quick='' rounds=${ROUNDS:-15} length=${SECONDS_A_ROUND:-1} warm=8 accounts=10000 ;;
  --quick) rounds=2 quick=yes length=${SECONDS_A_ROUND:-1} warm=1 accounts=500 ;;
  *) die "usage: $0 [--quick]" ;;
esac
variants=10
# Each round goes on where the one before it ended, roughly: a second is not enough for all targets of the largest case.
begin_at=50000
# More than the requests that any case has under way at once.
under_way=300

# A round of a case is disturbed, and repeated once everything else is done, when others used more than this share of a core
# meanwhile, or the host took more than that.
others_allowed=0.10
stolen_allowed=0.05

need nginx=nginx-light haproxy=haproxy varnishd=varnish wrk=wrk h2load=nghttp2-client curl=curl ss=iproute2
PATH=$PATH:/usr/sbin
ulimit -n "$(ulimit -Hn)"
take_two_cores
need_ports 18080 18089 18090 18091 18092 18093 19000
package

servers=(service haproxy nginx varnish)
declare -A port=([service]=18080 [haproxy]=18092 [nginx]=18091 [varnish]=18093) process=() tag=()
key=bench-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
say_who=(-H "Authorization: Bearer $key")

# One line a case: its name, its connections, its path, how many accounts it has and how many variants of each.
account=/v1/accounts/b00001
every=/v1/accounts/b%a/occasions
case_list() {
  cat <<END
occasions|64|$account/occasions|1|1
$((accounts * variants)) targets|64|$every?from=2026-01-01&to=2031-01-%v|$accounts|$variants
$accounts targets|64|$every|$accounts|1
hours|64|$account/hours|1|1
status|64|$account/status|1|1
drop-in list|64|/api/account/b00001/configuration/ac-common/specialoccasion?v=1.0&select=\$all|1|1
304|64|$account/occasions|1|1
256 connections|256|$account/occasions|1|1
END
}
mapfile -t cases < <(case_list)
many="$((accounts * variants)) targets"
# Everybody asked half as often as it could answer at most; and everybody as often as nginx is then.
steady='at half of saturation'
same_rate='at half of nginx’s saturation'

# nginx and varnish take minutes to fill with the largest case, and then have not kept all of it.
takes_part() { [ "$1" != "$many" ] || [ "$2" = service ] || [ "$2" = haproxy ]; }

# What the service needs to know its one caller, who may ask as much as it can.
callers() {
  echo "bench $(printf %s "$key" | sha256sum | cut -d' ' -f1)" >"$work/keys"
  echo "access.keys-file=$work/keys"
  echo 'access.callers.bench.accounts=*'
  echo 'access.callers.bench.verbs=read'
  echo 'access.callers.bench.rate=1000000'
}

start_service() {
  { settings "$accounts"; callers; } >"$work/application.properties"
  # shellcheck disable=SC2046,SC2086 # options are words
  taskset -c "$server_core" "$java" $(java_options) ${SERVICE_JAVA:--XX:+UseSerialGC -Xmx1g} \
    -Dsmallrye.config.locations="$work/application.properties" \
    -jar "$app/quarkus-run.jar" >"$work/service.log" 2>&1 &
  process[service]=$!
  processes+=($!)
  until_up "$management/health/ready" -f
  until_known "$accounts"
}

get() { curl -sf "${say_who[@]}" "http://localhost:${port[$1]}$2" "${@:3}"; }

# The upstream of the peers has the bytes that the service answered.
start_peers() {
  mkdir "$work/origin" "$work/varnish"
  chmod 755 "$work/varnish"
  get service "$account/occasions" >"$work/origin/occasions.json"
  get service "$account/hours" >"$work/origin/hours.json"
  get service "$account/status" >"$work/origin/status.json"
  get service "/api/account/b00001/configuration/ac-common/specialoccasion?v=1.0&select=\$all" >"$work/origin/drop-in.json"
  local file
  for file in bench/peers/*; do sed "s/the-callers-key/$key/" "$file" >"$work/${file##*/}"; done

  taskset -c "$load_core" nginx -p "$work" -c "$work/origin.conf" 2>"$work/origin.err" &
  origin_process=$!
  taskset -c "$server_core" nginx -p "$work" -c "$work/nginx.conf" 2>"$work/nginx.err" &
  process[nginx]=$!
  taskset -c "$server_core" haproxy -db -f "$work/haproxy.cfg" >"$work/haproxy.log" 2>&1 &
  process[haproxy]=$!
  taskset -c "$server_core" varnishd -F -n "$work/varnish" -a 127.0.0.1:18093,HTTP -f "$work/varnish.vcl" \
    -s malloc,1G -p thread_pools=1 >"$work/varnish.log" 2>&1 &
  process[varnish]=$!
  processes+=("$origin_process" "${process[nginx]}" "${process[haproxy]}" "${process[varnish]}")
  local server
  for server in "${servers[@]}"; do until_up "http://localhost:${port[$server]}/"; done
}

# Everybody answers the same bytes, knows its own tag, and lets in nobody without a key.
check() {
  local server path code
  for server in "${servers[@]}"; do
    for path in occasions hours status; do
      get "$server" "$account/$path" -o "$work/answer" || die "$server does not answer $path"
      [ "$path" = status ] || cmp -s "$work/answer" "$work/origin/$path.json" || die "$server answers $path differently"
    done
    tag[$server]=$(get "$server" "$account/occasions" -D - -o /dev/null | tr -d '\r' | sed -nE 's/^etag: //Ip')
    code=$(get "$server" "$account/occasions" -o /dev/null -w '%{http_code}' -H "If-None-Match: ${tag[$server]}")
    [ "$code" = 304 ] || die "$server answers $code where it should answer 304"
    code=$(curl -s -o /dev/null -w '%{http_code}' "http://localhost:${port[$server]}$account/occasions")
    [ "$code" = 401 ] || checked[$server]="no caller check"
  done
}

# One line of the load generator: requests, failed ones, microseconds, median, 99th percentile, and its own CPU.
load() {
  local server=$1 name=$2 seconds=$3 before=${4:-0} pause=${5:-0}
  local connections path many_accounts many_variants headers=("${say_who[@]}") line
  line=$(printf '%s\n' "${cases[@]}" | grep -F "$name|" || printf '%s\n' "${cases[0]}")
  IFS='|' read -r _ connections path many_accounts many_variants <<<"$line"
  [ "$name" != 304 ] || { load_unchanged "$@"; return; }
  { TIMEFORMAT='cpu %U %S'; time taskset -c "$load_core" wrk -t1 -c"$connections" -d"${seconds}s" --latency --timeout 10s -s bench/load.lua \
    "${headers[@]}" "http://127.0.0.1:${port[$server]}" -- "$path" "$many_accounts" "$many_variants" "$before" "$pause" \
    >"$work/wrk"; } 2>"$work/wrk.time"
  awk '/^sum/ { sum = $2 " " $3 " " $4 " " $5 " " $6 } /^cpu/ { own = $2 + $3 } END { print sum, own }' "$work/wrk" "$work/wrk.time"
}

# wrk takes the length in HAProxy's 304 for a body to come; h2load does not, but knows no percentiles.
load_unchanged() {
  { TIMEFORMAT='cpu %U %S'; time taskset -c "$load_core" h2load --h1 -c64 -D"$3" "${say_who[@]}" \
    -H "If-None-Match: ${tag[$1]}" "http://127.0.0.1:${port[$1]}$account/occasions" >"$work/wrk"; } 2>"$work/wrk.time"
  awk -v seconds="$3" '/^requests:/ { done = $6; failed = $10 + $12 + $14 } /^status codes:/ { unchanged = $5 }
    /^cpu/ { own = $2 + $3 } END { print done, failed + done - unchanged, seconds * 1e6, 0, 0, own }' "$work/wrk" "$work/wrk.time"
}

# Until every target was asked for once, and compilers have had their time.
warm_up() {
  local server case name path many_accounts many_variants sent failures requests failed end
  for server in "${servers[@]}"; do
    for case in "${cases[@]}"; do
      IFS='|' read -r name _ path many_accounts many_variants <<<"$case"
      takes_part "$name" "$server" || continue
      sent=0 failures=0
      end=$((SECONDS + $([ "$server" = service ] && echo "$warm" || echo 1)))
      # What was under way when the load ended is asked for again: nginx does not keep what nobody waits for any longer.
      while [ "$SECONDS" -lt "$end" ] || [ "$sent" -lt $((many_accounts * many_variants + under_way)) ]; do
        read -r requests failed _ < <(load "$server" "$name" 2 $((sent > under_way ? sent - under_way : 0)))
        # What failed is asked for again with all that was asked for together with it.
        if [ "$requests" -eq 0 ] || [ "$failed" -gt 0 ]; then
          failures=$((failures + 1))
          echo "$failed failed requests of $requests at $server in the warm-up for: $name" >&2
          [ "$failures" -le 5 ] || { tail -n 5 "$work/$server".* >&2; die "$server does not get warm"; }
          continue
        fi
        sent=$((sent + (requests > under_way ? requests - under_way : 0)))
      done
    done
    echo "$server is warm" >&2
  done
}

# One server's part of a round, as a line of $work/round: case, server, CPU µs a request, requests a second, p50 and p99 in µs,
# share of its core that the server used, share of a core that others used, stolen share, number of the round.
measure() {
  local name=$1 server=$2 number=$3 pause=$4
  local busy_before stolen_before busy_after stolen_after used_before used_after all_before all_after began wall requests failed lasted p50 p99 own
  all_before=$(cpu "${processes[@]}")
  used_before=$(cpu "${process[$server]}")
  began=$(date +%s%N)
  read -r busy_before stolen_before < <(machine)
  read -r requests failed lasted p50 p99 own < <(load "$server" "$name" "$length" $((number * begin_at)) "$pause")
  read -r busy_after stolen_after < <(machine)
  wall=$(($(date +%s%N) - began))
  used_after=$(cpu "${process[$server]}")
  all_after=$(cpu "${processes[@]}")
  [ "$requests" -gt 0 ] || die "no answer from $server in: $name"
  [ "$failed" -eq 0 ] || die "$failed failed requests at $server in: $name"
  awk -v name="$name" -v server="$server" -v requests="$requests" -v lasted="$lasted" -v p50="$p50" -v p99="$p99" -v own="$own" \
    -v used=$((used_after - used_before)) -v all=$((all_after - all_before)) -v busy=$((busy_after - busy_before)) \
    -v stolen=$((stolen_after - stolen_before)) -v wall="$wall" -v number="$number" 'BEGIN {
      wall /= 1e9
      others = busy / 100 - all / 100 - own
      printf "%s|%s|%.2f|%.0f|%d|%d|%.2f|%.3f|%.3f|%d\n", name, server, used * 1e4 / requests, requests * 1e6 / lasted, p50, p99,
        used / 100 / wall, (others > 0 ? others : 0) / wall, stolen / 100 / wall, number }' >>"$work/round"
}

# A round of a case: all servers, one right after the other. Fails where it was disturbed.
round() {
  local name=$1 number=$2 server
  : >"$work/round"
  for server in "${servers[@]}"; do
    ! takes_part "$name" "$server" || measure "$name" "$server" "$number" "$(pause_for "$name" "$server")" </dev/null
  done
  awk -F'|' -v o="$others_allowed" -v s="$stolen_allowed" '$8 > o || $9 > s { exit 1 }' "$work/round"
}

# Every case, then the next round; whoever was first is last in the next one.
rotate() {
  local number name
  for ((number = 1; number <= rounds; number++)); do
    for name in "$@"; do
      if round "$name" "$number"; then cat "$work/round" >>"$work/rounds"; else
        disturbed=$((disturbed + 1))
        echo "$name|$number" >>"$work/again"
      fi
    done
    mapfile -t servers < <(printf '%s\n' "${servers[@]}" | tac)
    echo "round $number of $rounds, $disturbed disturbed so far" >&2
  done
  repeat_disturbed
}

# Up to twice; then it is taken as it is, and the interval is as wide as it is.
repeat_disturbed() {
  local name number turn
  for turn in 1 2; do
    [ -f "$work/again" ] || return 0
    mv "$work/again" "$work/repeating"
    while IFS='|' read -r name number; do
      if round "$name" "$number"; then cat "$work/round" >>"$work/rounds"; elif [ "$turn" = 1 ]; then
        echo "$name|$number" >>"$work/again"
      else
        cat "$work/round" >>"$work/rounds"
        never_quiet=$((never_quiet + 1))
      fi
    done <"$work/repeating"
  done
}

values() { awk -F'|' -v name="$1" -v server="$2" -v field="$3" '$1 == name && $2 == server { print $field }' "$work/rounds"; }
middle() { values "$@" | median; }

# Milliseconds that each of 64 connections pauses for, so that they ask half as often as a server can answer.
pause_for() {
  local saturated
  case $1 in
    "$steady") saturated=$2 ;;
    "$same_rate") saturated=nginx ;;
    *) echo 0; return ;;
  esac
  awk -v rate="$(middle occasions "$saturated" 4)" 'BEGIN { printf "%.2f\n", 64 * 1000 / (rate / 2) }'
}

names() {
  local case
  for case in "${cases[@]}"; do echo "${case%%|*}"; done
}

# By what a field of one server in one case is divided by that of another, in the rounds of the same number: the median of all
# rounds, and its 95 % interval by the sign test, which takes six rounds.
ratio() {
  awk -F'|' -v one="$1|$2" -v other="$3|$4" -v field="$5" '
    $1 "|" $2 == one { a[$10] = $field } $1 "|" $2 == other { b[$10] = $field }
    END { for (number in a) if (b[number] > 0) print a[number] / b[number] }' "$work/rounds" | sort -n | awk '
    { v[NR] = $1 }
    END {
      if (NR == 0) exit
      # The largest k with no more than 2.5 % for fewer than k of as many tosses.
      for (term = 0.5 ^ NR; below + term <= 0.025; term *= (NR - k + 1) / k) { below += term; k++ }
      print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2, k ? v[k] " " v[NR + 1 - k] : "" }'
}

shown() { awk '{ printf NF == 3 ? "%.2f (%.2f–%.2f)" : NF ? "%.2f" : "–", $1, $2, $3 } END { if (NR == 0) printf "–" }'; }

# A number with the least and the greatest of its rounds.
cell() {
  values "$1" "$2" "$3" | median all | awk -v format="$4" '$1 == "-" { print "–"; exit } { printf format " (" format "–" format ")", $1, $2, $3 }'
}

table() {
  local name server
  echo "CPU µs a request: median (least–greatest) of $rounds rounds of $length s; ratios: median (its 95 % interval)."
  echo
  echo "| | service | HAProxy | nginx | Varnish | ÷ HAProxy | ÷ nginx |"
  echo "|---|---|---|---|---|---|---|"
  names | while read -r name; do
    printf '| %s |' "$name"
    for server in service haproxy nginx varnish; do printf ' %s |' "$(cell "$name" "$server" 3 %.1f)"; done
    printf ' %s | %s |\n' "$(ratio "$name" service "$name" haproxy 3 | shown)" "$(ratio "$name" service "$name" nginx 3 | shown)"
  done
  echo
  echo "| requests a second (share of its core that the server used) | service | HAProxy | nginx | Varnish |"
  echo "|---|---|---|---|---|"
  names | while read -r name; do
    printf '| %s |' "$name"
    for server in service haproxy nginx varnish; do
      printf ' %s (%.0f %%) |' "$(middle "$name" "$server" 4)" "$(middle "$name" "$server" 7 | awk '{ print $1 * 100 }')"
    done
    echo
  done
  local pace row
  for pace in "$steady" "$same_rate"; do
    echo
    echo "| occasions $pace | service | HAProxy | nginx | Varnish | service ÷ nginx |"
    echo "|---|---|---|---|---|---|"
    for row in "p99, µs|6" "p50, µs|5" "requests a second|4"; do
      printf '| %s |' "${row%|*}"
      for server in service haproxy nginx varnish; do printf ' %s |' "$(cell "$pace" "$server" "${row#*|}" %.0f)"; done
      printf ' %s |\n' "$(ratio "$pace" service "$pace" nginx "${row#*|}" | shown)"
    done
  done
}

about() {
  local cpu_name
  cpu_name=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
  echo "$(nproc) cores ($cpu_name), $(uname -sr), $("$java" -version 2>&1 | sed -n 2p), ${SERVICE_JAVA:--XX:+UseSerialGC -Xmx1g};"
  echo "$(nginx -v 2>&1 | sed 's/.*: //'), $(haproxy -v | sed -nE 's/^(HAProxy) version ([^-]*).*/\1 \2/p'), $(varnishd -V 2>&1 | sed -nE 's/.*\((varnish-[0-9.]*).*/\1/p'), wrk."
  echo "Commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown), $(date -u +%F). ${checked[*]:-Everybody checks the caller.}"
  echo "Of $((rounds * (${#cases[@]} + 2))) rounds $disturbed were disturbed by others and repeated, $never_quiet of them in vain."
}

# Met or missed is what the whole interval says.
judge() {
  local name
  # The ratio, from the input.
  target() {
    cat >"$work/ratio"
    awk -v what="$1" -v most="$2" -v is="$(shown <"$work/ratio")" '{
      word = NF < 3 ? "undecided" : $3 <= most ? "met" : $2 > most ? "missed" : "undecided"
      printf "- %s: %s: %s (at most %s)\n", word, what, is, most }' "$work/ratio"
  }
  for name in occasions hours status 'drop-in list' 304; do
    ratio "$name" service "$name" haproxy 3 | target "$name, CPU ÷ HAProxy" 1.0
    ratio "$name" service "$name" nginx 3 | target "$name, CPU ÷ nginx" 0.75
  done
  ratio "$many" service occasions service 3 | target "$many, CPU ÷ one target" 1.3
  ratio "$steady" service "$steady" nginx 6 | target "p99 $steady ÷ nginx" 1.0
}

declare -A checked=()
disturbed=0 never_quiet=0
echo "accounts: $accounts" >&2
start_simulator taskset -c "$load_core"
host_accounts "$accounts"
start_service
start_peers
check
warm_up
# From here on nothing is behind the caches: what they do not have fails.
kill "$simulator_process" "$origin_process"
wait "$simulator_process" "$origin_process" 2>/dev/null || true
mapfile -t processes < <(printf '%s\n' "${processes[@]}" | grep -vxE "$simulator_process|$origin_process")
: >"$work/rounds"
mapfile -t all_names < <(names)
rotate "${all_names[@]}"
# Half of saturation is computed from what the rounds above found.
rotate "$steady" "$same_rate"
judge >"$work/verdict"

mkdir -p target/bench
{
  about
  echo
  table
  echo
  if [ -n "$quick" ]; then echo "No verdict: a quick run is no measurement."; else cat "$work/verdict"; fi
} >target/bench/compare.md
cp "$work/rounds" target/bench/compare.rounds
cat target/bench/compare.md
[ -z "$quick" ] || exit 0
! grep -q '^- missed' "$work/verdict" || exit 1
! grep -q '^- undecided' "$work/verdict" || exit 2
