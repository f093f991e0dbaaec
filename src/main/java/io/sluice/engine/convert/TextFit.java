package io.sluice.engine.convert;

import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.LogicalType.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Looks whether text fits a column.
 *
 * @param blanksMeanNothing whether blanks at the end count for the length
 */
record TextFit(Text target, boolean blanksMeanNothing) {
    /** In UTF-16 a unit stands for at most three bytes of UTF-8. */
    private static final int BYTES_PER_UNIT = 3;

    List<Reason> reasons() {
        if (target.maxLength() > 0 && target.maxBytes() > 0) {
            return because(Code.CHARACTERS_AND_BYTES, target.maxLength(), target.maxBytes());
        }
        return target.maxLength() > 0
                ? because(Code.CHARACTERS, target.maxLength())
                : because(Code.BYTES_OF_TEXT, target.maxBytes());
    }

    ColumnConversion check() {
        return ColumnConversion.check(reasons(), RowLoop.check(BytesVector.class, this::require));
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
