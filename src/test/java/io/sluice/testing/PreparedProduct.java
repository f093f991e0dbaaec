package io.sluice.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;

/**
 * The product as {@code prepare} makes it, once for all tests: browser tests start the workbench many times, and from here
 * in half the time. Its folder has a blank and a quote in its name.
 */
public final class PreparedProduct {
    private static final int OLDEST_JAVA = 24;

    private final Path folder;
    private final int status;
    private final String output;

    private PreparedProduct(Path folder, int status, String output) {
        this.folder = folder;
        this.status = status;
        this.output = output;
    }

    private static final class Shared {
        static final PreparedProduct PRODUCT = prepare();
    }

    public static PreparedProduct shared() {
        return Shared.PRODUCT;
    }

    /** Starts it; empty where this Java cannot prepare it, or it is not packaged. */
    static Optional<ProcessBuilder> command() {
        if (Runtime.version().feature() < OLDEST_JAVA || !isPackaged()) {
            return Optional.empty();
        }
        PreparedProduct product = shared();
        if (product.status != 0) {
            throw new IllegalStateException("The product was not prepared:\n" + product.output);
        }
        return Optional.of(new ProcessBuilder(product.folder.resolve("sluice").toString()));
    }

    private static boolean isPackaged() {
        try (JarFile jar = new JarFile(Workbench.jar().toFile())) {
            return jar.getEntry("BOOT-INF/") != null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PreparedProduct prepare() {
        try {
            Path place = Files.createTempDirectory("sluice-prepared");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(place)));
            Path folder = place.resolve("Lin's folder");
            Path failing = Files.writeString(place.resolve("failing.json"), "{}");
            Process process = PackagedCommand.of(List.of(), "prepare", folder.toString(), "--job", failing.toString())
                    .redirectErrorStream(true)
                    .start();
            String output = PackagedCommand.output(process);
            return new PreparedProduct(folder, process.waitFor(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the product was prepared", stopped);
        }
    }

    private static void delete(Path folder) {
        try {
            ServerFiles.delete(folder);
        } catch (IOException inUse) {
            System.err.println("Left behind: " + folder);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Exit status of the preparation. */
    public int status() {
        return status;
    }

    /** What the preparation printed. */
    public String output() {
        return output;
    }
}
