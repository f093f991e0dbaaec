package io.sluice.jobfile;

import io.sluice.script.Catalog;
import io.sluice.script.ImportedJob;
import io.sluice.script.InlineDataSource;
import io.sluice.script.JobDialects;
import io.sluice.script.Note;
import io.sluice.script.Path;
import io.sluice.script.Problem;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads job texts one after the other into what an import would make of them. */
final class JobReading {
    /** The frame a lone step is put into. */
    private static final String FRAME = """
            {
              "type": "job",
              "version": "2.0",
              "steps": []
            }
            """;

    private final SourcePlanning sources;
    private final TaskNames names;
    private final Catalog catalog;

    JobReading(SourcePlanning sources, TaskNames names, Catalog catalog) {
        this.sources = sources;
        this.names = names;
        this.catalog = catalog;
    }

    /** A job and why some of its URLs were not taken. */
    record Read(PlannedJob job, List<SluiceException> refusals) {}

    Read read(JobText given, int number) {
        Side fragment = JobDialects.loneStep(given.text()).orElse(null);
        String text = fragment == null
                ? given.text()
                : JobDialects.withStep(ScriptDocument.parse(FRAME), given.text())
                        .orElseThrow()
                        .text();
        ImportedJob job = JobDialects.read(text, sources::registrable);
        List<SluiceException> refusals = sources.refusals();
        if (!isJob(job)) {
            return new Read(unreadable(given, number, job), List.of());
        }
        List<Remark> remarks = new ArrayList<>();
        refusals.forEach(refusal -> remarks.add(new Remark(
                Remark.Kind.UNSUPPORTED, "jdbcUrl", "", Sentence.plain(Objects.toString(refusal.getMessage())))));
        Map<String, Integer> used = sources(job, number, remarks);
        notes(job, used, remarks);
        List<Problem> problems = job.document().problems(catalog);
        problems(problems, used, remarks);
        remarks.sort(Comparator.comparing(remark -> remark.kind() != Remark.Kind.MISSING));
        Outcome outcome = outcome(job, text, remarks);
        String ends = ends(job);
        PlannedJob planned = new PlannedJob(
                number,
                given.file(),
                names.propose(given.file(), name(job)),
                ends,
                outcome,
                remarks,
                job,
                used,
                fragment);
        return new Read(planned, refusals);
    }

    private Map<String, Integer> sources(ImportedJob job, int number, List<Remark> remarks) {
        Map<String, Integer> used = new HashMap<>();
        for (InlineDataSource inline : job.dataSources()) {
            SourcePlanning.Found found = sources.add(inline, number);
            used.put(inline.name(), found.number());
            if (found.otherPassword()) {
                Sentence message =
                        Sentence.of("Another job has another password for the same connection; that one is kept");
                remarks.add(new Remark(Remark.Kind.MAPPED, "password", inline.name(), message));
            }
        }
        return used;
    }

    /** Any other JSON would be a job without steps, which nobody means. */
    private static boolean isJob(ImportedJob job) {
        if (!job.document().readable()) {
            return false;
        }
        boolean steps = job.document().read(Path.of("steps")).orElse(null) instanceof ConfigValue.Array array
                && !array.items().isEmpty();
        return steps && job.document().text().length() <= ScriptDocument.MAX_LENGTH;
    }

    private PlannedJob unreadable(JobText given, int number, ImportedJob job) {
        ScriptDocument document = job.document();
        Remark why = document.syntaxProblems().stream()
                .filter(Problem::isError)
                .findFirst()
                .map(problem -> new Remark(
                        Remark.Kind.PROBLEM,
                        problem.place().line() + ":" + problem.place().column(),
                        "",
                        problem.said()))
                .orElseGet(() -> new Remark(
                        Remark.Kind.PROBLEM,
                        "",
                        "",
                        document.text().length() > ScriptDocument.MAX_LENGTH
                                ? Sentence.of("A script has at most {0} characters", ScriptDocument.MAX_LENGTH)
                                : Sentence.of(
                                        "This is no job: it has neither steps nor job.content nor configuration")));
        return new PlannedJob(
                number, given.file(), given.file(), "", Outcome.UNREADABLE, List.of(why), job, Map.of(), null);
    }

