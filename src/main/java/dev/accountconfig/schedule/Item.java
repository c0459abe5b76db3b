package dev.accountconfig.schedule;

/** One configured object of an account. */
public interface Item {
    /** Unique in its collection, a positive long. */
    long id();

    String name();

    /** Soft deletion: the vendor keeps the object and leaves it out of its lists (contract 1.8). */
    boolean deleted();
}
