package io.sluice.jobfile;

import io.sluice.script.ImportedJob;
import io.sluice.script.Side;
import io.sluice.spi.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an import would make of one job text.
 *
 * @param number counted from 0 in the order in which the texts were given
 * @param file name of the file; empty for a pasted text
 * @param name proposed for the task
 * @param ends the systems it moves data between, for people
 * @param job with names of data sources as the text alone suggests them
 * @param sources numbers of the plan's data sources by those names
 * @param fragment the side of a lone step; null for a whole job
 */
public record PlannedJob(
        int number,
        String file,
        String name,
        String ends,
        Outcome outcome,
        List<Remark> remarks,
        ImportedJob job,
        Map<String, Integer> sources,
        @Nullable Side fragment) {
    public PlannedJob {
        remarks = List.copyOf(remarks);
        sources = Map.copyOf(sources);
    }

    /** Whether there is anything to import. */
    public boolean importable() {
        return outcome != Outcome.UNREADABLE;
    }

    /** Whether the task could run here. */
    public boolean supported() {
        return importable() && outcome != Outcome.UNSUPPORTED;
    }

    /** What the task would need and there is not; empty when it has all. */
    public Optional<Sentence> missing() {
        return remarks.stream()
                .filter(remark -> remark.kind() == Remark.Kind.MISSING)
                .map(remark -> remark.said().arguments().getLast() instanceof Sentence why ? why : remark.said())
                .findFirst();
    }

    long count(Remark.Kind kind) {
        return remarks.stream().filter(remark -> remark.kind() == kind).count();
    }
}
