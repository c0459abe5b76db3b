#!/usr/bin/env bash
# How long the packaged service takes to be ready, what its first second of traffic costs, and what memory it needs: as a plain
# jar, and on a JDK from 25 on also with an AOT cache, which a training run makes here (bench/train.sh). On the whole machine, and on
# one core of it. Needs curl and wrk, installed from Debian's packages where they are missing, which needs root.
#   bench/start.sh [starts]    7 of each, about 10 minutes; the table is also in target/bench/start.md
# Environment: JAVA_HOME; SERVICE_JAVA, options of the service's JVM (-XX:+UseSerialGC -Xmx230m, as the manifests have it).
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "$0")/measure.sh"

starts=${1:-7}
accounts=10000
# As it is by default.
export RENDERED=64M
options=${SERVICE_JAVA:--XX:+UseSerialGC -Xmx230m}
need wrk=wrk curl=curl ss=iproute2
need_ports 18080 18089 19000
one_core=$(taskset -cp $$ | sed 's/.*[,: -]//')
all_cores=$(taskset -cp $$ | sed 's/.*: //')

package
variants=(jar)
if [ "$java_release" -ge 25 ]; then
  # In a folder of its own, with the options with which it will be started.
  trained=$root/target/quarkus-aot
  if [ ! -f "$trained/app.aot" ] || [ -n "$(find pom.xml src/main -newer "$trained/app.aot" -print -quit)" ]; then
    ./mvnw -q -B -ntp package -DskipTests -Dquarkus.package.jar.type=aot-jar -Dquarkus.package.output-directory=quarkus-aot
    # shellcheck disable=SC2046,SC2086 # options are words
    bench/train.sh "$trained" $(java_options) $options
  fi
  variants+=(aot)
fi

# Starts a variant on some cores, with further options; in its own folder, as the AOT cache wants it. With that, code that
# was compiled in the training would be compiled again at once, by compilers that take the core from the start.
launch() {
  local variant=$1 cores=$2 folder=$app extra=()
  shift 2
  [ "$variant" = jar ] || { folder=$trained extra=(-XX:AOTCache=app.aot -XX:CompileThresholdScaling=4); }
  cd "$folder"
  # shellcheck disable=SC2046,SC2086 # options are words
  taskset -c "$cores" "$java" $(java_options) $options "${extra[@]}" "$@" \
    -Dsmallrye.config.locations="$work/application.properties" -jar quarkus-run.jar >"$work/service.log" 2>&1 &
  service_process=$!
  processes+=("$service_process")
  cd "$root"
}

# Without a process of its own: what waits must not be what is measured. Prints nothing, ends when the answer is 200.
until_200() {
  local port=$1 path=$2 status='' tries
  for ((tries = 0; tries < 6000; tries++)); do
    if { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; then
      printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$path" >&3
      read -r _ status _ <&3 || true
      exec 3>&-
      [ "$status" != 200 ] || return 0
    fi
    read -r -t 0.005 <>"$work/never" || true
  done
  tail -n 5 "$work/service.log" >&2
  die "no 200 on port $port"
}

stop_service() {
  kill "$service_process"
  wait "$service_process" 2>/dev/null || true
}

# A line of $work/started: variant, cores, ms until ready, ms until a read, MiB, requests and CPU µs a request in the first second.
start_once() {
  local variant=$1 cores=$2 began ready read_at used requests
  began=$(date +%s%N)
  launch "$variant" "$cores"
  until_200 19000 /health/ready
  ready=$(date +%s%N)
  until_200 18080 /v1/accounts/b00001/occasions
  read_at=$(date +%s%N)
  # Without what wrk takes to begin with: the first second is what it sends in its first second.
  used=$(cpu "$service_process")
  requests=$(wrk -t1 -c16 -d1s -s bench/load.lua http://127.0.0.1:18080 -- /v1/accounts/b00001/occasions | awk '/^sum/ { print $2 }')
  used=$(($(cpu "$service_process") - used))
  echo "$variant|$cores|$(((ready - began) / 1000000))|$(((read_at - began) / 1000000))|$(resident "$service_process")|$requests|$((used * 10000 / requests))" \
    >>"$work/started"
  stop_service
}

# Ten thousand accounts, all of them read over 64 connections for ten seconds; with as little heap as they are at ease in, and a
# young generation that a small one has no use for more of.
memory() {
  local variant=$1
  launch "$variant" "$all_cores" -Xmx160m -Xmn16m
  until_200 19000 /health/ready
  until_known "$accounts"
  echo "$variant|known|$(resident "$service_process")" >>"$work/memory"
  wrk -t1 -c64 -d10s -s bench/load.lua http://127.0.0.1:18080 -- /v1/accounts/b%a/occasions "$accounts" 1 >"$work/wrk"
  awk '/^sum/ && $3 > 0 { exit 1 }' "$work/wrk" || die "reads failed"
  echo "$variant|read|$(resident "$service_process")" >>"$work/memory"
  stop_service
}

mkfifo "$work/never"
: >"$work/started"
start_simulator
host_accounts "$accounts"
{ settings 1; echo access.open=true; } >"$work/application.properties"
for ((number = 1; number <= starts; number++)); do
  for variant in "${variants[@]}"; do
    for cores in "$all_cores" "$one_core"; do start_once "$variant" "$cores"; done
  done
  echo "start $number of $starts" >&2
done
{ settings "$accounts"; echo access.open=true; } >"$work/application.properties"
for variant in "${variants[@]}"; do memory "$variant"; done

column() { awk -F'|' -v variant="$1" -v cores="$2" -v field="$3" '$1 == variant && $2 == cores { print $field }' "$work/started" | median all; }

mkdir -p target/bench
{
  echo "$(nproc) cores, $("$java" -version 2>&1 | sed -n 2p), $options, commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown); medians of $starts starts (least–greatest)"
  echo
  echo "| | cores | ready, ms | first read, ms | resident, MiB | requests in the first second | CPU µs each |"
  echo "|---|---|---|---|---|---|---|"
  for variant in "${variants[@]}"; do
    for cores in "$all_cores" "$one_core"; do
      printf '| %s | %s |' "$variant" "$cores"
      for field in 3 4 5 6 7; do column "$variant" "$cores" "$field" | awk '{ printf " %d (%d–%d) |", $1, $2, $3 }'; done
      echo
    done
  done
  echo
  echo "| $accounts accounts | resident when all are known, MiB | after 10 s of reads over 64 connections |"
  echo "|---|---|---|"
  for variant in "${variants[@]}"; do
    awk -F'|' -v variant="$variant" '$1 == variant { line = line " " $3 " |" } END { print "| " variant " |" line }' "$work/memory"
  done
} >target/bench/start.md
cat target/bench/start.md
