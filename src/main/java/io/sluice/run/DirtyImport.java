package io.sluice.run;

import java.util.List;

/** What a file of corrected records would change; nothing is changed yet. */
public final class DirtyImport {
    /** What is wrong with a line. @param line from 1; 0 for the whole file */
    public record Problem(long line, Kind kind, String what) {}

    /** Kinds of problem. */
    public enum Kind {
        /** The file is not text in UTF-8, or no CSV. */
        UNREADABLE,
        /** It has no column {@code sluice_record}. */
        NO_RECORDS,
        /** A column is none of the records'. */
        UNKNOWN_COLUMN,
        /** A line names no record of this run. */
        UNKNOWN_RECORD,
        /** The record of a line has no value in this column. */
        NO_VALUE
    }

    private final long lines;
    private final List<CorrectedRow> changes;
    private final long values;
    private final long settled;
    private final List<Problem> problems;

    DirtyImport(long lines, List<CorrectedRow> changes, long values, long settled, List<Problem> problems) {
        this.lines = lines;
        this.changes = List.copyOf(changes);
        this.values = values;
        this.settled = settled;
        this.problems = List.copyOf(problems);
    }

    static DirtyImport refused(Problem why) {
        return new DirtyImport(0, List.of(), 0, 0, List.of(why));
    }

    /** Lines of the file that are records. */
    public long lines() {
        return lines;
    }

    List<CorrectedRow> changes() {
        return changes;
    }

    /** How many records it changes. */
    public int records() {
        return changes.size();
    }

    /** In how many values. */
    public long values() {
        return values;
    }

    /** Lines left out because their records are in the target or being written. */
    public long settled() {
        return settled;
    }

    /** What was left out for another reason. */
    public List<Problem> problems() {
        return problems;
    }
}
