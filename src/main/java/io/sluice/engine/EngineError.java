package io.sluice.engine;

import static io.sluice.spi.error.Category.CONFIGURATION;
import static io.sluice.spi.error.Category.DATA;
import static io.sluice.spi.error.Category.EXTERNAL;

import io.sluice.spi.error.Category;
import io.sluice.spi.error.ErrorCode;

/** Failures the engine itself finds. */
public enum EngineError implements ErrorCode {
    DIRTY_LIMIT_EXCEEDED(DATA, "Look at the dirty records, correct them or the task, or raise the error limit."),
    TYPES_NOT_CONVERTIBLE(
            CONFIGURATION, "Choose another target column or convert the value in the source's column expression."),
    ARRIVAL_UNKNOWN(EXTERNAL, "Look into the target for the row before it is written again."),
    /** Named as the connectors name it, because it is the same finding. */
    DUPLICATE_KEY(DATA, "Choose a write mode that updates or replaces, or remove the duplicates."),
    VERIFY_DIFFERENT(EXTERNAL, "Look at the rows that differ; correct them or load the target anew."),
    SCHEMA_CHANGED(CONFIGURATION, "Run the task from the start; a load goes on only with the columns it began with."),
    /** Named as the connectors name it. */
    TARGET_CHANGED(
            CONFIGURATION,
            "Look at the target: what was written since it was changed may be rounded or cut. Then give the load up and run the task from the start."),
    MEMORY_EXHAUSTED(
            EXTERNAL,
            "Give Java more memory (-Xmx), use fewer channels or smaller batches, or leave out the largest values; then resume the run."),
    CHECKPOINT_BUSY(CONFIGURATION, "Wait for the other run, or choose another checkpoint file."),
    CHECKPOINT_UNREADABLE(
            CONFIGURATION, "Run the task from the start, without the checkpoints of this version or file."),
    CHECKPOINT_FAILED(EXTERNAL, "Free space on the disk of the checkpoints, then resume the run.");

    private final Category category;
    private final String advice;

    EngineError(Category category, String advice) {
        this.category = category;
        this.advice = advice;
    }

    @Override
    public Category category() {
        return category;
    }

    @Override
    public boolean spoilsLoad() {
        return this == TARGET_CHANGED;
    }

    @Override
    public String advice() {
        return advice;
    }
}
