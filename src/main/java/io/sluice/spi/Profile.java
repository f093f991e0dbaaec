package io.sluice.spi;

/**
 * How a connector introduces itself.
 *
 * @param label its name in its own spelling, for example {@code PostgreSQL}
 * @param family decides the silhouette of the icon
 * @param monogram two letters drawn on the icon, for example {@code Pg}
 * @param summary one sentence on what it reads and writes
 */
public record Profile(String label, Family family, String monogram, String summary) {
    /** Families of systems; each has a silhouette (design/mock/DESIGN.md section 4). */
    public enum Family {
        DATABASE,
        ANALYTICS,
        QUEUE,
        FILE,
        DOCUMENT,
        KEY_VALUE,
        OBJECT_STORE,
        TEST
    }
}
