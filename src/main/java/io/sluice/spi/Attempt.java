package io.sluice.spi;

/**
 * Which attempt at a load this is. A load that failed or whose process died may go on in another attempt.
 *
 * @param load identity of the load, the same in all its attempts; a UUID
 * @param number from 1; also the fence: a higher number locks lower ones out
 * @param entry where this attempt begins
 */
public record Attempt(String load, int number, Entry entry) {
    /** Where an attempt begins. */
    public enum Entry {
        /** From scratch, and no other attempt will follow: nobody keeps how far this one comes. */
        ONLY,
        /** From scratch: nothing was loaded before. */
        START,
        /** In the middle: an attempt before has prepared the target and may have loaded part of the rows. */
        LOADING,
        /** At the end: everything was loaded, and publishing it began. */
        PUBLISHING
    }

    /** Whether an attempt before has prepared the target, so that preparing it again would lose what it loaded. */
    public boolean goesOn() {
        return entry == Entry.LOADING || entry == Entry.PUBLISHING;
    }

    /** Whether what it leaves when its process dies is of use to nobody. */
    public boolean only() {
        return entry == Entry.ONLY;
    }

    /** A short name for things in the target that belong to the load alone; letters and digits. */
    public String shortName() {
        return load.replace("-", "").substring(0, 8);
    }
}
