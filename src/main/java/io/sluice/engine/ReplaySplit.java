package io.sluice.engine;

import io.sluice.spi.Split;

/** One record that is sent on again. @param record its position, from 0 @param done whether it was read */
record ReplaySplit(int record, boolean done) implements Split {
    @Override
    public String describe() {
        return "record " + (record + 1);
    }
}
