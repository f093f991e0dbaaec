package io.sluice.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Some of a run's dirty records, for one statement. The statement names the first and the last of them too: H2 looks up
 * the run alone for a list of sequences, and would go through all its records for each batch.
 */
record SequenceBatch(List<Long> sequences) {
    SequenceBatch {
        sequences = List.copyOf(sequences);
    }

    /** Neighbours together, so many at a time at most. */
    static List<SequenceBatch> of(Collection<Long> sequences, int size) {
        List<Long> sorted = sequences.stream().sorted().toList();
        List<SequenceBatch> batches = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += size) {
            batches.add(new SequenceBatch(sorted.subList(from, Math.min(from + size, sorted.size()))));
        }
        return batches;
    }

    JdbcClient.StatementSpec into(JdbcClient.StatementSpec statement) {
        return statement
                .param("first", sequences.getFirst())
                .param("last", sequences.getLast())
                .param("sequences", sequences);
    }
}
