package io.sluice.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the command line. Results go to the standard output, everything else to the standard error. */
@Command(
        name = "sluice",
        description = "Moves data between systems. Without a command the workbench starts.",
        mixinStandardHelpOptions = true,
        version = "Sluice 0.1.0",
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            VerifyCommand.class,
            ConvertCommand.class,
            PrepareCommand.class
        })
public final class SluiceCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    SluiceCommand() {}

    /** Runs a command line and returns the exit code of the process. */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new SluiceCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command))
                .execute(arguments);
    }

    private static int report(Exception failure, CommandLine command) {
        if (failure instanceof InvalidInput invalid) {
            command.getErr().println(invalid.code() + ": " + invalid.getMessage());
            return ExitCode.INVALID;
        }
        command.getErr().println(failure);
        return ExitCode.FAILED;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "A command is required");
    }
}
