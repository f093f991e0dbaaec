package io.sluice.studio;

import java.util.List;
import java.util.Optional;

/**
 * One difference between two scripts, as a person would tell it.
 *
 * @param words what fills the sentence, in the order that {@link Subject} names
 * @param effect what it does to the data of the target or to the amount of work, when that is worth a warning
 */
public record ScriptChange(Subject subject, Kind kind, List<String> words, Optional<Effect> effect) {
    public ScriptChange {
        words = List.copyOf(words);
    }

    /** What is different. After the words named here come the old value, if there was one, and the new one, if there is. */
    public enum Subject {
        /** A whole step: its name, and its type or its new name. */
        STEP,
        /** Only where rows go first: the names of all steps, from the reader to the writer. */
        STEP_ORDER,
        /** The system a step reads or writes: name of the step. */
        SYSTEM,
        /** Name of the step. */
        DATA_SOURCE,
        /** Name of the step. */
        TABLE,
        /** Which rows are read: name of the step. */
        FILTER,
        WRITE_MODE,
        /** Whether rows are loaded into a staging table: no more words. */
        LOAD_MODE,
        /** A column of a step whose columns are not paired: name of the step. */
        COLUMN,
        /** A column of the target; its values are the columns of the source it is filled from: name of the column. */
        TARGET_COLUMN,
        /** Only the order of columns: name of the step. */
        COLUMN_ORDER,
        /** A statement before the load. */
        PRE_STATEMENT,
        /** A statement after the load. */
        POST_STATEMENT,
        CONCURRENCY,
        /** Bytes in a second. */
        BYTE_RATE,
        RECORD_RATE,
        /** How many dirty records are let pass. */
        DIRTY_LIMIT,
        /** Anything else: its path. */
        VALUE,
        /** No value is different, only comments or layout are. */
        LAYOUT,
        /** One of the texts cannot be read as a script. */
        UNREADABLE
    }

    /** How it is different. */
    public enum Kind {
        ADDED,
        REMOVED,
        REPLACED
    }

    /** What a difference does. */
    public enum Effect {
        /** The table is emptied before loading. */
        EMPTIES_TABLE(true),
        /** The table is not emptied any more, so that rows may be there twice. */
        EMPTIES_TABLE_NO_MORE(true),
        /** The content of the table is replaced by what is loaded. */
        REPLACES_CONTENT(true),
        /** Rows of the target are deleted. */
        DELETES_ROWS(true),
        /** A table or another object is dropped. */
        DROPS_OBJECT(true),
        /** Rows that exist are deleted and written anew. */
        REPLACES_ROWS(true),
        /** Columns of rows that exist are changed. */
        UPDATES_ROWS(true),
        /** Rows that exist stay as they are; those that come become dirty records. */
        KEEPS_ROWS(false),
        /** Files of earlier runs are replaced. */
        REPLACES_FILES(true),
        /** Files of earlier runs stay; new ones are put beside them. */
        KEEPS_FILES(false),
        /** Rows go somewhere else than before. */
        OTHER_TARGET(true),
        /** Values go to the target from another column than before. */
        OTHER_VALUES(true),
        /** Every row is read. */
        READS_ALL(true),
        /** Other rows are read than before. */
        READS_OTHER(false),
        /** More records may be left out without the run failing. */
        LOSES_MORE(true);

        private final boolean dangerous;

        Effect(boolean dangerous) {
            this.dangerous = dangerous;
        }

        /** Whether data can be lost, written twice or written elsewhere. */
        public boolean dangerous() {
            return dangerous;
        }
    }

    static ScriptChange replaced(Subject subject, String... words) {
        return new ScriptChange(subject, Kind.REPLACED, List.of(words), Optional.empty());
    }

    static ScriptChange added(Subject subject, String... words) {
        return new ScriptChange(subject, Kind.ADDED, List.of(words), Optional.empty());
    }

    static ScriptChange removed(Subject subject, String... words) {
        return new ScriptChange(subject, Kind.REMOVED, List.of(words), Optional.empty());
    }

    ScriptChange with(Effect what) {
        return new ScriptChange(subject, kind, words, Optional.of(what));
    }

    ScriptChange with(Optional<Effect> what) {
        return new ScriptChange(subject, kind, words, what);
    }
}
