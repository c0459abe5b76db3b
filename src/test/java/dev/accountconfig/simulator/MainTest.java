package dev.accountconfig.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private static String[] arguments(String... arguments) {
        return arguments;
    }

    @Test
    void oneLineSaysWhereItListens() {
        try (var simulator = Main.start(arguments("--port", "0"), Map.of(), out)) {
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .isEqualTo("LivePerson simulator listening on http://" + simulator.host() + System.lineSeparator());
            assertThat(new Visitor(simulator).login().status()).isEqualTo(200);
        }
    }

    @Test
    void thePortMayComeFromTheEnvironment() {
        try (var simulator = Main.start(arguments(), Map.of("SIMULATOR_PORT", "0"), out)) {
            assertThat(simulator.port()).isPositive();
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Main.start(arguments("--port", "http"), Map.of(), out))
                .hasMessage("not a port: http");
        assertThatThrownBy(() -> Main.start(arguments("--port", "65536"), Map.of(), out))
                .hasMessage("not a port: 65536");
        assertThatThrownBy(() -> Main.start(arguments("-p"), Map.of(), out)).hasMessage("usage: [--port <number>]");
    }
}
