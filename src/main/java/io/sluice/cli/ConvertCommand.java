package io.sluice.cli;

import io.sluice.engine.Connectors;
import io.sluice.script.ExportedJob;
import io.sluice.script.ImportedJob;
import io.sluice.script.JobDialects;
import io.sluice.script.Note;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Writes a job in another dialect; passwords are never written. */
final class ConvertCommand implements Callable<Integer> {
    private static final String DIALECT = "--to";
    private static final String SOURCES = "--datasources";

    private final CommandSpec spec = Described.command(
                    this, "convert", "Writes a job file in another dialect to the standard output.")
            .addPositional(Described.subject("JOB", "Job file: DIJob 2.0, DIJob 1.0 or DataX."))
            .addOption(OptionSpec.builder(DIALECT)
                    .type(String.class)
                    .required(true)
                    .paramLabel("2.0|datax")
                    .description("The dialect to write.")
                    .build())
            .addOption(Described.file(SOURCES, "FILE", "Data sources by name, as JSON; a DataX job spells them out."));

    private ConvertCommand() {}

    static CommandSpec describe() {
        return new ConvertCommand().spec;
    }

    @Override
    public Integer call() throws IOException, InvalidInput {
        ParseResult given = spec.commandLine().getParseResult();
        Path job = given.matchedPositionalValue(0, null);
        String dialect = given.matchedOptionValue(DIALECT, "");
        Connectors connectors = Connectors.load();
        SourceFile sources = SourceFile.read(given.matchedOptionValue(SOURCES, null));
        ImportedJob imported = NativeJob.read(JobFile.read(job), connectors, sources);
        if (!imported.document().readable()) {
            throw new InvalidInput("The job file " + job + " cannot be read; 'check' says why");
        }
        notes(imported.notes());
        switch (dialect) {
            case "2.0" -> print(imported.document().text());
            case "datax" -> {
                ExportedJob exported = JobDialects.writeDataX(
                                imported.document(),
                                name -> sources.find(name).flatMap(source -> NativeJob.inline(source, connectors)))
                        .orElseThrow(() -> new InvalidInput("The job file " + job + " has no reader or no writer"));
                notes(exported.notes());
                print(exported.text());
            }
            default -> throw new InvalidInput("Unknown dialect '" + dialect + "'; known are 2.0 and datax");
        }
        return ExitCode.SUCCEEDED;
    }

    private void notes(List<Note> notes) {
        PrintWriter err = spec.commandLine().getErr();
        for (Note note : notes) {
            switch (note.kind()) {
                case IDENTICAL -> {}
                case MAPPED -> err.println(note.from() + " became " + note.to() + blank(note.message()));
                case UNSUPPORTED -> err.println(note.from() + " has no counterpart" + blank(note.message()));
            }
        }
        err.flush();
    }

    private static String blank(String message) {
        return message.isEmpty() ? "" : ": " + message;
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text.endsWith("\n") ? text : text + "\n");
        out.flush();
    }
}
