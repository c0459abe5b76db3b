#!/bin/sh
# Clients that were not written here, against the packaged service on a simulated LivePerson. Outside the build, since it
# needs node, openssl and a registry. They insist on https, so the service gets a certificate that they are told to trust.
#
#   ./mvnw package -DskipTests && src/test/clients/run.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
app=$here/../../../target/quarkus-app
scratch=$(mktemp -d)
simulator= service=
trap 'kill $simulator $service 2>/dev/null || true; rm -rf "$scratch"' EXIT

cp "$here"/package.json "$here"/package-lock.json "$here"/.npmrc "$here"/*.js "$scratch"
(cd "$scratch" && npm ci --ignore-scripts --silent)
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
    -keyout "$scratch/key.pem" -out "$scratch/cert.pem" 2>/dev/null

java -cp "$app/app/*:$app/lib/main/*:$app/lib/boot/*" dev.accountconfig.simulator.Main >"$scratch/simulator.txt" 2>&1 &
simulator=$!
cd "$scratch"
# They sign in as a caller of this service.
java -cp "$app/app/*:$app/lib/main/*" dev.accountconfig.access.NewKey planner >"$scratch/keys" 2>"$scratch/shown"
CALLER_KEY=$(sed 's/.*: *//' "$scratch/shown")
export CALLER_KEY
mkdir "$scratch/config"
cat >"$scratch/config/application.properties" <<EOF
access.keys-file=$scratch/keys
access.callers."planner".accounts=31415926
access.callers."planner".verbs=read,write
EOF
LIVEPERSON_DOMAIN_API=http://localhost:8089 LIVEPERSON_ALLOWED_HOSTS=localhost \
LIVEPERSON_ACCOUNTS__31415926__CREDENTIALS_USERNAME=hours-proxy \
LIVEPERSON_ACCOUNTS__31415926__CREDENTIALS_PASSWORD=simulated \
QUARKUS_HTTP_SSL_PORT=8443 QUARKUS_HTTP_SSL_CERTIFICATE_FILES=$scratch/cert.pem \
QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES=$scratch/key.pem \
    java -jar "$app/quarkus-run.jar" >"$scratch/service.txt" 2>&1 &
service=$!

tries=0
until curl -sf localhost:9000/health/ready >/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 60 ] || { cat "$scratch/service.txt"; exit 1; }
    sleep 1
done
NODE_EXTRA_CA_CERTS=$scratch/cert.pem node --no-deprecation agent-sdk.js localhost:8443
