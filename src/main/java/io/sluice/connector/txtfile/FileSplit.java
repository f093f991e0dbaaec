package io.sluice.connector.txtfile;

import io.sluice.spi.Split;

/**
 * Some records of one file, one behind the other.
 *
 * @param path the real path
 * @param firstRecord how many records behind the header are left out
 * @param firstByte where the first record begins, in unpacked bytes; 0 when only {@code firstRecord} tells
 * @param firstLine the line in which {@code firstByte} stands, from 1
 * @param endByte the records that begin here or later belong to others; {@link #TO_THE_END} when there are none
 */
record FileSplit(String path, long firstRecord, long firstByte, long firstLine, long endByte) implements Split {
    static final long TO_THE_END = Long.MAX_VALUE;

    static FileSplit whole(String path) {
        return new FileSplit(path, 0, 0, 1, TO_THE_END);
    }

    /** What is left after {@code records} records. */
    FileSplit behind(long records, long nextByte, long nextLine) {
        return new FileSplit(path, firstRecord + records, nextByte, nextLine, endByte);
    }

    /** The part before {@code byteAfter}. */
    FileSplit until(long byteAfter) {
        return new FileSplit(path, firstRecord, firstByte, firstLine, byteAfter);
    }

    @Override
    public String describe() {
        String from = firstRecord == 0 ? path : path + " from record " + (firstRecord + 1);
        return endByte == TO_THE_END ? from : from + " to byte " + endByte;
    }
}
