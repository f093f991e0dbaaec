package io.sluice.engine.convert;

import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Int;
import java.math.BigInteger;

/**
 * The values of a whole-number type.
 *
 * @param least smallest value
 * @param most largest value; that of an unsigned type of 64 bits is {@link Long#MAX_VALUE}, beyond which {@code wide} reaches
 * @param wide whether values of 2<sup>63</sup> and more, held as negative longs, belong to it
 */
record IntRange(String name, long least, long most, boolean wide) {
    static IntRange of(Int type) {
        String name = TypeNames.of((LogicalType) type);
        if (type.signed()) {
            return new IntRange(name, -1L << (type.bits() - 1), ~(-1L << (type.bits() - 1)), false);
        }
        boolean wide = type.bits() == Long.SIZE;
        return new IntRange(name, 0, wide ? Long.MAX_VALUE : (1L << type.bits()) - 1, wide);
    }

    boolean covers(IntRange other) {
        return least <= other.least && most >= other.most && (wide || !other.wide);
    }

    /** Whether it holds every unsigned number of so many bits; no bits at all are no number. */
    boolean covers(LogicalType.Bits bits) {
        return !bits.varying() && (wide || bits.length() < Long.SIZE && most >= (1L << bits.length()) - 1);
    }

    /** Whether it holds every number of so many whole digits; asked for at most 18. */
    boolean covers(LogicalType.Decimal decimal) {
        long largest = Powers.often(decimal.precision() - decimal.scale()) - 1;
        return least <= -largest && most >= largest;
    }

    /** The values of this type that the other one can hold too, as the other one holds them. */
    IntRange within(IntRange other) {
        return new IntRange(name, Math.max(least, other.least), most, wide && other.wide);
    }

    /** @throws io.sluice.spi.error.SluiceException VALUE_OUT_OF_RANGE */
    long require(long value) {
        if (value < least || value > most) {
            throw Unfit.range(value, name);
        }
        return value;
    }

    /** The value as this type holds it. @throws io.sluice.spi.error.SluiceException VALUE_OUT_OF_RANGE */
    long require(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return require(value.longValue());
        }
        if (!wide || value.signum() < 0 || value.bitLength() > Long.SIZE) {
            throw Unfit.range(value, name);
        }
        return value.longValue();
    }
}
