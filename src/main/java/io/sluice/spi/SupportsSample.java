package io.sluice.spi;

/** Makes readers of the first rows of a source that cost the system little more than those rows. */
public interface SupportsSample<C extends Record> extends ReaderFactory<C> {
    /**
     * A reader that delivers the same columns and values as that of {@link #create}, but may end after {@code rows} rows
     * of each table or file.
     *
     * @param rows at least 1
     */
    Reader<?> sample(C config, TaskContext context, int rows) throws Exception;
}
