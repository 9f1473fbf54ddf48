package org.saisei.systemtests;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout the tests run in. */
public final class Repository {
    private Repository() {}

    /** The nearest folder upwards that has the list of claims. */
    public static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(Traceability.CLAIMS))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside the repository");
    }
}
