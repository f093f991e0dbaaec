package io.sluice.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the command line. Results go to the standard output, everything else to the standard error. */
@Command(
        name = "sluice",
        description = "Moves data between systems. Without a command the workbench starts.",
        mixinStandardHelpOptions = true,
        version = "Sluice 0.1.0")
public final class SluiceCommand implements Runnable {
    /** In the order the help shows them. */
    private static final Map<String, Supplier<Object>> COMMANDS = commands();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    SluiceCommand() {}

    /** Runs a command line and returns the exit code of the process. */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine(arguments)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command))
                .execute(arguments);
    }

    /** Looking at a command's options takes as long as a small job, so only the command that is named is looked at. */
    private static CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new SluiceCommand());
        Supplier<Object> named = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (named == null) {
            COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.get()));
        } else {
            line.addSubcommand(arguments[0], named.get());
        }
        return line;
    }

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("run", RunCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("discard", DiscardCommand::new);
        commands.put("convert", ConvertCommand::new);
        commands.put("prepare", PrepareCommand::new);
        return commands;
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
