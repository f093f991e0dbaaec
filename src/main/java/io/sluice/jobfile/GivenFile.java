package io.sluice.jobfile;

/**
 * A file that somebody gave to be imported.
 *
 * @param name as the browser told it; only ever a proposal for a name
 */
@SuppressWarnings("ArrayRecordComponent")
public record GivenFile(String name, byte[] content) {}
