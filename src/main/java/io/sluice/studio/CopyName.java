package io.sluice.studio;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How clones are named, in the words of whoever clones: “orders (copy)”, then “orders (copy 2)”.
 *
 * @param first what the first clone has behind its name
 * @param later what the others have, with {@code #} for their number
 */
public record CopyName(String first, String later) {
    /** The first name for a clone that is free; cut at its end when it would be too long. */
    String free(String original, Predicate<String> taken) {
        String base = base(original);
        String name = fitting(base, first);
        for (int number = 2; taken.test(name); number++) {
            name = fitting(base, later.replace("#", Integer.toString(number)));
        }
        return name;
    }

    /** The clone of a clone is one of the same original. */
    private String base(String original) {
        String[] around = later.split("#", 2);
        Pattern behind = Pattern.compile("(?:" + Pattern.quote(first) + "|" + Pattern.quote(around[0]) + "[0-9]{1,4}"
                + Pattern.quote(around.length > 1 ? around[1] : "") + ")$");
        String base = behind.matcher(original).replaceFirst("");
        return base.isBlank() ? original : base;
    }

    private static String fitting(String base, String behind) {
        int room = NodeName.MAX_LENGTH - behind.codePointCount(0, behind.length());
        boolean fits = base.codePointCount(0, base.length()) <= room;
        return (fits
                        ? base
                        : base.substring(0, base.offsetByCodePoints(0, room)).stripTrailing())
                + behind;
    }
}
