package io.sluice.jobfile;

import io.sluice.script.JsonText;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an import would do, before anybody agreed to it.
 *
 * @param folder flow, section or folder below which the tasks come
 * @param taken names that tasks below the folder have already
 */
public record ImportPlan(
        UUID folder,
        List<PlannedJob> jobs,
        List<PlannedSource> sources,
        List<RefusedFile> refused,
        List<String> taken) {
    public ImportPlan {
        jobs = List.copyOf(jobs);
        sources = List.copyOf(sources);
        refused = List.copyOf(refused);
        taken = List.copyOf(taken);
    }

    /** The script of a job, with the names that its data sources get. */
    public String text(PlannedJob job) {
        Map<String, String> names = new HashMap<>();
        job.sources()
                .forEach((name, source) -> names.put(name, sources.get(source).name()));
        return UrlProperties.kept(job.job().renamed(names)).text();
    }

    /** The text of a lone step, without secrets. */
    public String stepText(PlannedJob job) {
        ScriptDocument document = ScriptDocument.parse(text(job));
        StringBuilder step = new StringBuilder();
        document.read(Path.parse("steps[0]")).ifPresent(value -> JsonText.inline(value, step));
        return step.toString();
    }

    /** How many jobs have this outcome. */
    public long count(Outcome outcome) {
        return jobs.stream().filter(job -> job.outcome() == outcome).count();
    }
}
