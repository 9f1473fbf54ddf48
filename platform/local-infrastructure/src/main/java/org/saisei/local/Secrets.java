package org.saisei.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Secrets of one machine: made at random when first asked for, kept in files that only their owner reads. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    /** Keeps secrets in {@code folder}, created when missing. */
    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** The password of that name: 32 characters that need no quoting in SQL, a shell or a URL. */
    public String password(String name) {
        return kept(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(random(24)));
    }

    /** The key of that name: 32 random bytes in Base64. */
    public String key(String name) {
        return kept(name, () -> Base64.getEncoder().encodeToString(random(32)));
    }

    /** The text kept under that name, made by {@code maker} if there is none yet. */
    synchronized String kept(String name, Supplier<String> maker) {
        try {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                createFolder();
                Path fresh = Files.createTempFile(
                        folder,
                        name,
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, maker.get());
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + name + " cannot be kept in " + folder, e);
        }
    }

    private void createFolder() throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static byte[] random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return value;
    }
}
