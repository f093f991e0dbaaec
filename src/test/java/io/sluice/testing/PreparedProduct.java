package io.sluice.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;

/**
 * The product as {@code prepare} makes it beside its jar, once for all JVMs with tests: browser tests start the workbench
 * many times, and from here in half the time. Its folder has a blank and a quote in its name.
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
        Path place = Workbench.jar().resolveSibling("prepared");
        return ServerFiles.alone(place.resolveSibling("prepared.lock"), () -> prepareIn(place));
    }

    /** Unless another JVM has done so from the same jar. */
    private static PreparedProduct prepareIn(Path place) throws IOException {
        Path memory = place.resolve("product.properties");
        Properties product = load(memory);
        Path jar = Workbench.jar();
        String origin = "%s of %s, Java %s".formatted(jar, Files.getLastModifiedTime(jar), Runtime.version());
        Path folder = place.resolve("Lin's folder");
        if (!origin.equals(product.getProperty("origin"))) {
            ServerFiles.delete(place);
            Files.createDirectories(place);
            Path failing = Files.writeString(place.resolve("failing.json"), "{}");
            Process process = PackagedCommand.of(List.of(), "prepare", folder.toString(), "--job", failing.toString())
                    .redirectErrorStream(true)
                    .start();
            product.setProperty("output", PackagedCommand.output(process));
            product.setProperty(
                    "status", Integer.toString(process.onExit().join().exitValue()));
            product.setProperty("origin", origin);
            if (product.getProperty("status").equals("0")) {
                store(product, memory);
            }
        }
        return new PreparedProduct(
                folder, Integer.parseInt(product.getProperty("status")), product.getProperty("output"));
    }

    private static Properties load(Path memory) throws IOException {
        Properties product = new Properties();
        if (Files.exists(memory)) {
            try (Reader file = Files.newBufferedReader(memory)) {
                product.load(file);
            }
        }
        return product;
    }

    private static void store(Properties product, Path memory) throws IOException {
        try (Writer file = Files.newBufferedWriter(memory)) {
            product.store(file, null);
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
