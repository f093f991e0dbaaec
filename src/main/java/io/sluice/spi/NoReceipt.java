package io.sluice.spi;

/** The receipt type of writers that need no commit at the end; no instance exists. */
public record NoReceipt() implements Receipt {}