    private void notes(ImportedJob job, Map<String, Integer> used, List<Remark> remarks) {
        for (Note note : job.notes()) {
            boolean worthIt = !note.message().isEmpty();
            switch (note.kind()) {
                case IDENTICAL -> {}
                case MAPPED -> {
                    if (worthIt || !note.from().equals(note.to())) {
                        remarks.add(new Remark(Remark.Kind.MAPPED, note.from(), note.to(), words(note, used)));
                    }
                }
                case UNSUPPORTED ->
                    remarks.add(new Remark(Remark.Kind.UNSUPPORTED, note.from(), note.to(), note.said()));
            }
        }
    }

    /** The message with the name that a data source gets among those of all jobs. */
    private Sentence words(Note note, Map<String, Integer> used) {
        List<Object> named = new ArrayList<>(note.said().arguments());
        named.replaceAll(word -> {
            Integer source = word instanceof String name ? used.get(name) : null;
            return source == null ? word : sources.name(source);
        });
        return new Sentence(note.said().pattern(), named);
    }

    /** What is wrong with the script that comes out of it; names of data sources to be created are right. */
    private static void problems(List<Problem> problems, Map<String, Integer> used, List<Remark> remarks) {
        for (Problem problem : problems) {
            boolean planned = problem.code().equals("S020")
                    && used.keySet().stream().anyMatch(name -> problem.message().contains("'" + name + "'"));
            Optional<Remark.Kind> kind = kind(problem);
            if (!planned && kind.isPresent()) {
                remarks.add(new Remark(
                        kind.get(),
                        problem.path().toString(),
                        "",
                        Sentence.of("{0} {1}", problem.code(), problem.said())));
            }
        }
    }

    private static Optional<Remark.Kind> kind(Problem problem) {
        return switch (problem.level()) {
            case ERROR -> Optional.of(problem.code().equals("S011") ? Remark.Kind.MISSING : Remark.Kind.PROBLEM);
            case WARNING ->
                problem.code().equals("S033") ? Optional.of(Remark.Kind.UNSUPPORTED) : Optional.of(Remark.Kind.MAPPED);
            case HINT -> Optional.empty();
        };
    }

    private static Outcome outcome(ImportedJob job, String text, List<Remark> remarks) {
        if (remarks.stream().anyMatch(remark -> remark.kind() == Remark.Kind.MISSING)) {
            return Outcome.UNSUPPORTED;
        }
        return remarks.isEmpty() && job.document().text().equals(text) ? Outcome.IDENTICAL : Outcome.MAPPED;
    }

    private static String ends(ImportedJob job) {
        String reader = steps(job, Side.READER);
        String writer = steps(job, Side.WRITER);
        return (reader.isEmpty() ? "…" : reader) + " → " + (writer.isEmpty() ? "…" : writer);
    }

    private static String name(ImportedJob job) {
        String reader = steps(job, Side.READER);
        String writer = steps(job, Side.WRITER);
        String table = SyncTask.of(job.document())
                .flatMap(task -> task.reader().parameter().find("table"))
                .filter(ConfigValue.Text.class::isInstance)
                .map(name -> "_" + name)
                .orElse("");
        return reader + table + (reader.isEmpty() || writer.isEmpty() ? "" : "_to_") + writer;
    }

    private static String steps(ImportedJob job, Side side) {
        return SyncTask.of(job.document())
                .map(task -> side == Side.READER ? task.reader() : task.writer())
                .map(SyncTask.Step::stepType)
                .orElseGet(() -> lone(job, side));
    }

    private static String lone(ImportedJob job, Side side) {
        Path first = Path.parse("steps[0]");
        String category = job.document()
                .read(first.child("category"))
                .map(ConfigValue::toString)
                .orElse("");
        return category.equalsIgnoreCase(side.category())
                ? job.document()
                        .read(first.child("stepType"))
                        .map(ConfigValue::toString)
                        .orElse("")
                : "";
    }
}
