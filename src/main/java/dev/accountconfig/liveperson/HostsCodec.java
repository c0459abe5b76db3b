package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accountconfig.cache.Codec;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * Hosts as a JSON object, by service. What was admitted once is asked to be admitted again: a file is no more to be trusted
 * than the Domain API, and the rules may have changed.
 */
final class HostsCodec implements Codec<Hosts> {
    private final HostRules rules;

    HostsCodec(HostRules rules) {
        this.rules = rules;
    }

    @Override
    public byte[] encode(Hosts hosts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        new EnumMap<>(hosts.byService())
                .forEach((service, host) -> object.put(service.wireName(), host.name() + ":" + host.port()));
        return (object + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Hosts decode(byte[] bytes) {
        JsonNode object = VendorJson.kept(new String(bytes, StandardCharsets.UTF_8));
        Map<VendorService, VendorHost> hosts = new EnumMap<>(VendorService.class);
        hosts.put(VendorService.ACCOUNT_CONFIG_READ_ONLY, admitted(object, VendorService.ACCOUNT_CONFIG_READ_ONLY));
        for (VendorService service : VendorService.values()) {
            if (object.has(service.wireName())) {
                hosts.put(service, admitted(object, service));
            }
        }
        return new Hosts(hosts);
    }

    private VendorHost admitted(JsonNode object, VendorService service) {
        return rules.admit(Fields.text(object, service.wireName()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "names a host that is not allowed, or none, for " + service.wireName()));
    }
}
