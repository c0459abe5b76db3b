# The service on a JVM 25, not as root, in layers that change at different speeds.
#   ./mvnw package -DskipTests && docker build -t accountconfig-proxy .
# The simulator is in the image too:
#   docker run --entrypoint java accountconfig-proxy -cp "app/*:lib/main/*:lib/boot/*" dev.accountconfig.simulator.Main
FROM eclipse-temurin:25-jre

WORKDIR /srv
COPY target/quarkus-app/lib/ lib/
COPY target/quarkus-app/*.jar ./
COPY target/quarkus-app/app/ app/
COPY target/quarkus-app/quarkus/ quarkus/

USER 10001
EXPOSE 8080 9000

# Serial collection, small object headers and a fixed share of the container: the least CPU and memory on one or two cores.
# What the compilers needed at the start is given back every ten seconds (docs/performance.md). The two permissions
# are what Netty asks of a JVM 25 without a warning.
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TrimNativeHeapInterval=10000", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]
