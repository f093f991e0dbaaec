package io.sluice.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The packaged product as a user starts it: {@code java -jar sluice.jar} on a free port of the loopback interface with
 * its home in a given folder. Starting a second one in the same home is a restart.
 */
public final class Workbench implements AutoCloseable {
    private static final String HEAP = "-Xmx512m";

    /** The second compiler takes more time than it saves while a test looks at a workbench for half a minute. */
    private static final List<String> SHORT_LIFE = List.of(HEAP, "-XX:TieredStopAtLevel=1");

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern SETUP_LINK = Pattern.compile("https?://\\S+/setup\\?\\S+");

    private final ProcessBuilder command;
    private final Process process;
    private final int port;
    private final Duration startedWithin;
    private final List<String> console;

    private Workbench(ProcessBuilder command, int port) {
        long startedAt = System.nanoTime();
        List<String> console = new CopyOnWriteArrayList<>();
        this.command = command;
        this.process = begin(command, console);
        this.port = port;
        this.console = console;
        await("an answer on port " + port, this::answers);
        startedWithin = Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Starts the packaged jar without further settings. */
    public static Workbench start(Path home) {
        return start(PackagedCommand.of(List.of(HEAP)), home, Map.of());
    }

    /**
     * Starts the product with these environment variables, for example {@code SLUICE_ADMIN_USER}: as it is prepared, for
     * speed, or where that is not possible from its jar.
     */
    public static Workbench start(Path home, Map<String, String> environment) {
        ProcessBuilder program = PreparedProduct.command().orElseGet(() -> PackagedCommand.of(SHORT_LIFE));
        program.environment().put("SLUICE_JAVA_OPTIONS", String.join(" ", SHORT_LIFE));
        return start(program, home, environment);
    }

    private static Workbench start(ProcessBuilder program, Path home, Map<String, String> environment) {
        int port = freePort();
        List<String> arguments = new ArrayList<>(program.command());
        arguments.addAll(List.of("--server.address=127.0.0.1", "--server.port=" + port));
        ProcessBuilder command = program.command(arguments).redirectErrorStream(true);
        command.environment().keySet().removeIf(Workbench::isSetting);
        command.environment().putAll(environment);
        command.environment().put("SLUICE_HOME", home.toString());
        return new Workbench(command, port);
    }

    /** The same on the same port, after its process was killed. */
    public Workbench startAgain() {
        return new Workbench(command, port);
    }

    private static Process begin(ProcessBuilder command, List<String> console) {
        try {
            Process process = command.start();
            Thread.ofVirtual().start(() -> copy(process, console));
            return process;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isSetting(String variable) {
        boolean ofProduct = variable.startsWith("SLUICE_") && !variable.equals("SLUICE_JAVA_OPTIONS");
        return ofProduct || variable.startsWith("SERVER_");
    }

    /** The packaged product, as the build made it. */
    public static Path jar() {
        Path jar =
                Path.of(System.getProperty("sluice.jar", "target/sluice.jar")).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("The product is not packaged: " + jar + " is missing. Run ./mvnw verify.");
        }
        return jar;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(Process process, List<String> console) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(console::add);
        } catch (IOException | UncheckedIOException ended) {
            console.add("(console closed: " + ended.getMessage() + ")");
        }
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("/")))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the product started", stopped);
        }
    }

    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                String state = process.isAlive() ? "waited " + PATIENCE.toSeconds() + " s" : "the process ended";
                close();
                throw new AssertionError("No " + what + ": " + state + ". Console:\n" + String.join("\n", console));
            }
            pause();
        }
    }

    private void pause() {
        try {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the product", stopped);
        }
    }

    /** The address of a page: {@code url("/sign-in")}. */
    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** The one-time link of a first start, as printed on the console, on this workbench's address. */
    public String setupLink() {
        await("set-up link on the console", () -> findSetupLink() != null);
        URI link = URI.create(Objects.requireNonNull(findSetupLink()));
        return url(link.getRawPath() + "?" + link.getRawQuery());
    }

    private @Nullable String findSetupLink() {
        for (String line : console) {
            Matcher link = SETUP_LINK.matcher(line);
            if (link.find()) {
                return link.group();
            }
        }
        return null;
    }

    /** Everything printed so far. */
    public List<String> console() {
        return List.copyOf(console);
    }

    /** Time from the start of the process to its first answer. */
    public Duration startedWithin() {
        return startedWithin;
    }

    /** The process, for tests that watch or kill it. */
    public Process process() {
        return process;
    }

    /** Stops the product as the operating system would, and waits for its end. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
