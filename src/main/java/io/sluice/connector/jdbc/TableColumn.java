package io.sluice.connector.jdbc;

/**
 * A column of a table as the catalogue knows it.
 *
 * @param name unquoted
 * @param definition the type as the catalogue spells it, for example {@code enum('a','b')}
 * @param use how it takes part in reading and writing
 * @param fillsNull whether the database replaces NULL by a value of its own, as automatic numbers do
 * @param key whether it belongs to the primary key
 * @param comment what the catalogue says about it; may be empty
 * @param filled whether the database gives it a value where a row brings none
 */
public record TableColumn(
        String name, String definition, Use use, boolean fillsNull, boolean key, String comment, boolean filled) {

    /** How a column takes part in reading and writing. */
    public enum Use {
        ORDINARY,
        /** Not among all columns unless it is named. */
        HIDDEN,
        /** Computed by the database, never written. */
        GENERATED
    }

    public boolean generated() {
        return use == Use.GENERATED;
    }

    public boolean hidden() {
        return use == Use.HIDDEN;
    }
}
