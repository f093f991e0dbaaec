package io.sluice.connector.postgresql;

import io.sluice.spi.data.Temporal;

/** What the server's binary forms have in common for both directions. */
final class BinaryTypes {
    /** Name of the form of whole rows, between readers and writers of this connector. */
    static final String ROW_FORMAT = "rows of PostgreSQL's binary COPY";

    /** Version in front of the text of a jsonb value. */
    static final int JSONB_VERSION = 1;
    /** Days from 1970-01-01 to 2000-01-01, from which the server counts. */
    static final long EPOCH_DAYS = 10_957;

    static final long EPOCH_MICROS = EPOCH_DAYS * Temporal.MICROS_PER_DAY;

    /** How the names begin that we give to types such as numeric(3,-2), which round in front of the point. */
    static final String ROUNDED_NUMERIC = "numeric(";

    private BinaryTypes() {}

    /** @param zeros digits in front of the point that are always zero */
    static String roundedNumeric(int precision, int zeros) {
        return ROUNDED_NUMERIC + precision + ",-" + zeros + ")";
    }

    /** The zeros that a name of {@link #roundedNumeric} tells. */
    static int roundedDigits(String nativeType) {
        return Integer.parseInt(nativeType.substring(nativeType.indexOf('-') + 1, nativeType.length() - 1));
    }

    /** The type that says how values are exchanged. */
    static String exchanged(String nativeType) {
        return nativeType.startsWith(ROUNDED_NUMERIC) ? "numeric" : plain(nativeType);
    }

    /** The type behind the names the driver has for columns with automatic numbers. */
    static String plain(String nativeType) {
        return switch (nativeType) {
            case "smallserial" -> "int2";
            case "serial" -> "int4";
            case "bigserial" -> "int8";
            default -> nativeType;
        };
    }
}
