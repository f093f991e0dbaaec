package io.sluice.spi;

/** What a worker hands to the one commit at the end: a record of plain values, such as the names of finished part files. */
public interface Receipt {}
