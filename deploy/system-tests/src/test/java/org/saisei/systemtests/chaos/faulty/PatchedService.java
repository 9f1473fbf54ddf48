package org.saisei.systemtests.chaos.faulty;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A copy of a packaged service in which some of the kit's classes are others. */
public final class PatchedService {
    private static final String KIT = "org.saisei.service-kit-";
    private static final String SOURCES = "/src/main/java/";

    private PatchedService() {}

    /**
     * @param application the packaged service, a folder such as {@code target/quarkus-app}; it stays as it is
     * @param copy a folder that is not there yet
     * @return the copy
     * @throws IllegalStateException if the sources do not compile
     */
    public static Path make(FaultyBuild build, Path repository, Path application, Path copy) {
        try {
            copy(application, copy);
            var classes = compile(
                    build.sources(repository), application, copy.resolveSibling(copy.getFileName() + "-classes"));
            var patched = new ArrayList<Path>();
            patched.add(kit(copy));
            // where the packaging has changed a class, that one is loaded and not the kit's
            patched.add(copy.resolve("quarkus/transformed-bytecode.jar"));
            for (var jar : patched) {
                replace(jar, application.resolve(copy.relativize(jar)), classes, jar.equals(kit(copy)));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Links, as it is a hundred megabytes and more. */
    private static void copy(Path application, Path copy) throws IOException {
        try (var files = Files.walk(application)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = copy.resolve(application.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createLink(target, file);
                }
            }
        }
    }

    private static Path kit(Path application) throws IOException {
        try (var jars = Files.list(application.resolve("lib/main"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(KIT))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no kit in " + application));
        }
    }

    /** @return the folder of the classes */
    private static Path compile(Map<Path, String> sources, Path application, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Files.createDirectories(classes);
        var told = new StringWriter();
        var options = List.of(
                "-d",
                classes.toString(),
                "--release",
                "21",
                "-proc:none",
                "-parameters",
                "-nowarn",
                "-classpath",
                classPath(application));
        var units = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        if (!compiler.getTask(told, null, null, options, null, units).call()) {
            throw new IllegalStateException("does not compile:\n" + told);
        }
        return classes;
    }

    private static String classPath(Path application) throws IOException {
        try (var jars = Files.walk(application.resolve("lib"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** @param all also classes that the jar does not have yet */
    private static void replace(Path jar, Path original, Path classes, boolean all) throws IOException {
        // the link would change the packaged service along with its copy
        Files.delete(jar);
        Files.copy(original, jar);
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
                var files = Files.walk(classes)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                var entry =
                        inside.getPath("/" + classes.relativize(file).toString().replace('\\', '/'));
                if (all || Files.exists(entry)) {
                    Files.copy(file, entry, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Path file, String text) {
            super(named(file), Kind.SOURCE);
            this.text = text;
        }

        private static URI named(Path file) {
            var path = file.toUri().getPath();
            return URI.create("string:///" + path.substring(path.indexOf(SOURCES) + SOURCES.length()));
        }

        @Override
        public @Nullable CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
