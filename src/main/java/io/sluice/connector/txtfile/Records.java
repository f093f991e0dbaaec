package io.sluice.connector.txtfile;

import java.io.Closeable;
import java.io.IOException;

/** The records of one file, one after the other. */
sealed interface Records extends Closeable permits Utf8Records, CsvRecords, TextRecords {
    /**
     * Reads the next records to {@link #fields}.
     *
     * @param most no more than this, 1 to {@link FieldBlock#MOST_RECORDS}; there may be fewer
     * @return false when there is none left
     */
    boolean read(int most) throws IOException;

    /** The records read last. */
    FieldBlock fields();

    /** Where the next record begins, in unpacked bytes from the start of the file; 0 when that is not known. */
    long nextByte();

    /** The line in which the next record begins, from 1; 0 when that is not known. */
    long nextLine();
}
