package org.saisei.systemtests;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which topics the services read, by their {@code application.properties}. */
public final class Subscriptions {
    private static final Pattern INCOMING = Pattern.compile("mp\\.messaging\\.incoming\\..+\\.topic");

    private Subscriptions() {}

    /** By folder of the service. */
    public static SortedMap<String, SortedSet<String>> of(Path root) throws IOException {
        SortedMap<String, SortedSet<String>> read = new TreeMap<>();
        try (var services = Files.newDirectoryStream(root, "*-service")) {
            for (Path service : services) {
                var properties = properties(service);
                SortedSet<String> topics = new TreeSet<>();
                properties.stringPropertyNames().stream()
                        .filter(name -> INCOMING.matcher(name).matches())
                        .forEach(name -> topics.add(properties.getProperty(name)));
                read.put(properties.getProperty("quarkus.application.name"), topics);
            }
        }
        return read;
    }

    static Properties properties(Path service) throws IOException {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(service.resolve("src/main/resources/application.properties"))) {
            properties.load(in);
        }
        return properties;
    }
}
