package dev.accountconfig;

import dev.accountconfig.liveperson.Domains;
import dev.accountconfig.liveperson.Floors;
import dev.accountconfig.liveperson.Keyring;
import dev.accountconfig.liveperson.Sessions;
import dev.accountconfig.liveperson.Standings;
import dev.accountconfig.liveperson.VendorCalls;
import dev.accountconfig.schedule.AccountId;
import java.util.Set;

/**
 * The vendor's side of the house.
 *
 * @param documents for addresses that callers choose
 */
record Upstream(
        Keyring keyring,
        Domains domains,
        Sessions sessions,
        Standings standings,
        VendorCalls signedIn,
        VendorCalls documents,
        Floors floors) {
    Set<AccountId> accounts() {
        return keyring.accounts();
    }
}
