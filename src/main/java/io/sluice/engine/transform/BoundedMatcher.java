package io.sluice.engine.transform;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Applies a regular expression to one value after the other and gives up on a value that takes it too long: with
 * {@code (a|aa)+?b} a text of sixty letters would keep a channel busy for hours, and nothing could end it. The bound counts
 * looks at characters and not time, so that it depends on the value alone. A text that is searched for as it
 * stands has nothing to try again, and is not slowed down by counting. Belongs to one thread.
 */
final class BoundedMatcher {
    private static final long LOOKS = 10_000_000;
    private static final long LOOKS_FOR_EACH_CHARACTER = 1_000;

    private final Text text = new Text();
    private final Matcher matcher;
    private final boolean literal;

    BoundedMatcher(Pattern pattern) {
        matcher = pattern.matcher(text);
        literal = (pattern.flags() & Pattern.LITERAL) != 0;
    }

    /** @throws SluiceException VALUE_NOT_CONVERTIBLE when it takes too long or goes too deep */
    boolean matches(String value) {
        try {
            return on(value).matches();
        } catch (StackOverflowError e) {
            throw tooDeep(e);
        }
    }

    /**
     * The value with all matches replaced; null when there is none.
     *
     * @throws SluiceException VALUE_NOT_CONVERTIBLE when it takes too long or goes too deep
     */
    @Nullable
    String replaced(String value, String replacement) {
        try {
            Matcher found = on(value);
            return found.find() ? found.replaceAll(replacement) : null;
        } catch (StackOverflowError e) {
            throw tooDeep(e);
        }
    }

    private Matcher on(String value) {
        if (literal) {
            return matcher.reset(value);
        }
        text.begin(value);
        return matcher.reset(text);
    }

    private static SluiceException tooDeep(StackOverflowError e) {
        return new SluiceException(
                CommonError.VALUE_NOT_CONVERTIBLE, "The regular expression goes too deep for this text", e);
    }

    /** The value, as long as it may be looked at. */
    private static final class Text implements CharSequence {
        private String value = "";
        private long left;

        void begin(String next) {
            value = next;
            left = LOOKS + LOOKS_FOR_EACH_CHARACTER * next.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new SluiceException(
                        CommonError.VALUE_NOT_CONVERTIBLE, "The regular expression takes too long for this text");
            }
            return value.charAt(index);
        }

        @Override
        public int length() {
            return value.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return value.substring(start, end);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
