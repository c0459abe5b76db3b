#!/usr/bin/env bash
# Makes app.aot in the folder of a packaged service: the classes, linked, and the profiles of a run on the embedded simulator.
# A later start of the same JDK, with the same options, in that folder, begins with them: -XX:AOTCache=app.aot. From JDK 25 on;
# package with -Dquarkus.package.jar.type=aot-jar, since what other class loaders load is left out.
#   bench/train.sh target/quarkus-app -XX:+UseSerialGC
# The first argument is the folder, the others are the options of the later start. Needs nothing but a JRE and bash.
set -euo pipefail
cd "$1"
shift
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
port=28080
account=/v1/accounts/31415926
face=/api/account/31415926/configuration/ac-common

# A read, by its status; further headers may follow the path.
read_one() {
  { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || { echo 000; return; }
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n' "$1" "${2:+$2$'\r\n'}" >&3
  awk 'NR == 1 { print $2 }' <&3
  exec 3>&-
}

"$java" "$@" -XX:AOTCacheOutput=app.aot \
  -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port=$port -Dquarkus.management.host=127.0.0.1 -Dquarkus.management.port=29000 \
  -Dquarkus.shutdown.delay=0s -Dsimulator.embedded=true -Dsimulator.port=28089 -Daccess.open=true \
  -Dliveperson.domain-api=http://localhost:28089 -Dliveperson.allowed-hosts=localhost \
  '-Dliveperson.accounts."31415926".credentials.username=hours-proxy' \
  '-Dliveperson.accounts."31415926".credentials.password=simulated' \
  -jar quarkus-run.jar >train.log 2>&1 &
process=$!
trap 'kill $process 2>/dev/null || true' EXIT

for ((tries = 0; tries < 600; tries++)); do
  [ "$(read_one "$account/occasions")" = 200 ] && break
  sleep 0.1
done
for ((turn = 0; turn < 100; turn++)); do
  for path in "$account"/{occasions,workdays,skills,hours,status,findings,hours.ics,occasions/4101000110} \
    "$face/specialoccasion?v=1.0&select=\$all" "$face/workinghours"; do
    status=$(read_one "$path")
    [ "$status" = 200 ] || { echo "$path answers $status" >&2; tail -n 5 train.log >&2; exit 1; }
  done
done

# It is written when the JVM ends.
kill "$process"
wait "$process" || true
[ -s app.aot ] || { cat train.log >&2; exit 1; }
rm train.log
