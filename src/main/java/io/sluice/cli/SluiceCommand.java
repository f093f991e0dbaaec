package io.sluice.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The root of the command line. Results go to the standard output, everything else to the standard error. */
public final class SluiceCommand implements Runnable {
    private static final String NAME = "sluice";
    static final String VERSION = "Sluice 0.1.0";

    /** In the order the help shows them. */
    private static final Map<String, Supplier<CommandSpec>> COMMANDS = commands();

    private final CommandSpec spec =
            Described.command(this, NAME, "Moves data between systems. Without a command the workbench starts.");

    SluiceCommand() {}

    /**
     * Runs a command line and returns the exit code of the process. Describing a command takes as long as a small job, so
     * only the one that is named is described.
     */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        Supplier<CommandSpec> named = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (named == null) {
            return execute(root(), out, err, arguments);
        }
        CommandSpec command = named.get();
        return execute(
                command.name(NAME + " " + command.name()),
                out,
                err,
                Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static int execute(CommandSpec command, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(command, Described.FACTORY)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, line, parsed) -> report(failure, line))
                .execute(arguments);
    }

    private static CommandSpec root() {
        CommandSpec root = new SluiceCommand().spec;
        COMMANDS.forEach((name, command) -> root.addSubcommand(name, command.get()));
        return root;
    }

    private static Map<String, Supplier<CommandSpec>> commands() {
        Map<String, Supplier<CommandSpec>> commands = new LinkedHashMap<>();
        commands.put("run", RunCommand::describe);
        commands.put("check", CheckCommand::describe);
        commands.put("verify", VerifyCommand::describe);
        commands.put("discard", DiscardCommand::describe);
        commands.put("convert", ConvertCommand::describe);
        commands.put("prepare", PrepareCommand::describe);
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
