package org.saisei.systemtests;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A test that names a rule of the source by {@code @Tag}, on itself or on its class. Read from the sources, so that the
 * tests of all modules count without running them; a tag in a comment, on a helper or on a disabled test does not.
 *
 * @param rule rule id, e.g. {@code S-P5}
 * @param module folder of the module, relative to the repository, with {@code /}
 * @param test {@code ClassName.methodName}; of a nested class {@code Outer.Inner.methodName}
 * @param reach how far the test goes, by its class name's ending
 */
record RuleTag(String rule, String module, String test, Reach reach) {

    enum Reach {
        /** {@code …E2E}: the packaged services. */
        SYSTEM,
        /** {@code …IT}: one service, through its HTTP API or its events. */
        SERVICE,
        /** {@code …Test}: plain Java. */
        INSIDE
    }

    static final Pattern RULE_ID = Pattern.compile("[SV]-[A-Z][0-9]+[a-z]?(\\.[0-9]+[a-z]?)?");

    private static final Set<String> TEST_ANNOTATIONS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate", "Property", "Example");

    /** All tags of rules in {@code <module>/src/test/java} folders under {@code root}. */
    static List<RuleTag> readAll(Path root) {
        List<RuleTag> found = new ArrayList<>();
        for (Path file : testSources(root)) {
            Path relative = root.relativize(file);
            String path = relative.toString().replace('\\', '/');
            String module = path.substring(0, path.indexOf("/src/test/java/"));
            for (CompilationUnitTree unit : parse(file)) {
                for (Tree type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree declared) {
                        read(declared, "", Set.of(), module, found);
                    }
                }
            }
        }
        return found;
    }

    private static List<Path> testSources(Path root) {
        try (var files = Files.find(root, 40, (file, attributes) -> {
            String path = root.relativize(file).toString().replace('\\', '/');
            return attributes.isRegularFile()
                    && path.contains("/src/test/java/")
                    && !path.startsWith("target/")
                    && !path.contains("/target/")
                    && reachOf(file.getFileName().toString().replace(".java", "")) != null;
        })) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Iterable<? extends CompilationUnitTree> parse(Path file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            return task.parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @org.jspecify.annotations.Nullable Reach reachOf(String className) {
        if (className.endsWith("E2E")) {
            return Reach.SYSTEM;
        }
        if (className.endsWith("IT")) {
            return Reach.SERVICE;
        }
        return className.endsWith("Test") ? Reach.INSIDE : null;
    }

    private static void read(ClassTree type, String outer, Set<String> inherited, String module, List<RuleTag> found) {
        if (has(type.getModifiers(), Set.of("Disabled"))) {
            return;
        }
        String name = outer + type.getSimpleName();
        Reach reach = reachOf(outer.isEmpty() ? name : outer.substring(0, outer.indexOf('.')));
        Set<String> ofClass = new TreeSet<>(inherited);
        ofClass.addAll(tags(type.getModifiers()));
        for (Tree member : type.getMembers()) {
            if (member instanceof ClassTree nested) {
                read(nested, name + ".", ofClass, module, found);
            } else if (member instanceof MethodTree method && reach != null && isRun(method)) {
                Set<String> rules = new TreeSet<>(ofClass);
                rules.addAll(tags(method.getModifiers()));
                for (String rule : rules) {
                    found.add(new RuleTag(rule, module, name + "." + method.getName(), reach));
                }
            }
        }
    }

    private static boolean isRun(MethodTree method) {
        return has(method.getModifiers(), TEST_ANNOTATIONS) && !has(method.getModifiers(), Set.of("Disabled"));
    }

    private static boolean has(ModifiersTree modifiers, Set<String> annotations) {
        return modifiers.getAnnotations().stream().anyMatch(one -> annotations.contains(nameOf(one)));
    }

    private static Set<String> tags(ModifiersTree modifiers) {
        Set<String> values = new TreeSet<>();
        modifiers.getAnnotations().forEach(annotation -> collect(annotation, values));
        values.removeIf(value -> !RULE_ID.matcher(value).matches());
        return values;
    }

    private static void collect(AnnotationTree annotation, Set<String> values) {
        String name = nameOf(annotation);
        for (ExpressionTree argument : annotation.getArguments()) {
            ExpressionTree value = argument instanceof AssignmentTree assigned ? assigned.getExpression() : argument;
            if (name.equals("Tag") && value instanceof LiteralTree literal) {
                values.add(String.valueOf(literal.getValue()));
            } else if (name.equals("Tags") && value instanceof NewArrayTree several) {
                StreamSupport.stream(several.getInitializers().spliterator(), false)
                        .filter(AnnotationTree.class::isInstance)
                        .forEach(one -> collect((AnnotationTree) one, values));
            }
        }
    }

    private static String nameOf(AnnotationTree annotation) {
        String name = annotation.getAnnotationType().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
