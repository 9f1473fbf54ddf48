package org.saisei.kit.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The architecture of a service as rules over its classes. */
public final class HouseRules {
    private static final Set<String> ADAPTERS = Set.of("http", "messaging", "persistence");
    private static final String[] PLAIN = {
        "java.lang..",
        "java.math..",
        "java.time..",
        "java.util..",
        "java.text..",
        "java.nio.charset..",
        "org.jspecify..",
        "org.saisei.kit.access..",
        "org.saisei.kit.audit..",
        "org.saisei.kit.crypto..",
        "org.saisei.kit.id..",
        "org.saisei.kit.time..",
        "jakarta.inject..",
        "jakarta.enterprise..",
        "jakarta.transaction.."
    };
    private static final String[] CONTAINER = {"jakarta.inject..", "jakarta.enterprise..", "jakarta.transaction.."};

    private final String base;
    private final Pattern place;

    private HouseRules(String base) {
        this.base = base;
        this.place = Pattern.compile(Pattern.quote(base) + "\\.([a-z]+)(?:\\.([a-z]+))?");
    }

    /** Checks all rules on the production classes below the base package; throws AssertionError at the first broken one. */
    public static void check(String base) {
        JavaClasses found = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(base);
        rules(base).values().forEach(rule -> rule.check(found));
    }

    /** The rules by name; none holds for an empty set of classes. */
    public static Map<String, ArchRule> rules(String base) {
        return new HouseRules(base).rules();
    }

    private Map<String, ArchRule> rules() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "roots are plain",
                classes()
                        .that(areInRoots())
                        .should()
                        .onlyDependOnClassesThat(
                                describe("are plain Java, the kit's plain types or other roots", this::isPlainOrRoot))
                        .because("the rules of the domain are read and tested without any framework"));
        rules.put(
                "only acts know the container",
                noClasses()
                        .that(areInRoots())
                        .and(describe("are no acts", type -> !isAct(type)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(CONTAINER)
                        .because("transactions and injection live in the acts"));
        rules.put(
                "adapters are package-private",
                classes()
                        .that(areInAdapters())
                        .and(describe(
                                "are top-level",
                                type -> type.getEnclosingClass().isEmpty()
                                        && !type.getSimpleName().equals("package-info")))
                        .should()
                        .notBePublic()
                        .because("an adapter is reached through its port only"));
        for (var adapter : ADAPTERS) {
            rules.put(
                    adapter + " depends inwards only",
                    noClasses()
                            .that(describe("are in " + adapter, type -> adapter.equals(adapterOf(type))))
                            .should()
                            .dependOnClassesThat(describe(
                                    "are in another kind of adapter",
                                    type -> ADAPTERS.contains(adapterOf(type)) && !adapter.equals(adapterOf(type))))
                            .because("data flows http or messaging, act, domain, port, persistence"));
        }
        rules.put(
                "time and randomness are injected",
                noClasses()
                        .that()
                        .resideInAPackage(base + "..")
                        .should()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(java.time.LocalDate.class, "now")
                        .orShould()
                        .callMethod(java.util.UUID.class, "randomUUID")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .because("every test is repeatable"));
        return rules;
    }

    private boolean isPlainOrRoot(JavaClass type) {
        var component = type.getBaseComponentType();
        return component.isPrimitive()
                || isRoot(component)
                || JavaClass.Predicates.resideInAnyPackage(PLAIN).test(component);
    }

    private DescribedPredicate<JavaClass> areInRoots() {
        return describe("are in a feature's root", this::isRoot);
    }

    private DescribedPredicate<JavaClass> areInAdapters() {
        return describe("are in an adapter", type -> ADAPTERS.contains(adapterOf(type)));
    }

    /** A package below a feature's root that is no adapter belongs to the root: it has no leave to know more. */
    private boolean isRoot(JavaClass type) {
        return place.matcher(type.getPackageName()).matches() && !ADAPTERS.contains(adapterOf(type));
    }

    private String adapterOf(JavaClass type) {
        var matcher = place.matcher(type.getPackageName());
        return matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
    }

    private static boolean isAct(JavaClass type) {
        return type.isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
                || type.getEnclosingClass().map(HouseRules::isAct).orElse(false);
    }
}
