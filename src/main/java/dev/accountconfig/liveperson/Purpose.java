package dev.accountconfig.liveperson;

import java.util.Locale;

/** What a vendor call is for, and the service that serves it. */
public enum Purpose {
    DOMAINS(VendorService.DOMAINS),
    LOGIN(VendorService.AGENT_VEP),
    /** Of a user's session, so that it does not end for being idle. */
    REFRESH(VendorService.AGENT_VEP),
    LOGOUT(VendorService.AGENT_VEP),
    /** OAuth 2. */
    TOKEN(VendorService.SENTINEL),
    OCCASIONS(VendorService.ACCOUNT_CONFIG_READ_ONLY),
    WORKDAYS(VendorService.ACCOUNT_CONFIG_READ_ONLY),
    SKILLS(VendorService.ACCOUNT_CONFIG_READ_ONLY),
    /** Any other resource of accountConfig, told apart from the others by nothing that callers can invent. */
    DOCUMENT(VendorService.ACCOUNT_CONFIG_READ_ONLY),

    /** A collection or another resource, where the read-only host may lag behind a change. */
    LATEST(VendorService.ACCOUNT_CONFIG_READ_WRITE),
    /** A change of anything in accountConfig. */
    CHANGE(VendorService.ACCOUNT_CONFIG_READ_WRITE),
    /** A caller's own write. What is said to it is kept to the letter. */
    PASSED_ON(VendorService.ACCOUNT_CONFIG_READ_WRITE);

    private final VendorService service;

    Purpose(VendorService service) {
        this.service = service;
    }

    public VendorService service() {
        return service;
    }

    /** As a value of the {@code purpose} label. */
    public String word() {
        return this == DOCUMENT ? "other" : name().toLowerCase(Locale.ROOT);
    }
}
