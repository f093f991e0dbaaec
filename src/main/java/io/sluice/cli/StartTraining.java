package io.sluice.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Goes through the starts that {@code prepare} makes faster. */
final class StartTraining {
    private static final int NOT_YET = 0;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private StartTraining() {}

    /** Runs jobs in a process of their own; false when one of those that were asked for failed. */
    static boolean ofCommands(List<String> java, List<Path> jobs)
            throws IOException, InvalidInput, InterruptedException {
        Path folder = Files.createTempDirectory("sluice-prepare");
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(TrainingRun.class.getName(), folder.toString()));
        jobs.forEach(job -> command.add(job.toAbsolutePath().toString()));
        try (TrainedProcess process = TrainedProcess.start(command, folder)) {
            int status = process.end();
            if (status != ExitCode.SUCCEEDED && status != TrainingRun.JOB_FAILED) {
                throw process.failed();
            }
            return status == ExitCode.SUCCEEDED;
        } finally {
            delete(folder);
        }
    }

    /** Starts a workbench with a store of its own, asks it for its first page and ends it. */
    static void ofWorkbench(List<String> java) throws IOException, InvalidInput, InterruptedException {
        Path folder = Files.createTempDirectory("sluice-prepare");
        String address = InetAddress.getLoopbackAddress().getHostAddress();
        int port = freePort();
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(
                "io.sluice.Start",
                "--server.address=" + address,
                "--server.port=" + port,
                "--sluice.home=" + folder.resolve("home")));
        try (TrainedProcess process = TrainedProcess.start(command, folder)) {
            awaitPage(process, URI.create("http://" + address + ":" + port + "/sign-in"));
            process.stop();
            process.end();
        } finally {
            delete(folder);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPage(TrainedProcess process, URI page)
            throws IOException, InvalidInput, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int status = status(page);
        while (status != HttpURLConnection.HTTP_OK) {
            if (status != NOT_YET || !process.isAlive() || System.nanoTime() > end) {
                throw process.failed();
            }
            Thread.sleep(100);
            status = status(page);
        }
    }

    private static int status(URI page) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
        connection.setReadTimeout((int) PATIENCE.toMillis());
        try {
            return connection.getResponseCode();
        } catch (ConnectException notYet) {
            return NOT_YET;
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
