package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One table says who may pass where, and the resources agree with it. */
class ErrandTest {
    @Test
    void everyResourceMethodDeclaresWhatTheTableEnforces() {
        assertThat(DeclaredVerbs.all())
                .hasSizeGreaterThan(35)
                .allSatisfy((operation, declared) ->
                        assertThat(declared).as(operation).isEqualTo(DeclaredVerbs.enforced(operation)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET,    /v1/accounts/31415926/status,                                 READ,  31415926",
                "HEAD,   /v1/accounts/31415926/status,                                 READ,  31415926",
                "OPTIONS,/v1/accounts/31415926/status,                                 READ,  31415926",
                "POST,   /v1/accounts/31415926/occasions,                              WRITE, 31415926",
                "TRACE,  /v1/accounts/31415926/occasions,                              WRITE, 31415926",
                "BREW,   /v1/accounts/31415926/occasions,                              WRITE, 31415926",
                "GET,    /v1/accounts/31415926,                                        READ,  31415926",
                "GET,    /v1/accounts/3141%35926/status,                               READ,  31415926",
                "GET,    /v1/accounts/3141-5926/status,                                READ,  -",
                "GET,    /v1/accounts/3141%2D5926/status,                              READ,  -",
                "GET,    /v1/accounts/%2531415926/status,                              READ,  -",
                "GET,    /v1/accounts/31415926%/status,                                READ,  -",
                "GET,    /v1/accounts//status,                                         READ,  -",
                "GET,    /v1/elsewhere,                                                READ,  -",
                "GET,    /,                                                            READ,  -",
                "GET,    /api/account/31415926/configuration/le-users/skills,          READ,  31415926",
                "PUT,    /api/account/31415926/configuration/le-users/skills,          WRITE, 31415926",
                "GET,    /api/account/31415926/configuration/service/baseURI.json,     READ,  31415926",
                "GET,    /api/account/31415926/service/baseURI.json,                   -,     31415926",
                "OPTIONS,/api/account/31415926/service/baseURI.json,                   -,     31415926",
                "POST,   /api/account/31415926/service/baseURI.json,                   WRITE, 31415926",
                "GET,    /api/account/31415926/service/agentVep/baseURI.json,          -,     31415926",
                "GET,    /api/account/31415926/service/a/b/baseURI.json,               READ,  31415926",
                "GET,    /csdr/account/31415926/service/agentVep/baseURI.json,         -,     31415926",
                "GET,    /csdr/account/31415926/other,                                 READ,  31415926",
                "POST,   /api/account/31415926/login,                                  -,     31415926",
                "POST,   /api/account/31415926/logout/,                                -,     31415926",
                "GET,    /api/account/31415926/login,                                  READ,  31415926",
                "POST,   /api/account/31415926/login/more,                             WRITE, 31415926",
                "POST,   /api/account/31415926/configuration/login,                    WRITE, 31415926"
            })
    void whatAnAddressIsAboutIsReadFromMethodAndPath(String method, String path, String verb, String account) {
        Errand errand = Errand.of(method, path);
        assertThat(errand.verb() == null ? null : errand.verb().name()).isEqualTo(verb);
        assertThat(errand.account()).isEqualTo(account);
    }
}
