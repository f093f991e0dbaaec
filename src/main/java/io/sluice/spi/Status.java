package io.sluice.spi;

/** Whether a split has more rows after a call of {@link SplitReader#read}. */
public enum Status {
    MORE,
    END
}
