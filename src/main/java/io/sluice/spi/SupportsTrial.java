package io.sluice.spi;

import java.util.Optional;

/**
 * Makes writers whose every transaction can be rolled back without a trace, so that the target itself checks the rows of a dry
 * run. What a system hands out only once, such as the next number of a sequence, may be used up.
 */
public interface SupportsTrial<C extends Record> extends WriterFactory<C> {
    /** Asks the target what keeps rows from being tried in it; empty for nothing. */
    Optional<TrialObstacle> trialObstacle(C config, TaskContext context) throws Exception;

    /**
     * A writer with batch writers of the kind {@link TransactionalBatchWriter}, which treats each row as one with
     * {@code config} does and does nothing but add rows. The caller commits none of its transactions.
     */
    Writer<?> trying(C config, TaskContext context) throws Exception;

    /** Whether the target refuses a row whose primary key it has already, instead of writing it over the other. */
    boolean refusesTakenKeys(C config);
}
