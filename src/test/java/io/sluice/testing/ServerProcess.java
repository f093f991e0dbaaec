package io.sluice.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server program with a folder of its own, ended with this JVM. Folders carry the number of the JVM that owns them,
 * so that a later JVM removes what one that was killed left behind.
 */
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path RUNNING =
            Path.of(System.getProperty("java.io.tmpdir"), "sluice-servers-" + System.getProperty("user.name"));

    private final List<String> command;
    private final Path folder;
    private final Thread ending = new Thread(this::end);
    private volatile Process process;

    private ServerProcess(List<String> command, Path folder) throws IOException {
        this.command = List.copyOf(command);
        this.folder = folder;
        process = begin();
    }

    private Process begin() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile())
                .start();
    }

    /** A new, empty folder for a server; short, because names of local sockets may have 107 characters only. */
    static Path newFolder(String kind) {
        try {
            Files.createDirectories(RUNNING);
            sweep();
            return Files.createTempDirectory(RUNNING, ProcessHandle.current().pid() + "-" + kind);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void sweep() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(RUNNING)) {
            folders = all.toList();
        }
        for (Path folder : folders) {
            long owner = Long.parseLong(folder.getFileName().toString().split("-")[0]);
            if (ProcessHandle.of(owner).isEmpty()) {
                endOrphan(folder);
                ServerFiles.delete(folder);
            }
        }
    }

    private static void endOrphan(Path folder) {
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(folder.toString()))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Starts a program in the foreground and waits until something listens on {@code port} of the loopback interface. */
    static ServerProcess start(List<String> command, Path folder, int port) {
        try {
            ServerProcess server = new ServerProcess(command, folder);
            Runtime.getRuntime().addShutdownHook(server.ending);
            server.await(port);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void await(int port) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!listens(port)) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                String console = console();
                end();
                throw new IllegalStateException("The server does not start: " + console);
            }
            pause();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String console() {
        try {
            return Files.readString(folder.resolve("console.log"));
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    /** Runs a program to its end. */
    static void run(List<String> command, Path log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("%s failed: %s".formatted(command.getFirst(), Files.readString(log)));
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    /** Whether a program can be run and succeeds. */
    static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the program without giving it time, as a power failure does. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Starts the program again that was killed, with the folder it had. */
    void startAgain(int port) {
        try {
            process = begin();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        await(port);
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        try {
            ServerFiles.delete(folder);
        } catch (IOException failure) {
            System.err.println("Cannot delete " + folder + ": " + failure);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(ending);
        end();
    }
}
