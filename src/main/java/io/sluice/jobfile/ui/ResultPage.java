package io.sluice.jobfile.ui;

import com.vaadin.flow.component.html.Div;
import io.sluice.datasource.DataSourceResult;
import io.sluice.jobfile.JobResult;
import io.sluice.run.ui.Blocks;
import io.sluice.studio.NameProblem;
import io.sluice.studio.NodeResult;
import io.sluice.studio.Refusal;
import io.sluice.ui.Sentences;
import io.sluice.ui.State;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an import did: which jobs are tasks now, and why others are not. */
final class ResultPage extends Div {
    ResultPage(List<JobResult> results, Map<Integer, String> names) {
        addClassName("sl-import-result");
        long created = created(results);
        add(Blocks.block("sl-row", State.OK.glyph(), Blocks.text("sl-strong", getTranslation("import.done", created))));
        if (created < results.size()) {
            add(Blocks.text("sl-muted", getTranslation("import.failed", results.size() - created)));
        }
        Div list = Blocks.block("sl-import-results");
        results.stream()
                .filter(result -> !(result instanceof JobResult.Created))
                .forEach(result -> list.add(line(names.getOrDefault(result.number(), ""), result)));
        add(list);
    }

    static long created(List<JobResult> results) {
        return results.stream().filter(JobResult.Created.class::isInstance).count();
    }

    private Div line(String name, JobResult result) {
        String why = switch (result) {
            case JobResult.Created ignored -> "";
            case JobResult.TaskRefused refused -> words(refused.why());
            case JobResult.SourceRefused refused ->
                getTranslation("import.source.refused", refused.source(), words(refused.why()));
        };
        return Blocks.block(
                "sl-remark",
                State.FAILED.glyph(),
                Blocks.block("sl-column", Blocks.text("sl-strong", name), Blocks.text("sl-remark-message", why)));
    }

    private String words(NodeResult why) {
        return switch (why) {
            case NodeResult.Done ignored -> "";
            case NodeResult.NameTaken taken -> getTranslation("tree.name-taken", taken.name());
            case NodeResult.InvalidName invalid -> words(invalid.problem());
            case NodeResult.Refused refused -> words(refused.reason());
        };
    }

    private String words(NameProblem problem) {
        return switch (problem) {
            case EMPTY -> getTranslation("tree.name-empty");
            case TOO_LONG -> getTranslation("tree.name-long");
            case FORBIDDEN_CHARACTER -> getTranslation("tree.name-forbidden");
        };
    }

    private String words(Refusal reason) {
        return switch (reason) {
            case GONE -> getTranslation("tree.refused.gone");
            case WRONG_PLACE -> getTranslation("tree.refused.place");
            case INTO_ITSELF -> getTranslation("tree.refused.itself");
            case FIXED -> getTranslation("tree.refused.fixed");
        };
    }

    private String words(DataSourceResult why) {
        return switch (why) {
            case DataSourceResult.Saved ignored -> "";
            case DataSourceResult.Gone ignored -> getTranslation("data-sources.gone");
            case DataSourceResult.NameTaken taken -> getTranslation("data-sources.name.taken", taken.name());
            case DataSourceResult.Invalid invalid ->
                invalid.problems().stream()
                        .map(problem -> Sentences.translated(problem.said()))
                        .collect(Collectors.joining(" "));
        };
    }
}
