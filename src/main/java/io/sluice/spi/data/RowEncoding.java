package io.sluice.spi.data;

/**
 * A form in which one system exchanges whole rows, and in which they travel from a reader to a writer of the same
 * system without being decoded.
 *
 * @param format name of the form; equal names mean equal bytes for columns of equal types
 * @param schema the columns inside a row, with their native types
 * @param decoder turns a row into values, for the one that has to be shown to a person
 */
public record RowEncoding(String format, Schema schema, Decoder decoder) {
    /** Reads encoded rows. Safe for use by several threads. */
    @FunctionalInterface
    public interface Decoder {
        /**
         * Adds one row to {@code into}, which holds vectors of {@link RowEncoding#schema}, or none when they cannot
         * hold one of its values.
         *
         * @param from where the row begins in {@code data} @param to where it ends, exclusive
         */
        void decode(byte[] data, int from, int to, RowBatch into);
    }
}
