package org.saisei.eligibility.protocol;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.implementation.MethodDelegation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Takes each criterion of the catalogue out in turn and sees a test with its tag fail: the tests in plain Java run again
 * on this service's classes loaded anew, in which {@link Judge} finds that criterion satisfied whatever is the case; of a
 * {@link PriorityRule}, in which it makes no groups.
 */
class EachCriterionTakenOutTest {

    static Stream<String> criteria() {
        return AllProtocols.ALL.stream()
                .flatMap(protocol -> protocol.catalogue().stream())
                .map(CriterionInfo::id)
                .distinct();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("criteria")
    void withoutTheCriterionATestWithItsTagFails(String criterion) throws ReflectiveOperationException {
        var summary = run(criterion, TagFilter.includeTags(criterion));

        assertThat(summary.getTestsStartedCount()).as("tests with the tag").isPositive();
        assertThat(summary.getTestsFailedCount())
                .as("of %s tests those that fail", summary.getTestsStartedCount())
                .isPositive();
    }

    @Test
    void withEveryCriterionInPlaceTheTestsPass() throws ReflectiveOperationException {
        var summary = run(null, TagFilter.includeTags(criteria().toList()));

        assertThat(summary.getFailures())
                .extracting(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
                .isEmpty();
    }

    private static TestExecutionSummary run(@Nullable String takenOut, Filter<?> tags)
            throws ReflectiveOperationException {
        var parent = EachCriterionTakenOutTest.class.getClassLoader();
        var anew = new LoadedAnew(Objects.requireNonNull(parent), takenOut);
        anew.loadClass(TakenOut.class.getName())
                .getMethod("takeOut", String.class)
                .invoke(null, takenOut);
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("org.saisei.eligibility"))
                .filters(
                        ClassNameFilter.includeClassNamePatterns(".*Test"),
                        ClassNameFilter.excludeClassNamePatterns(EachCriterionTakenOutTest.class.getName()),
                        tags)
                .enableImplicitConfigurationParameters(false)
                .build();
        // of this JVM's engines, listeners and filters none: they belong to the run that this test is part of
        var launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
        var listener = new SummaryGeneratingListener();
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(anew);
        try {
            launcher.execute(request, listener);
        } finally {
            thread.setContextClassLoader(before);
        }
        return listener.getSummary();
    }

    /** This service's classes and tests, defined again. */
    private static final class LoadedAnew extends ClassLoader {
        private final Set<String> rankings;

        private LoadedAnew(ClassLoader parent, @Nullable String takenOut) {
            super(parent);
            this.rankings = AllProtocols.ALL.stream()
                    .flatMap(protocol -> protocol.priority().stream())
                    .filter(rule -> rule.info().id().equals(takenOut))
                    .map(rule -> rule.getClass().getName())
                    .collect(Collectors.toSet());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith("org.saisei.eligibility.")) {
                    return super.loadClass(name, resolve);
                }
                var loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (var file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                var defined = changed(name, file.readAllBytes());
                return defineClass(name, defined, 0, defined.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        private byte[] changed(String name, byte[] bytes) throws ClassNotFoundException {
            if (name.equals(Judge.class.getName())) {
                return redirected(Judge.class, bytes, "one", "one");
            }
            return rankings.contains(name)
                    ? redirected(Class.forName(name, false, getParent()), bytes, "groups", "noGroups")
                    : bytes;
        }

        private static byte[] redirected(Class<?> type, byte[] bytes, String method, String to) {
            return new ByteBuddy()
                    .redefine(type, ClassFileLocator.Simple.of(type.getName(), bytes))
                    .method(named(method))
                    .intercept(MethodDelegation.withDefaultConfiguration()
                            .filter(named(to))
                            .to(TakenOut.class))
                    .make()
                    .getBytes();
        }
    }
}
