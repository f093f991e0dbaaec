package io.sluice.bench;

/** One side of a measured transfer. */
interface Endpoint {
    /** The reader of a DataX job. */
    String reader();

    /**
     * The writer of a DataX job.
     *
     * @param more further JSON members of its parameters, may be empty
     */
    String writer(String more);

    /** Empties it and lets the server finish what earlier runs left to do. */
    void clear();

    /** Number of rows and a checksum over all values, worked out by the server. */
    String fingerprint();
}
