package dev.accountconfig.simulator;

import java.io.PrintStream;
import java.util.Map;

/** The simulator as a process of its own: {@code --port 8089}, or {@code SIMULATOR_PORT}; it runs until it is killed. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        start(arguments, System.getenv(), System.out);
    }

    static Simulator start(String[] arguments, Map<String, String> environment, PrintStream out) {
        var simulator = Simulator.on(port(arguments, environment));
        out.println("LivePerson simulator listening on http://" + simulator.host());
        return simulator;
    }

    private static int port(String[] arguments, Map<String, String> environment) {
        if (arguments.length == 0) {
            return number(environment.getOrDefault("SIMULATOR_PORT", Integer.toString(Setup.USUAL_PORT)));
        }
        if (arguments.length == 2 && arguments[0].equals("--port")) {
            return number(arguments[1]);
        }
        throw new IllegalArgumentException("usage: [--port <number>]");
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("not a port: " + text);
        }
        return Integer.parseInt(text);
    }
}
