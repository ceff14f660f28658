package io.attendant.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The direction of imports: a feature may know only what stands below it. */
class ArchitectureTest {
    private static final String ROOT = "io.attendant.";
    private static final List<String> GROUND = List.of("conversations", "identity", "shared");

    private static final List<String> ABOVE_GROUND = List.of("actions", "conversations", "identity", "shared");

    /** What each package may know besides itself. */
    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("shared", List.of()),
            Map.entry("identity", List.of("shared")),
            Map.entry("conversations", List.of("identity", "shared")),
            Map.entry("actions", GROUND),
            Map.entry("privacy", List.of("actions", "conversations", "identity", "shared")),
            Map.entry("customers", ABOVE_GROUND),
            Map.entry("catalog", GROUND),
            Map.entry("knowledge", GROUND),
            Map.entry("handoff", GROUND),
            Map.entry("orders", List.of("catalog", "customers", "actions", "conversations", "identity", "shared")),
            Map.entry(
                    "assistant",
                    List.of(
                            "orders",
                            "catalog",
                            "customers",
                            "knowledge",
                            "handoff",
                            "actions",
                            "conversations",
                            "identity",
                            "shared")),
            Map.entry("chat", List.of("assistant", "handoff", "actions", "conversations", "identity", "shared")),
            Map.entry("importing", List.of("orders", "catalog", "customers", "knowledge", "identity", "shared")),
            Map.entry("ops", List.of("shared")));

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.attendant");
    }

    static Stream<String> packages() {
        return MAY_KNOW.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packageKnowsOnlyWhatStandsBelow(String name) {
        String[] others = MAY_KNOW.keySet().stream()
                .filter(other -> !other.equals(name) && !MAY_KNOW.get(name).contains(other))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(classes);
    }

    @Test
    void everyPackageHasItsPlace() {
        classes()
                .should()
                .resideInAnyPackage(MAY_KNOW.keySet().stream()
                        .map(name -> ROOT + name + "..")
                        .toArray(String[]::new))
                .check(classes);
    }

    @Test
    void noCircles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void onlyTheAssistantKnowsTheFrameworksChatTypes() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "assistant..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.langchain4j.model..",
                        "dev.langchain4j.data..",
                        "dev.langchain4j.memory..",
                        "dev.langchain4j.service..")
                .check(classes);
    }

    @Test
    void toolsKnowNoHttp() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Tools")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")
                .check(classes);
    }
}
