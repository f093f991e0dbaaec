package io.sluice.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a folder from which Sluice starts faster than from its jar. */
@Command(
        name = "prepare",
        description = "Makes a folder with a script that starts Sluice faster than its jar can.",
        mixinStandardHelpOptions = true)
final class PrepareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "New or empty, or one that this command made.")
    private Path folder;

    @Option(
            names = "--job",
            paramLabel = "JOB",
            description = "Runs this job, for real, to learn what its start needs; repeatable.")
    private List<Path> jobs = List.of();

    @SuppressWarnings("NullAway.Init")
    PrepareCommand() {}

    @Override
    public Integer call() throws IOException, InvalidInput, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path packaged = Path.of(System.getProperty("java.class.path"));
        StartCache.requireSupport(Runtime.version(), System.getProperty("os.name"));
        UnpackedJar.requirePackaged(packaged);
        for (Path job : jobs) {
            JobFile.read(job);
        }
        StartScript script = new StartScript(claimed(folder));
        out.println("Unpacking the libraries");
        UnpackedJar unpacked = UnpackedJar.of(packaged, script.folder());
        StartCache caches = new StartCache(script.folder(), unpacked.jar());
        out.println("Learning how a job starts");
        caches.make(StartScript.CACHE_OF_COMMANDS, java -> {
            if (!StartTraining.ofCommands(java, jobs)) {
                out.println("A job failed, so its start is learned only as far as it came");
            }
        });
        out.println("Learning how the workbench starts");
        caches.make(StartScript.CACHE_OF_WORKBENCH, StartTraining::ofWorkbench);
        out.println("Ready: " + script.write(caches.java()));
        return ExitCode.SUCCEEDED;
    }

    /** Refuses a folder that has something of somebody else's in it. */
    private static Path claimed(Path folder) throws IOException, InvalidInput {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InvalidInput("FOLDER_NOT_USABLE", folder + " is no folder");
        }
        Files.createDirectories(folder);
        if (!StartScript.madeHere(folder) && !isEmpty(folder)) {
            throw new InvalidInput(
                    "FOLDER_NOT_EMPTY", folder + " has other files in it: name a folder that is new or empty");
        }
        return folder.toRealPath();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }
}
