#!/usr/bin/env bash
# Proves that no answer carries another account's data: 1,000,000 requests over 100 accounts (or as many as the first
# argument says), some broken off, while the vendor stumbles and wires break. Prints the books of all requests, and what
# was found in them.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -q -B -ntp test -Dtest=IsolationTest -Dpromises.requests="${1:-1000000}"
cat target/promises/isolation.txt
