package io.sluice.script;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads numbers of scripts without falling for exponents that would fill the memory. */
final class Numbers {
    private static final int LONGEST = 40;

    private Numbers() {}

    static Optional<BigDecimal> parse(String spelling) {
        if (spelling.length() > LONGEST || !Characters.isNumber(spelling)) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(spelling);
            return Math.abs((long) number.scale()) > LONGEST ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The number as an int, if it is a whole one in its range. */
    static Optional<Integer> whole(BigDecimal number) {
        try {
            return Optional.of(number.intValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
