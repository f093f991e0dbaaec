package io.sluice.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Makes a folder from which Sluice starts faster than from its jar. */
final class PrepareCommand implements Callable<Integer> {
    private static final String JOBS = "--job";

    private final CommandSpec spec = Described.command(
                    this, "prepare", "Makes a folder with a script that starts Sluice faster than its jar can.")
            .addPositional(Described.subject("FOLDER", "New or empty, or one that this command made."))
            .addOption(OptionSpec.builder(JOBS)
                    .type(List.class)
                    .auxiliaryTypes(Path.class)
                    .paramLabel("JOB")
                    .description("Runs this job, for real, to learn what its start needs; repeatable.")
                    .build());

    private PrepareCommand() {}

    static CommandSpec describe() {
        return new PrepareCommand().spec;
    }

    @Override
    public Integer call() throws IOException, InvalidInput, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        ParseResult given = spec.commandLine().getParseResult();
        Path folder = given.matchedPositionalValue(0, null);
        List<Path> jobs = given.matchedOptionValue(JOBS, List.of());
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
