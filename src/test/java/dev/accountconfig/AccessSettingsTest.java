package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accountconfig.access.Caller;
import dev.accountconfig.access.Enrolment;
import dev.accountconfig.access.Verb;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lets nobody in, or somebody by mistake, is refused at the start, by key. */
class AccessSettingsTest {
    private static final Map<String, String> BOT = Map.of(
            "access.keys-file", "keys",
            "access.callers.\"bot\".accounts", "31415926",
            "access.callers.\"bot\".verbs", "read,write");

    private static AccessRules rules(Map<String, String> settings) {
        AccessSettings access = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AccessSettings.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(AccessSettings.class);
        return new AccessRules(access, Set.of(new AccountId("31415926")));
    }

    private static List<Enrolment> read(Map<String, String> settings) {
        AccessRules rules = rules(settings);
        assertThat(rules.areOpen()).isFalse();
        assertThat(rules.tokens()).isNotNull();
        return rules.enrolments(() -> 0);
    }

    @Test
    void withoutACallerThereIsNoStartUnlessItIsSaidInWords() {
        assertThatThrownBy(() -> rules(Map.of()).areOpen())
                .hasMessageStartingWith("access.callers names no caller")
                .hasMessageContaining("access.open=true");
        assertThat(rules(Map.of("access.open", "true")).areOpen()).isTrue();
    }

    @Test
    void aCallerHasItsAccountsAndVerbs() {
        Caller bot = read(BOT).get(0).caller();
        assertThat(bot.name()).isEqualTo("bot");
        assertThat(bot.has("31415926")).isTrue();
        assertThat(bot.has("27182818")).isFalse();
        assertThat(bot.may(Verb.WRITE)).isTrue();
        assertThat(bot.may(Verb.ADMIN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "access.open | true | access.open is true, and access.callers names callers",
                "access.callers.\"bot\".accounts | 27182818 | access.callers.\"bot\".accounts names 27182818",
                "access.callers.\"bot\".accounts | *,31415926 | access.callers.\"bot\".accounts names *",
                "access.callers.\"bot\".rate | 0 | access.callers.\"bot\".rate must be",
                "access.callers.\"bot\".subject | svc | access.callers.\"bot\".subject needs access.jwt.keys",
                "access.jwt.issuer | https://i.example | access.jwt.keys is required",
                "access.jwt.keys | keys.json | access.jwt.issuer is required",
                "access.jwt.keys | https://i example/jwks | access.jwt.keys is no address",
                "access.jwt.keys | https:///jwks | access.jwt.keys is an address without a host",
                "access.jwt.keys | http://i.example/jwks | access.jwt.keys must be a file or an https address",
                "access.jwt.keys | https://me:planted@i.example/jwks | access.jwt.keys must be an address without a name",
            })
    void whatCannotBeMeantIsRefusedByKey(String key, String value, String words) {
        Map<String, String> settings = new HashMap<>(BOT);
        settings.put(key, value);
        assertThatThrownBy(() -> {
                    AccessRules rules = rules(settings);
                    rules.areOpen();
                    rules.issuerAddress();
                    rules.tokens();
                    rules.enrolments(() -> 0);
                })
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(words)
                .hasMessageNotContaining("planted");
    }

    @Test
    void aSharedSecretIsNoSignature() {
        Map<String, String> settings = new HashMap<>(BOT);
        settings.putAll(Map.of(
                "access.jwt.keys", "keys.json",
                "access.jwt.issuer", "https://i.example",
                "access.jwt.audience", "us",
                "access.jwt.algorithms", "RS256,HS256"));
        assertThatThrownBy(() -> read(settings)).hasMessageStartingWith("access.jwt.algorithms must be asymmetric");
    }

    @Test
    void aCallerThatNothingCouldBeKnownByIsRefused() {
        Map<String, String> settings = new HashMap<>(BOT);
        settings.remove("access.keys-file");
        assertThatThrownBy(() -> read(settings)).hasMessageStartingWith("access.callers.\"bot\" cannot be known");
    }
}
