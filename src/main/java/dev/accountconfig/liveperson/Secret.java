package dev.accountconfig.liveperson;

/** Something that must never be seen: not in a log, an error, a metric or a debugger's line. */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "***";
    }
}
