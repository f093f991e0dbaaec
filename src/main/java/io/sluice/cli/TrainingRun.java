package io.sluice.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * What {@code prepare} lets Java learn of the command line. No database is at hand, so what copies between databases is
 * only loaded; the jobs that are named in addition are run.
 */
public final class TrainingRun {
    /** Exit status when everything could be learned but a job that was asked for failed. */
    static final int JOB_FAILED = 3;

    private static final List<String> JOBS = List.of("write.json", "read.json");
    private static final List<String> NEEDED = List.of(
            "io/sluice/cli/", "io/sluice/connector/", "io/sluice/engine/", "io/sluice/script/", "io/sluice/spi/");

    private TrainingRun() {}

    /** @param arguments a folder for files, then jobs */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        load(Path.of(System.getProperty("java.class.path")));
        for (String name : JOBS) {
            Path job = folder.resolve(name);
            try (InputStream text = TrainingRun.class.getResourceAsStream("/prepare/" + name)) {
                Files.copy(text, job);
            }
            if (run(job.toString(), "-p", "folder=" + folder) != ExitCode.SUCCEEDED) {
                throw new IllegalStateException("The training job " + name + " failed");
            }
        }
        boolean failed = false;
        for (String job : List.of(arguments).subList(1, arguments.length)) {
            failed |= run(job) != ExitCode.SUCCEEDED;
        }
        System.exit(failed ? JOB_FAILED : ExitCode.SUCCEEDED);
    }

    private static int run(String... job) {
        PrintWriter silent = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        String[] command = new String[job.length + 1];
        command[0] = "run";
        System.arraycopy(job, 0, command, 1, job.length);
        return SluiceCommand.execute(silent, silent, command);
    }

    private static void load(Path own) throws IOException {
        load(own, NEEDED);
        Path folder = own.toAbsolutePath().getParent();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                if (isDriver(jar)) {
                    load(jar, List.of("org/", "com/"));
                }
            }
        }
    }

    private static boolean isDriver(Path jar) throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            return opened.getEntry("META-INF/services/java.sql.Driver") != null;
        }
    }

    private static void load(Path jar, List<String> folders) throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(opened.entries())) {
                String name = entry.getName();
                if (name.endsWith(".class") && folders.stream().anyMatch(name::startsWith)) {
                    load(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                }
            }
        }
    }

    /** Parts of a driver need libraries that are not there, and are not used then. */
    private static void load(String name) {
        try {
            Class.forName(name, false, TrainingRun.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError unusable) {
            return;
        }
    }
}
