package io.sluice.engine.convert;

import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.LogicalType.Text;
import java.nio.charset.StandardCharsets;

/**
 * Looks whether text fits a column.
 *
 * @param blanksMeanNothing whether blanks at the end count for the length
 */
record TextFit(Text target, boolean blanksMeanNothing) {
    /** In UTF-16 a unit stands for at most three bytes of UTF-8. */
    private static final int BYTES_PER_UNIT = 3;

    String reason() {
        String measured = target.maxLength() > 0 ? target.maxLength() + " characters" : "";
        String inBytes = target.maxBytes() > 0 ? target.maxBytes() + " bytes" : "";
        return "only text of at most " + measured + (measured.isEmpty() || inBytes.isEmpty() ? "" : " and ") + inBytes
                + " fits";
    }

    ColumnConversion check() {
        return ColumnConversion.check(reason(), RowLoop.check(BytesVector.class, this::require));
    }

    /** @throws io.sluice.spi.error.SluiceException VALUE_OUT_OF_RANGE when the text is too long */
    void require(BytesVector from, int row) {
        int most = target.maxLength() == 0 ? Integer.MAX_VALUE : target.maxLength();
        int mostBytes = target.maxBytes() == 0 ? Integer.MAX_VALUE : target.maxBytes();
        if (!from.holdsStrings() && from.length(row) <= Math.min(most, mostBytes)) {
            return;
        }
        String text = from.string(row);
        int end = blanksMeanNothing ? text.stripTrailing().length() : text.length();
        boolean tooLong = end > most && text.codePointCount(0, end) > most;
        boolean tooManyBytes =
                text.length() > mostBytes / BYTES_PER_UNIT && text.getBytes(StandardCharsets.UTF_8).length > mostBytes;
        if (tooLong || tooManyBytes) {
            throw Unfit.range(text, TypeNames.of(target));
        }
    }
}
