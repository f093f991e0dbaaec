package io.sluice.engine;

import io.sluice.spi.Mark;
import io.sluice.spi.Tally;
import java.util.List;

/** One thing that is kept of a load, so that another attempt can go on. The later one counts. */
public sealed interface Checkpoint {
    /** An attempt began. @param load a UUID, the same in all attempts @param number from 1 */
    record Attempted(String load, int number) implements Checkpoint {}

    /**
     * A split of the plan, before any is started.
     *
     * @param split its position, from 0
     * @param rest the whole split as text
     */
    record Planned(int split, String rest) implements Checkpoint {}

    /**
     * The plan is complete and the target prepared: from here on the load can go on.
     *
     * @param splits how many there are
     * @param columns what the reader delivers; a load whose source looks otherwise cannot go on
     */
    record Started(int splits, List<String> columns) implements Checkpoint {
        public Started {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What the columns of the target were when an attempt began to write into them.
     *
     * @param seen whether they were still the same when it ended
     */
    record Target(List<String> columns, boolean seen) implements Checkpoint {
        public Target {
            columns = List.copyOf(columns);
        }
    }

    /** What was written may be wrong, so nobody may go on with it. @param why for people */
    record Spoiled(String why) implements Checkpoint {}

    /** A batch is committed in the target. */
    record Committed(int split, long batch, String rest, Tally tally) implements Checkpoint {
        Committed(Mark mark) {
            this(mark.split(), mark.batch(), mark.rest(), mark.tally());
        }
    }

    /** All splits are loaded and publishing begins. @param receipts as text @param tally of all attempts */
    record Publishing(List<String> receipts, Tally tally) implements Checkpoint {
        public Publishing {
            receipts = List.copyOf(receipts);
        }
    }

    /** Everything is published; what comes after the load is still to be done. */
    record Published(Tally tally) implements Checkpoint {}
}
