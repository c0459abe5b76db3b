# For the scripts that prove something, which source it: the packaged service on a simulator that is a process of its own.
# shellcheck shell=bash
# shellcheck source=bench/measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

# All defaults but the ports, in the memory that the manifests give it.
start_service() {
  printf simulated >"$work/password"
  # shellcheck disable=SC2046 # options are words
  "$java" $(java_options) -XX:+UseSerialGC -Xmx230m \
    -Dquarkus.http.port=18080 -Dquarkus.management.port=19000 \
    -Daccess.open=true \
    -Dliveperson.domain-api="$simulator" -Dliveperson.allowed-hosts=localhost \
    '-Dliveperson.accounts."31415926".credentials.username=hours-proxy' \
    "-Dliveperson.accounts.\"31415926\".credentials.password-file=$work/password" \
    -jar target/quarkus-app/quarkus-run.jar >"$work/service.log" 2>&1 &
  service_process=$!
  processes+=("$service_process")
  until_up "$management/health/ready" -f
}

need curl=curl ss=iproute2
need_ports 18080 18089 19000
package
start_simulator
start_service
