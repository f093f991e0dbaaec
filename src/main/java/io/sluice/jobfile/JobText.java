package io.sluice.jobfile;

/**
 * The text of one job.
 *
 * @param file name of the file it came from; empty when it was pasted
 */
public record JobText(String file, String text) {}
