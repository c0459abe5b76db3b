package dev.accountconfig.schedule;

/** An item beside the JSON it was read from, which keeps the fields that are not modelled here. */
public record Sourced<T extends Item>(T item, Packed source) {
    public Sourced(T item, String json) {
        this(item, Packed.of(json));
    }

    public String json() {
        return source.text();
    }
}
