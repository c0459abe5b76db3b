package dev.accountconfig.liveperson;

/** The vendor's services that are called, by the case-sensitive names of its Domain API (contract 4). */
public enum VendorService {
    ACCOUNT_CONFIG_READ_ONLY("accountConfigReadOnly"),
    /** Only where something is to be changed; an account may do without. */
    ACCOUNT_CONFIG_READ_WRITE("accountConfigReadWrite"),
    /** Only where an account is signed in to with a user. */
    AGENT_VEP("agentVep"),
    /** Only where an account is signed in to with OAuth 2. */
    SENTINEL("sentinel"),
    /** The Domain API itself, which finds the others. */
    DOMAINS("domains");

    private final String wireName;

    VendorService(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
