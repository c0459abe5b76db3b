package dev.accountconfig;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** The arrows of the house, and no others; and the libraries of each room. */
@AnalyzeClasses(packages = "dev.accountconfig", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String US = "dev.accountconfig";
    /** The empty package is where primitives and their arrays live. */
    private static final String[] ALWAYS = {"", "java.lang..", "java.util..", "java.time..", "org.jspecify.."};

    @ArchTest
    static final ArchRule scheduleIsPure = room("schedule", "java.nio.charset");

    @ArchTest
    static final ArchRule documentKnowsWhoseItIs =
            room("document", "dev.accountconfig.schedule", "com.fasterxml.jackson.core..", "java.io..", "java.nio..");

    @ArchTest
    static final ArchRule cacheKnowsNoVendorNoHttpAndNoJson = room(
            "cache",
            "com.github.benmanes.caffeine..",
            "io.smallrye.mutiny..",
            "java.io..",
            "java.nio..",
            "java.security..");

    @ArchTest
    static final ArchRule accessKnowsNobodyNoHttpAndNoFile = room(
            "access",
            "com.github.benmanes.caffeine..",
            "org.jose4j..",
            "java.io",
            "java.nio",
            "java.nio.charset..",
            "java.security..",
            "javax.security.auth.x500..");

    @ArchTest
    static final ArchRule livePersonKnowsScheduleDocumentAndCache = room(
            "liveperson",
            "dev.accountconfig.schedule",
            "dev.accountconfig.document",
            "dev.accountconfig.cache",
            "io.smallrye.mutiny..",
            "io.vertx.core..",
            "com.fasterxml.jackson..",
            "io.smallrye.faulttolerance.api..",
            "org.eclipse.microprofile.faulttolerance..",
            "jakarta.enterprise.util..",
            "java.io..",
            "java.math..",
            "java.net..",
            "java.nio.file..",
            "java.nio.charset..",
            "java.security..",
            "javax.crypto..",
            "javax.net.ssl..");

    @ArchTest
    static final ArchRule apiKnowsScheduleDocumentCacheAndAccess = room(
            "api",
            "dev.accountconfig.access",
            "dev.accountconfig.schedule",
            "dev.accountconfig.document",
            "dev.accountconfig.cache",
            "jakarta.ws.rs..",
            "jakarta.enterprise.event..",
            "jakarta.inject..",
            "org.jboss.resteasy.reactive..",
            "io.smallrye.mutiny..",
            "io.vertx..",
            "io.netty..",
            "io.quarkus.vertx..",
            "com.fasterxml.jackson..",
            "com.github.benmanes.caffeine..",
            "javax.net.ssl..",
            "org.eclipse.microprofile.openapi..",
            "org.jboss.logging..",
            "biweekly..",
            "com.github.mangstadt.vinnie..",
            "java.io..",
            "java.net..",
            "java.security..",
            "java.nio..");

    @ArchTest
    static final ArchRule metricsListensToCacheAndLivePerson = room(
            "metrics",
            "dev.accountconfig.cache",
            "dev.accountconfig.liveperson",
            "dev.accountconfig.schedule",
            "io.micrometer..",
            "org.eclipse.microprofile.health..",
            "java.nio.file..",
            "org.jboss.logging..");

    @ArchTest
    static final ArchRule theSimulatorKnowsNobody = room(
            "simulator",
            "io.vertx..",
            "io.netty..",
            "com.fasterxml.jackson..",
            "java.io..",
            "java.net..",
            "java.nio..",
            "java.security..",
            "javax.crypto..",
            "io.quarkus.runtime..",
            "jakarta..",
            "org.eclipse.microprofile.config..",
            "io.smallrye.config..");

    @ArchTest
    static final ArchRule nobodyKnowsTheSimulator = noClasses()
            .that(not(resideInAPackage(US + ".simulator..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(US + ".simulator..");

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching(US + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheWorldReadsRealTimeAndRollsRealDice = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(US + ".World")
            .and(not(resideInAPackage(US + ".simulator..")))
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(ThreadLocalRandom.class, "current")
            .orShould()
            .callConstructor(Random.class);

    @ArchTest
    static final ArchRule namesAreOfTheDomain =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Processor|Impl|Handler|Data)$");

    private static ArchRule room(String name, String... furniture) {
        List<String> allowed = new ArrayList<>(List.of(ALWAYS));
        allowed.add(US + "." + name + "..");
        allowed.addAll(List.of(furniture));
        return classes()
                .that()
                .resideInAPackage(US + "." + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new));
    }
}
