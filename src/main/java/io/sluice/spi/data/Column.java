package io.sluice.spi.data;

/**
 * One column of a schema.
 *
 * @param name as the system spells it, unquoted
 * @param nativeType the system's own name of the type, for messages and for pass-through between equal systems; may be empty
 * @param key whether the column belongs to the primary key
 * @param comment what the system's catalogue says about it; may be empty
 * @param filled whether the system is known to give it a value where a row brings none, as a default or a number of its own
 */
public record Column(
        String name,
        LogicalType type,
        boolean nullable,
        String nativeType,
        boolean key,
        String comment,
        boolean filled) {
    public Column(String name, LogicalType type) {
        this(name, type, true, "", false);
    }

    public Column(String name, LogicalType type, boolean nullable, String nativeType, boolean key) {
        this(name, type, nullable, nativeType, key, "", false);
    }

    public Column withType(LogicalType other) {
        return new Column(name, other, nullable, nativeType, key, comment, filled);
    }
}
