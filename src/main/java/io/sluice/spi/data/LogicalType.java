package io.sluice.spi.data;

/**
 * What a column means, independent of any system. Each type is carried by one physical {@link Vector}, named at
 * each case; {@link #physical()} tells which.
 */
public sealed interface LogicalType {
    /** The vector class that carries values of this type. */
    enum Physical {
        BOOL,
        LONG,
        DOUBLE,
        DECIMAL,
        BYTES
    }

    Physical physical();

    /** True or false; {@link BoolVector}. */
    record Bool() implements LogicalType {
        @Override
        public Physical physical() {
            return Physical.BOOL;
        }
    }

    /**
     * A whole number in {@link LongVector}. An unsigned number of 64 bits is held as its bit pattern.
     *
     * @param bits 8, 16, 24, 32 or 64
     */
    record Int(int bits, boolean signed) implements LogicalType {
        public static final Int INT64 = new Int(64, true);
        public static final Int INT32 = new Int(32, true);
        public static final Int INT16 = new Int(16, true);

        @Override
        public Physical physical() {
            return Physical.LONG;
        }
    }

    /**
     * An IEEE 754 number in {@link DoubleVector}, NaN and infinities included.
     *
     * @param bits 32 or 64; a 32-bit value is the float widened to double, its text is that of the float
     */
    record Real(int bits) implements LogicalType {
        @Override
        public Physical physical() {
            return Physical.DOUBLE;
        }
    }

    /**
     * An exact decimal number in {@link DecimalVector}.
     *
     * @param precision total digits; 0 means unbounded, and then each value keeps a scale of its own
     * @param scale digits behind the point
     */
    record Decimal(int precision, int scale) implements LogicalType {
        public static final Decimal UNBOUNDED = new Decimal(0, 0);

        @Override
        public Physical physical() {
            return Physical.DECIMAL;
        }
    }

    /**
     * Text in {@link BytesVector}.
     *
     * @param maxLength in characters (code points); 0 means unbounded
     * @param blankPadded true for CHAR(n), whose trailing blanks carry no meaning
     * @param maxBytes in bytes of UTF-8, for types that are measured so; 0 means unbounded
     */
    record Text(int maxLength, boolean blankPadded, int maxBytes) implements LogicalType {
        public static final Text UNBOUNDED = new Text(0);

        public Text(int maxLength) {
            this(maxLength, false);
        }

        public Text(int maxLength, boolean blankPadded) {
            this(maxLength, blankPadded, 0);
        }

        /** Text that is measured in bytes only. */
        public static Text ofBytes(int maxBytes) {
            return new Text(0, false, maxBytes);
        }

        @Override
        public Physical physical() {
            return Physical.BYTES;
        }
    }

    /** Bytes in {@link BytesVector}. @param maxLength in bytes; 0 means unbounded */
    record Binary(int maxLength) implements LogicalType {
        public static final Binary UNBOUNDED = new Binary(0);

        @Override
        public Physical physical() {
            return Physical.BYTES;
        }
    }

    /**
     * A string of bits in {@link BytesVector} as ASCII '0' and '1', most significant first.
     *
     * @param length in bits; 0 means unbounded
     * @param varying whether values may be shorter, and keep their length
     */
    record Bits(int length, boolean varying) implements LogicalType {
        /** Values of exactly this length. */
        public Bits(int length) {
            this(length, false);
        }

        @Override
        public Physical physical() {
            return Physical.BYTES;
        }
    }

    /** A calendar day of the proleptic Gregorian calendar: days since 1970-01-01 in {@link LongVector}; see {@link Temporal} for infinities. */
    record Date() implements LogicalType {
        @Override
        public Physical physical() {
            return Physical.LONG;
        }
    }

    /**
     * A time in microseconds in {@link LongVector}.
     *
     * @param precision digits of the fraction, 0 to 6
     * @param range what the values may span
     */
    record Time(int precision, Range range) implements LogicalType {
        /** Span of a time column. */
        public enum Range {
            /** 00:00:00 to 24:00:00 inclusive (SQL TIME). */
            DAY,
            /** -838:59:59.999999 to 838:59:59.999999 (MySQL TIME). */
            HOURS_838
        }

        @Override
        public Physical physical() {
            return Physical.LONG;
        }
    }

    /** A local date and time without zone: microseconds since 1970-01-01T00:00:00 in {@link LongVector}. @param precision digits of the fraction, 0 to 6 */
    record Timestamp(int precision) implements LogicalType {
        @Override
        public Physical physical() {
            return Physical.LONG;
        }
    }

    /** A point in time: microseconds since 1970-01-01T00:00:00Z in {@link LongVector}. @param precision digits of the fraction, 0 to 6 */
    record Instant(int precision) implements LogicalType {
        @Override
        public Physical physical() {
            return Physical.LONG;
        }
    }

    /** A calendar interval as ISO-8601 text in {@link BytesVector}, for example {@code P1Y2M3DT4H5M6.000001S}. */
    record Interval() implements LogicalType {
        @Override
        public Physical physical() {
            return Physical.BYTES;
        }
    }

    /** JSON text as the source spells it, in {@link BytesVector}. */
    record Json() implements LogicalType {
        @Override
        public Physical physical() {
            return Physical.BYTES;
        }
    }

    /** A UUID as 36 lower-case ASCII characters in {@link BytesVector}. */
    record Uuid() implements LogicalType {
        @Override
        public Physical physical() {
            return Physical.BYTES;
        }
    }
}
