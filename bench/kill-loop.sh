#!/usr/bin/env bash
# Kills the packaged service (-9) and starts it again, time after time, over one cache.directory, with the simulated vendor
# switched off since the first start: each time it must be ready within five seconds and answer every known key.
#
#   ./mvnw package -DskipTests && bench/kill-loop.sh [times, default 20]
#
# ACCOUNTS=50 says how many accounts there are beside the default one. Every fourth kill comes before the service is ready.
set -euo pipefail
cd "$(dirname "$0")/.."

times=${1:-20}
accounts=${ACCOUNTS:-50}
http=${HTTP_PORT:-18080} management=${MANAGEMENT_PORT:-19000} simulator=${SIMULATOR_PORT:-18089}
limit_ms=${LIMIT_MS:-5000}
work=$(mktemp -d)
pids=()

finish() {
    for pid in "${pids[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

fail() {
    echo "FAILED: $1" >&2
    tail -n 20 "$work/service.log" >&2
    exit 1
}

now_ms() { date +%s%3N; }

status() { curl -s -o /dev/null -m 5 -w '%{http_code}' "$1" || true; }

settings() {
    echo "liveperson.domain-api=http://localhost:$simulator"
    echo "liveperson.allowed-hosts=localhost"
    echo "access.open=true"
    echo "cache.directory=$work/kept"
    echo "quarkus.http.port=$http"
    echo "quarkus.management.port=$management"
    for account in "${ids[@]}"; do
        echo "liveperson.accounts.\"$account\".credentials.username=hours-proxy"
        echo "liveperson.accounts.\"$account\".credentials.password=simulated"
    done
}

start_service() {
    started=$(now_ms)
    java -XX:+UseSerialGC -Dquarkus.config.locations="$work/application.properties" \
        -jar target/quarkus-app/quarkus-run.jar >>"$work/service.log" 2>&1 &
    service=$!
    pids+=("$service")
}

wait_until_ready() {
    until [ "$(status "http://localhost:$management/health/ready")" = 200 ]; do
        kill -0 "$service" 2>/dev/null || fail "the service ended by itself"
        [ $(($(now_ms) - started)) -lt 60000 ] || fail "not ready within a minute"
        sleep 0.02
    done
    ready_ms=$(($(now_ms) - started))
}

kill_service() {
    kill -9 "$service"
    wait "$service" 2>/dev/null || true
}

read_all() {
    for account in "${ids[@]}"; do
        for question in occasions workdays skills hours status; do
            echo "url = \"http://localhost:$http/v1/accounts/$account/$question\""
            echo 'output = "/dev/null"'
        done
    done >"$work/reads"
    curl -s -m 10 -w '%{http_code} %header{cache-status}\n' -K "$work/reads" >"$work/answers" || true
    reads=$(wc -l <"$work/answers")
    good=$(grep -c "$1" "$work/answers" || true)
}

ids=(31415926)
for ((i = 1; i <= accounts; i++)); do ids+=("account$i"); done
settings >"$work/application.properties"

java -cp 'target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*' \
    dev.accountconfig.simulator.Main --port "$simulator" >"$work/simulator.log" 2>&1 &
vendor=$!
pids+=("$vendor")
until [ "$(status "http://localhost:$simulator/_simulator")" = 200 ]; do sleep 0.05; done
for account in "${ids[@]:1}"; do
    curl -s -X PUT "http://localhost:$simulator/_simulator/accounts/$account" -d "{\"marker\":\"$account\"}"
done

start_service
wait_until_ready
first_ms=$ready_ms
read_all '^200'
[ "$good" = "$reads" ] || fail "$good of $reads first reads were answered 200"
expected=$((${#ids[@]} * 4))
for ((i = 0; i < 500; i++)); do
    files=$(find "$work/kept" -name '*.kept' | wc -l)
    [ "$files" = "$expected" ] && break
    sleep 0.02
done
[ "$files" = "$expected" ] || fail "$files of $expected files were written"

kill -9 "$vendor"
wait "$vendor" 2>/dev/null || true
kill_service

slowest=0 all_reads=0 all_good=0 all_ready=()
for ((round = 1; round <= times; round++)); do
    if [ $((round % 4)) = 0 ]; then
        start_service
        sleep "0.$((RANDOM % 9 + 1))"
        kill_service
    fi
    start_service
    wait_until_ready
    all_ready+=("$ready_ms")
    [ "$ready_ms" -le "$slowest" ] || slowest=$ready_ms
    read_all '^200 .*detail=stale-'
    all_reads=$((all_reads + reads)) all_good=$((all_good + good))
    kill_service
done

echo "first start, vendor up: ready after $first_ms ms, $expected files kept"
median=$(printf '%s\n' "${all_ready[@]}" | sort -n | sed -n "$(((times + 1) / 2))p")
echo "$times restarts, vendor down: ready after $slowest ms at most, $median ms in the median; $all_good of $all_reads reads 200 and stale"
grep -ci 'not restored\|cannot be kept' "$work/service.log" | sed 's/^/warnings about kept files: /' || true
[ "$slowest" -le "$limit_ms" ] || fail "ready after $slowest ms, later than $limit_ms"
[ "$all_good" = "$all_reads" ] || fail "$((all_reads - all_good)) reads were not answered"
