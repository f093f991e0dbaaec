package io.sluice.engine.convert;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;

/** Says why a value cannot be converted. */
final class Unfit {
    private static final int LONGEST = 100;

    private Unfit() {}

    static SluiceException range(Object value, String target) {
        return new SluiceException(
                CommonError.VALUE_OUT_OF_RANGE, "'" + shortened(value) + "' does not fit " + target + " exactly");
    }

    static SluiceException form(Object value, String target) {
        return new SluiceException(CommonError.VALUE_NOT_CONVERTIBLE, "'" + shortened(value) + "' is no " + target);
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
