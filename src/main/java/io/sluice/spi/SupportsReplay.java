package io.sluice.spi;

/** Makes writers that can bring single rows into a target after the load, such as corrected dirty records. */
public interface SupportsReplay<C extends Record> extends WriterFactory<C> {
    /**
     * A writer of the same target that treats each row as one with {@code config} does, and does nothing but add rows: it
     * runs no statement before or after, empties nothing and swaps nothing, whatever {@code config} asks for.
     */
    Writer<?> replaying(C config, TaskContext context) throws Exception;
}
