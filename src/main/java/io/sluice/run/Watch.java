package io.sluice.run;

/** A running observation; closing ends it. */
public interface Watch extends AutoCloseable {
    @Override
    void close();
}
