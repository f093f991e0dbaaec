package io.sluice.cli;

import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What every command that takes a job is told of it. */
final class JobArguments {
    private static final String PARAMETERS = "-p";
    private static final String SOURCES = "--datasources";

    private JobArguments() {}

    /** Has the command take a job. */
    static CommandSpec addTo(CommandSpec command) {
        return command.addPositional(Described.subject("JOB", "Job file: DIJob 2.0, DIJob 1.0 or DataX."))
                .addOption(OptionSpec.builder(PARAMETERS)
                        .type(Map.class)
                        .auxiliaryTypes(String.class, String.class)
                        .paramLabel("name=value")
                        .description("Value of a parameter; repeatable.")
                        .build())
                .addOption(Described.file(SOURCES, "FILE", "Data sources by name, as JSON."));
    }

    static LoadedJob load(ParseResult given) throws IOException, InvalidInput {
        Map<String, String> parameters = given.matchedOptionValue(PARAMETERS, Map.of());
        return LoadedJob.load(
                given.matchedPositionalValue(0, null), parameters, given.matchedOptionValue(SOURCES, null));
    }
}
