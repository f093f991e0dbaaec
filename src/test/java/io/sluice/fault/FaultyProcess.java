package io.sluice.fault;

import io.sluice.engine.CheckpointStore;
import io.sluice.engine.DirtyRecord;
import io.sluice.engine.Engine;
import io.sluice.engine.JournalFile;
import io.sluice.engine.LogEvent;
import io.sluice.engine.RunListener;
import io.sluice.engine.RunResult;
import io.sluice.engine.RunStatistics;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a scene in a process of its own, which the fault halts in the middle. */
final class FaultyProcess {
    private static final long PATIENCE_SECONDS = 60;

    private FaultyProcess() {}

    /** As {@link #run(Scene, Path, Fault)}, and nothing is kept that another attempt could go on with. */
    static int run(Scene scene, Fault fault) throws IOException, InterruptedException {
        return run(scene, Path.of(""), fault);
    }

    /** The exit status. */
    static int run(Scene scene, Path journal, Fault fault) throws IOException, InterruptedException {
        Process process = start(command(scene, journal, fault));
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("The process does not end: " + output);
        }
        if (process.exitValue() != Fault.HALTED) {
            throw new IOException("The fault did not happen: " + output);
        }
        return process.exitValue();
    }

    /** Waits until the server of the target has noticed that the process is dead, and has ended what it had open. */
    static void awaitNoticed(Scene scene) throws InterruptedException {
        String others = switch (scene.system()) {
            case MARIADB ->
                "select count(*) from information_schema.processlist where db = database()"
                        + " and id <> connection_id()";
            case POSTGRESQL ->
                "select count(*) from pg_stat_activity where datname = current_database()"
                        + " and backend_type = 'client backend' and pid <> pg_backend_pid()";
        };
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!"0".equals(scene.target().value(others))) {
            if (System.nanoTime() > until) {
                throw new AssertionError("The server still has sessions of the dead process: "
                        + scene.target().value(others));
            }
            Thread.sleep(20);
        }
    }

    /** Runs a scene to its end where no file may be longer. @return what was said and how it ended */
    static String limited(Scene scene, Path journal, int kilobytes) throws IOException, InterruptedException {
        Fault never = new Fault(Fault.Step.COMMIT, Fault.Moment.AFTER, Fault.Kind.HALT, Integer.MAX_VALUE);
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "-"));
        command.addAll(command(scene, journal, never));
        Process process = start(command);
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<String> command(Scene scene, Path journal, Fault fault) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                FaultyProcess.class.getName(),
                scene.level().name(),
                scene.system().name(),
                scene.folder().toString(),
                journal.toString(),
                fault.step().name(),
                fault.moment().name(),
                Integer.toString(fault.occurrence())));
        command.addAll(words(scene.source()));
        command.addAll(words(scene.target()));
        return command;
    }

    private static List<String> words(TestDatabase database) {
        return List.of(
                database.host(),
                Integer.toString(database.port()),
                database.name(),
                database.user(),
                database.password(),
                database.url());
    }

    private static TestDatabase database(String[] words, int from) {
        return new TestDatabase(
                words[from],
                Integer.parseInt(words[from + 1]),
                words[from + 2],
                words[from + 3],
                words[from + 4],
                words[from + 5]);
    }

    public static void main(String[] words) throws Exception {
        Scene scene = new Scene(
                Scene.Level.valueOf(words[0]),
                Scene.TargetSystem.valueOf(words[1]),
                database(words, 7),
                database(words, 13),
                Path.of(words[2]));
        Fault fault = new Fault(
                Fault.Step.valueOf(words[4]),
                Fault.Moment.valueOf(words[5]),
                Fault.Kind.HALT,
                Integer.parseInt(words[6]));
        Fault.Trigger trigger = new Fault.Trigger(fault, () -> {});
        CheckpointStore store =
                words[3].isEmpty() ? null : new FaultyStore(JournalFile.open(Path.of(words[3])), trigger);
        RunResult result = new Engine(Clock.systemUTC())
                .start(scene.job(trigger), new Printer(), store)
                .await();
        System.out.println(result);
    }

    /** Shows on the console what happened, for a case that goes wrong. */
    private static final class Printer implements RunListener {
        @Override
        public void log(LogEvent event) {
            System.out.println(event);
        }

        @Override
        public void statistics(RunStatistics now) {}

        @Override
        public void dirty(DirtyRecord record) {}

        @Override
        public void ended(RunResult result) {}
    }
}
