package dev.accountconfig.liveperson;

import java.util.Map;
import java.util.Optional;

/** Where an account's services live. */
record Hosts(Map<VendorService, VendorHost> byService) {
    Hosts {
        byService = Map.copyOf(byService);
    }

    Optional<VendorHost> of(VendorService service) {
        return Optional.ofNullable(byService.get(service));
    }
}
