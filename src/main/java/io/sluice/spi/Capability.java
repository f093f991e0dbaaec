package io.sluice.spi;

/** What a connector claims; the contract tests check each claim, and that what is not claimed fails clearly. */
public enum Capability {
    /** One table or file set is read by several channels at once. */
    SPLIT_READ,
    /** Writing the same rows again leaves the target as it is (upsert, replace). */
    IDEMPOTENT_WRITE,
    /** A batch is stored as a whole or not at all. */
    TRANSACTIONAL_WRITE,
    /** Nothing is visible in the target before the commit. */
    ATOMIC_PUBLISH,
    /** A target can hold NaN and infinities, of numbers and of times; without this claim the engine rejects them as dirty. */
    NON_FINITE_VALUES
}
