package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accountconfig.cache.FileArchive;
import dev.accountconfig.liveperson.Credentials;
import dev.accountconfig.liveperson.Secret;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be served with is refused at the start, by key. */
class SettingsTest {
    private static final String USER = "liveperson.accounts.\"31415926\".credentials.username";
    private static final String PASSWORD = "liveperson.accounts.\"31415926\".credentials.password";
    private static final String PASSWORD_FILE = "liveperson.accounts.\"31415926\".credentials.password-file";

    @TempDir
    Path directory;

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LivePersonSettings.class)
                .withMapping(ApiSettings.class)
                .withMapping(CacheSettings.class)
                .withMapping(UpstreamSettings.class)
                .withDefaultValues(settings)
                .build();
    }

    private static Map<AccountId, Credentials> credentials(Map<String, String> settings) {
        return AccountSettings.credentials(config(settings).getConfigMapping(LivePersonSettings.class));
    }

    @Test
    void aPasswordComesFromAFileAndItsLineEndIsNotPartOfIt() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "s3cret\n");
        Credentials.Login login =
                (Credentials.Login) credentials(Map.of(USER, "u", PASSWORD_FILE, file.toString(), PASSWORD, "other"))
                        .get(new AccountId("31415926"));
        assertThat(login.username()).isEqualTo("u");
        assertThat(login.password().reveal()).isEqualTo("s3cret");
    }

    @Test
    void aPasswordMayStandInTheEnvironmentWhereThereIsNoFile() {
        assertThat(credentials(Map.of(USER, "u", PASSWORD, "s3cret")))
                .containsValue(new Credentials.Login("u", new Secret("s3cret")));
    }

    @Test
    void noPasswordAtAllIsRefusedByKey() {
        assertThatThrownBy(() -> credentials(Map.of(USER, "u")))
                .hasMessageContaining(PASSWORD_FILE)
                .hasMessageContaining("required");
    }

    @Test
    void aPasswordFileThatIsMissingOrEmptyIsRefusedByKeyAndPath() throws IOException {
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> credentials(Map.of(USER, "u", PASSWORD_FILE, missing.toString())))
                .hasMessageContaining(PASSWORD_FILE)
                .hasMessageContaining("missing");
        Path empty = Files.writeString(directory.resolve("empty"), "\n");
        assertThatThrownBy(() -> credentials(Map.of(USER, "u", PASSWORD_FILE, empty.toString())))
                .hasMessageContaining("which is empty");
    }

    private static Map<String, String> keys(String... keysAndValues) {
        Map<String, String> keys = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            keys.put(Kinds.key("31415926", keysAndValues[i]), keysAndValues[i + 1]);
        }
        return keys;
    }

    @Test
    void eachKindIsMadeOfItsOwnKeys() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), "filed\n");
        assertThat(credentials(keys(
                        "kind", "oauth1",
                        "app-key", "a",
                        "secret-file", file.toString(),
                        "access-token", "t",
                        "access-token-secret", "ts")))
                .containsValue(new Credentials.ApiKey("a", new Secret("filed"), "t", new Secret("ts")));
        assertThat(credentials(keys("kind", "oauth2", "client-id", "c", "client-secret-file", file.toString())))
                .containsValue(new Credentials.ClientCredentials("c", new Secret("filed"), null));
        assertThat(credentials(keys("kind", "oauth2", "client-id", "c", "client-secret", "s", "scope", "a b")))
                .containsValue(new Credentials.ClientCredentials("c", new Secret("s"), "a b"));
    }

    @ParameterizedTest
    @CsvSource({
        "login, username, is required for credentials of the kind login",
        "oauth1, app-key, is required for credentials of the kind oauth1",
        "oauth1, access-token, is required for credentials of the kind oauth1",
        "oauth1, access-token-secret-file, 'is required, or .access-token-secret'",
        "oauth2, client-id, is required for credentials of the kind oauth2",
        "oauth2, client-secret-file, 'is required, or .client-secret'"
    })
    void whatAKindLacksIsRefusedByKey(String kind, String missing, String words) {
        Map<String, String> complete = keys("kind", kind);
        switch (kind) {
            case "login" -> complete.putAll(keys("username", "u", "password", "p"));
            case "oauth1" ->
                complete.putAll(keys("app-key", "a", "secret", "s", "access-token", "t", "access-token-secret", "ts"));
            default -> complete.putAll(keys("client-id", "c", "client-secret", "s"));
        }
        keys(missing.replace("-file", ""), "").keySet().forEach(complete::remove);
        assertThatThrownBy(() -> credentials(complete))
                .isInstanceOf(SettingsException.class)
                .hasMessage(Kinds.key("31415926", missing) + " " + words);
    }

    @ParameterizedTest
    @CsvSource({
        "login, app-key",
        "login, scope",
        "oauth1, password-file",
        "oauth1, client-id",
        "oauth2, username",
        "oauth2, access-token-secret",
        "oauth2, secret-file"
    })
    void whatBelongsToAnotherKindIsRefusedByKey(String kind, String foreign) {
        assertThatThrownBy(() -> credentials(keys("kind", kind, foreign, "x")))
                .isInstanceOf(SettingsException.class)
                .hasMessage(Kinds.key("31415926", foreign) + " is not for credentials of the kind " + kind);
    }

    @Test
    void noAccountIsRefused() {
        assertThatThrownBy(() -> credentials(Map.of())).hasMessageContaining("liveperson.accounts names no account");
    }

    @Test
    void anAccountIdThatIsNoneIsRefused() {
        assertThatThrownBy(() -> credentials(Map.of(
                        "liveperson.accounts.\"a-b\".credentials.username", "u",
                        "liveperson.accounts.\"a-b\".credentials.password", "p")))
                .hasMessageContaining("liveperson.accounts.\"a-b\"")
                .hasMessageContaining("1 to 20 letters");
    }

    @ParameterizedTest
    @CsvSource({
        "liveperson.domains-fresh, 0s",
        "cache.fresh, 0s",
        "cache.fresh, 4000d",
        "upstream.connect, 2h",
        "cache.stale-while-revalidate, -1s",
        "cache.stale-if-error, -1s",
        "cache.negative, -1s",
        "cache.patience, 0s",
        "cache.max-entries, 0",
        "cache.directory, pom.xml",
        "cache.documents-max-bytes, 0",
        "api.rehearsal, 2m",
        "upstream.connect, 0s",
        "upstream.deadline, 0s",
        "upstream.retry-delay, -1s",
        "upstream.body-limit, 65M",
        "upstream.connections, 0",
        "upstream.breaker.window, 0",
        "upstream.breaker.failure-ratio, 1.1",
        "upstream.breaker.open-for, -1s"
    })
    void aNumberThatMakesNoSenseIsRefusedByKey(String key, String value) {
        SmallRyeConfig config = config(Map.of(key, value));
        assertThatThrownBy(() -> {
                    SettingsRules.check(config.getConfigMapping(LivePersonSettings.class));
                    SettingsRules.check(config.getConfigMapping(CacheSettings.class));
                    SettingsRules.check(config.getConfigMapping(ApiSettings.class));
                    SettingsRules.check(config.getConfigMapping(UpstreamSettings.class));
                })
                .hasMessageStartingWith(key + " must");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://hours.example.com", "hours.example.com/", "a b", "-x", "h:123456"})
    void aPublicHostIsAHostAndNothingElse(String host) {
        ApiSettings api = config(Map.of("api.public-host", host)).getConfigMapping(ApiSettings.class);
        assertThatThrownBy(() -> FrontWiring.publicHost(api)).hasMessageStartingWith("api.public-host must be a host");
    }

    @Test
    void withoutADirectoryMemoryIsAllThereIs() {
        assertThat(config(Map.of()).getConfigMapping(CacheSettings.class).directory())
                .isEmpty();
    }

    @Test
    void aDirectoryThatCannotBeMadeOrWrittenToIsRefusedByKey() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        CacheSettings cache = config(
                        Map.of("cache.directory", file.resolve("below").toString()))
                .getConfigMapping(CacheSettings.class);
        FileArchive.Surroundings surroundings =
                new FileArchive.Surroundings(InstantSource.system(), Runnable::run, (fate, name, of, words) -> {});
        assertThatThrownBy(() -> ArchiveSettings.archive(cache, Set.of("occasions"), Set.of(), surroundings))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("cache.directory names " + file)
                .hasMessageContaining("cannot be written to");
    }

    @Test
    void theDefaultsKeepToTheRules() {
        SettingsRules.check(config(Map.of()).getConfigMapping(CacheSettings.class));
        SettingsRules.check(config(Map.of()).getConfigMapping(UpstreamSettings.class));
    }
}
