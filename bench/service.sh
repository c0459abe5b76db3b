# For the other scripts, which source it: the packaged service on a simulator that is a process of its own. All files are in
# $work, which is gone at the end, like the processes.
# shellcheck shell=bash

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
work=$(mktemp -d)
processes=()
simulator=http://localhost:18089
export service=http://localhost:18080
management=http://localhost:19000

stop_all() {
  for process in "${processes[@]}"; do kill "$process" 2>/dev/null || true; done
  wait
  rm -rf "$work"
}
trap stop_all EXIT

# Waits up to a minute for an address to answer 200.
until_up() {
  for _ in $(seq 300); do
    curl -sf -o "$work/up" "$1" && return
    sleep 0.2
  done
  echo "$1 does not come up" >&2
  tail "$work"/*.log >&2
  exit 1
}

start_simulator() {
  java -cp 'target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*' \
    dev.accountconfig.simulator.Main --port 18089 >"$work/simulator.log" 2>&1 &
  processes+=($!)
  until_up "$simulator/_simulator"
}

# All defaults but the ports, in the memory that the manifests give it.
start_service() {
  printf simulated >"$work/password"
  java -XX:+UseSerialGC -Xmx230m \
    -Dquarkus.http.port=18080 -Dquarkus.management.port=19000 \
    -Daccess.open=true \
    -Dliveperson.domain-api="$simulator" -Dliveperson.allowed-hosts=localhost \
    '-Dliveperson.accounts."31415926".credentials.username=hours-proxy' \
    "-Dliveperson.accounts.\"31415926\".credentials.password-file=$work/password" \
    -jar target/quarkus-app/quarkus-run.jar >"$work/service.log" 2>&1 &
  processes+=($!)
  # shellcheck disable=SC2034
  service_process=$!
  until_up "$management/health/ready"
}

[ -f target/quarkus-app/quarkus-run.jar ] || ./mvnw -q -B -ntp package -DskipTests
start_simulator
start_service
