package dev.accountconfig;

import dev.accountconfig.faults.Fault;
import dev.accountconfig.faults.FaultProxy;
import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Simulator;
import java.time.Duration;

/** Everything that promise R1 says a vendor may do. */
enum Trouble {
    REFUSE(new Fault.Refuse()),
    RESET(new Fault.Reset()),
    BLACK_HOLE(new Fault.BlackHole()),
    FIVE_SECONDS_SLOW(new Mishap.Slow(Duration.ofSeconds(5))),
    DRIP(new Mishap.Drip(Duration.ofMillis(500))),
    SERVER_ERRORS(new Mishap.Fail(503, Mishap.Body.HTML)),
    TOO_MANY_REQUESTS(new Mishap.Throttle(Duration.ofSeconds(4))),
    GARBAGE(new Mishap.Garble(Mishap.Nonsense.BROKEN_JSON)),
    WRONG_CERTIFICATE(new Fault.WrongCertificate()),
    WRONG_HOST(new Fault.WrongHost()),
    NO_TLS(new Fault.PlainText()),
    FLAPPING(new Fault.Flapping(Duration.ofMillis(150), Duration.ofMillis(150)));

    private final Begin begin;

    Trouble(Fault fault) {
        begin = (vendor, requests, wire) -> wire.suffer(fault);
    }

    Trouble(Mishap mishap) {
        begin = (vendor, requests, wire) -> vendor.let(requests).suffer(mishap);
    }

    private interface Begin {
        void at(Simulator vendor, Requests requests, FaultProxy wire);
    }

    void begin(Simulator vendor, Requests requests, FaultProxy wire) {
        begin.at(vendor, requests, wire);
    }
}
