# For the other scripts, which source it: a JDK, the packaged service, a simulator with as many accounts as wanted, and what a
# process uses of CPU and memory. All files are in $work, which is gone at the end, like the processes; everybody listens on loopback.
# shellcheck shell=bash

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
root=$PWD
# Below /tmp, not where TMPDIR says: the path goes into configurations that know no blanks.
work=$(mktemp -d /tmp/accountconfig-bench.XXXXXX)
chmod 755 "$work"
processes=()
simulator=http://localhost:18089
export service=http://localhost:18080
management=http://localhost:19000

stop_all() {
  local process
  for process in "${processes[@]}"; do kill "$process" 2>/dev/null || true; done
  wait
  rm -rf "$work"
}
trap stop_all EXIT
trap 'exit 130' INT TERM

die() {
  echo "$*" >&2
  exit 1
}

# One core for the server, another for who loads it: $server_core and $load_core.
take_two_cores() {
  local cores
  mapfile -t cores < <(taskset -cp $$ | sed 's/.*: //' | tr ',' '\n' |
    awk -F- '{ for (c = $1; c <= ($2 == "" ? $1 : $2); c++) print c }')
  [ ${#cores[@]} -ge 2 ] || die "two cores are needed: one for the server, one for the load generator"
  # shellcheck disable=SC2034
  load_core=${cores[0]} server_core=${cores[1]}
}

need_ports() {
  local port
  for port in "$@"; do
    [ -z "$(ss -Hltn "( sport = :$port )")" ] || die "port $port is taken"
  done
}

# The packages of Debian that bring these commands, where they are missing; needs root. What they bring is not started.
need() {
  local missing=() pair
  for pair in "$@"; do
    command -v "${pair%=*}" >/dev/null || PATH=$PATH:/usr/sbin command -v "${pair%=*}" >/dev/null || missing+=("${pair#*=}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "installing ${missing[*]}" >&2
  apt-get update -qq
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$work/apt.log" 2>&1 ||
    { cat "$work/apt.log" >&2; die "cannot install ${missing[*]}"; }
}

# JAVA_HOME where it is set; else the newest JDK of this machine from 25 on, else the java on the path.
jdk() {
  local home
  [ -n "${JAVA_HOME:-}" ] || for home in /usr/lib/jvm/*; do
    [ -x "$home/bin/javac" ] && "$home/bin/javac" -version 2>&1 | grep -qE ' (2[5-9]|[3-9][0-9])' && JAVA_HOME=$home
  done
  [ -n "${JAVA_HOME:-}" ] || JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")
  export JAVA_HOME
  java=$JAVA_HOME/bin/java
  java_release=$("$java" -XshowSettings:properties -version 2>&1 | sed -nE 's/ *java\.specification\.version = //p')
}
jdk

# Packages the service, unless nothing has changed since.
package() {
  app=$root/target/quarkus-app
  if [ ! -f "$app/quarkus-run.jar" ] || [ -n "$(find pom.xml src/main -newer "$app/quarkus-run.jar" -print -quit)" ]; then
    ./mvnw -q -B -ntp package -DskipTests
  fi
}

# Waits up to a minute for an address to answer.
until_up() {
  local tries
  for ((tries = 0; tries < 600; tries++)); do
    curl -s -o /dev/null "${@:2}" "$1" && return
    sleep 0.1
  done
  tail -n 5 "$work"/*.log >&2
  die "$1 does not come up"
}

# An account whose occasions are 2 KB at the service, with office hours and one skill.
account() {
  local day events='' hours='' zone='"timeZone":"Europe/London"'
  for day in $(seq 10 27); do
    events+=",{\"meta\":{\"working\":false,\"name\":\"Closed\"},\"start\":{\"dateTime\":\"2030-01-$day\",$zone},"
    events+="\"end\":{\"dateTime\":\"2030-01-$((day + 1))\",$zone},\"recurrence\":[]}"
  done
  for day in 05/MO 06/TU 07/WE 08/TH 09/FR; do
    hours+=",{\"start\":{\"dateTime\":\"2026-01-${day%/*}T09:00:00\",$zone},\"end\":{\"dateTime\":\"2026-01-${day%/*}T17:30:00\","
    hours+="$zone},\"recurrence\":[\"RRULE:FREQ=WEEKLY;BYDAY=${day#*/}\"]}"
  done
  echo "{\"occasions\":[{\"id\":4101000110,\"deleted\":false,\"name\":\"Holidays\",\"description\":\"\",\"isDefault\":true,
    \"events\":[${events#,}]}],
    \"workdays\":[{\"id\":4102000110,\"deleted\":false,\"name\":\"Office hours\",\"description\":\"\",\"isDefault\":true,
    \"events\":[${hours#,}]}],
    \"skills\":[{\"id\":4103000110,\"deleted\":false,\"name\":\"Support\",\"workingHoursId\":null,\"specialOccasionId\":null}]}"
}

# The arguments are put before the command.
start_simulator() {
  need_ports 18089
  "$@" "$java" -XX:+UseSerialGC -Xmx2g -cp "$app/app/*:$app/lib/main/*:$app/lib/boot/*" \
    dev.accountconfig.simulator.Main --port 18089 >"$work/simulator.log" 2>&1 &
  simulator_process=$!
  processes+=("$simulator_process")
  until_up "$simulator/_simulator"
}

# Accounts b00001 to as many as the argument says.
host_accounts() {
  local accounts=$1
  account >"$work/account.json"
  curl -sf -X PUT -d "@$work/account.json" "$simulator/_simulator/accounts/b[00001-$(printf %05d "$accounts")]" >"$work/hosted" ||
    die "the simulator does not host $accounts accounts"
}

# A file of settings: those accounts, all else as it is by default, but for entries that stay fresh for as long as answers do
# at the peers, and as many of them as there are accounts.
settings() {
  local accounts=$1
  cat <<END
quarkus.http.host=127.0.0.1
quarkus.http.port=18080
quarkus.management.host=127.0.0.1
quarkus.management.port=19000
quarkus.shutdown.delay=0s
liveperson.domain-api=$simulator
liveperson.allowed-hosts=localhost
cache.fresh=1d
cache.max-entries=20000
END
  # Room for every answer of the largest case.
  echo "cache.rendered-max-bytes=${RENDERED:-512M}"
  awk -v accounts="$accounts" 'BEGIN {
    for (account = 1; account <= accounts; account++) {
      key = sprintf("liveperson.accounts.\"b%05d\".credentials.", account)
      print key "username=hours-proxy"; print key "password=simulated"
    }
  }'
}

# As the Dockerfile has them, where the JDK knows them.
java_options() {
  [ "$java_release" -lt 24 ] || echo --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  [ "$java_release" -lt 25 ] || echo -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=10000
}

# Waits up to five minutes until every account is known.
until_known() {
  local accounts=$1 tries
  for ((tries = 0; tries < 300; tries++)); do
    [ "$(metric accountconfig_cache_entries 'phase="fresh"' 'collection="skills"')" -lt "$accounts" ] || return 0
    sleep 1
  done
  die "not every account is known after five minutes"
}

# The sum of a metric's series that hold all of the texts, as a whole number.
metric() {
  curl -sf "$management/metrics" | awk -v name="$1" -v one="${2:-}" -v two="${3:-}" \
    'index($1, name) == 1 && index($0, one) && index($0, two) { sum += $NF } END { printf "%d\n", sum }'
}

family() {
  local child
  echo "$1"
  tr ' ' '\n' < <(cat "/proc/$1"/task/*/children 2>/dev/null) | while read -r child; do family "$child"; done
}

# CPU that processes and their children have used, in hundredths of a second: what Linux counts in.
cpu() {
  local process member
  for process in "$@"; do
    for member in $(family "$process"); do cat "/proc/$member/stat" 2>/dev/null || true; done
  done | sed 's/.*) //' | awk '{ sum += $12 + $13 } END { print sum + 0 }'
}

# Of the whole machine: busy, and stolen by its neighbours.
machine() {
  awk '/^cpu / { print $2 + $3 + $4 + $7 + $8 + $9, $9; exit }' /proc/stat
}

resident() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$1/status"; }

# The median of the numbers on the lines of the input; with an argument, also the least and the greatest.
median() {
  sort -n | awk -v all="${1:-}" '{ v[NR] = $1 } END {
    if (NR == 0) { print "-"; exit }
    m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2
    if (all) print m, v[1], v[NR]; else print m }'
}
