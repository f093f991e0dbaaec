package io.sluice.connector.txtfile;

import io.sluice.spi.Split;

/**
 * The records of one file from some record on.
 *
 * @param path the real path
 * @param firstRecord how many records behind the header are left out
 */
record FileSplit(String path, long firstRecord) implements Split {
    @Override
    public String describe() {
        return firstRecord == 0 ? path : path + " from record " + (firstRecord + 1);
    }
}
