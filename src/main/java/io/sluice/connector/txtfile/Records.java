package io.sluice.connector.txtfile;

import java.io.Closeable;
import java.io.IOException;

/** The records of one file, one after the other. */
sealed interface Records extends Closeable permits CsvRecords, TextRecords {
    /** Reads the next record to {@link #fields}; false when there is none. */
    boolean next() throws IOException;

    /** The record read last. */
    Fields fields();
}
