package io.sluice.run;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The log of one live run: numbers its lines, holds those not yet stored and the latest ones for who is watching, and
 * keeps to the limit of stored lines. Beyond the limit only the very last lines survive, as they tell how it ended.
 */
final class LineBuffer {
    static final int TAIL = 2_000;
    static final int LATE = 200;
    private static final int MOST_PENDING = 50_000;

    private final long limit;
    private final Deque<LogLine> pending = new ArrayDeque<>();
    private final Deque<LogLine> tail = new ArrayDeque<>();
    private final Deque<LogLine> late = new ArrayDeque<>();
    private long sequence;
    private long dropped;
    private boolean ended;

    /** @param limit most lines to store, the last ones not counted */
    LineBuffer(long limit) {
        this(limit, 0);
    }

    /** The lines of a run that has some already. @param last the number that the next one follows */
    LineBuffer(long limit, long last) {
        this.limit = limit + last;
        sequence = last;
    }

    /** Takes a text in, as one line or several; after the end none. */
    synchronized void add(Instant time, Level level, String source, String text) {
        if (ended) {
            return;
        }
        for (String line : PlainLine.of(text)) {
            if (sequence < limit && pending.size() < MOST_PENDING) {
                late.clear();
                append(new LogLine(sequence + 1, time, level, source, line));
            } else {
                drop(new LogLine(0, time, level, source, line));
            }
        }
    }

    private void append(LogLine line) {
        sequence = line.sequence();
        pending.addLast(line);
        tail.addLast(line);
    }

    private void drop(LogLine line) {
        dropped++;
        late.addLast(line);
        if (late.size() > LATE) {
            late.removeFirst();
        }
    }

    /** Nothing more comes: what was held back for the end joins the log after a line that says what is missing. */
    synchronized void end(Instant time) {
        ended = true;
        if (dropped == 0) {
            return;
        }
        List<LogLine> last = List.copyOf(late);
        late.clear();
        dropped -= last.size();
        if (dropped > 0) {
            append(new LogLine(
                    sequence + 1,
                    time,
                    Level.WARN,
                    "run",
                    dropped + " lines are left out here: the log of a run keeps " + limit + " lines."));
        }
        for (LogLine line : last) {
            append(new LogLine(sequence + 1, line.time(), line.level(), line.source(), line.text()));
        }
    }

    /** The oldest lines not yet stored, at most so many; they stay until {@link #stored}. */
    synchronized List<LogLine> pending(int most) {
        List<LogLine> lines = new ArrayList<>(Math.min(most, pending.size()));
        for (LogLine line : pending) {
            if (lines.size() == most) {
                break;
            }
            lines.add(line);
        }
        return lines;
    }

    /** Forgets as many of the oldest pending lines, and all but the latest of what was kept for watchers. */
    synchronized void stored(int count) {
        for (int i = 0; i < count; i++) {
            pending.removeFirst();
        }
        while (tail.size() > Math.max(TAIL, pending.size())) {
            tail.removeFirst();
        }
    }

    /** The lines after a sequence, at most so many; empty when the oldest of them are only in the store. */
    synchronized Optional<List<LogLine>> after(long after, int most) {
        LogLine first = tail.peekFirst();
        if (after < sequence && (first == null || first.sequence() > after + 1)) {
            return Optional.empty();
        }
        List<LogLine> lines = new ArrayList<>();
        for (LogLine line : tail) {
            if (line.sequence() > after && lines.size() < most) {
                lines.add(line);
            }
        }
        return Optional.of(lines);
    }

    synchronized long dropped() {
        return dropped;
    }
}
