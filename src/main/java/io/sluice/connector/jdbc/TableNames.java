package io.sluice.connector.jdbc;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expands ranges in table names: {@code t_[0-99]} stands for 100 tables. */
public final class TableNames {
    private static final Pattern RANGE = Pattern.compile("\\[(\\d{1,9})-(\\d{1,9})\\]");
    private static final int MOST = 5000;

    private TableNames() {}

    /**
     * All names in their order.
     *
     * @throws SluiceException PARAMETER_INVALID for a range that runs backwards or stands for more than 5000 tables
     */
    public static List<String> expand(List<String> names) {
        List<String> expanded = new ArrayList<>();
        for (String name : names) {
            expand(name.strip(), expanded);
        }
        return List.copyOf(expanded);
    }

    private static void expand(String name, List<String> into) {
        Matcher range = RANGE.matcher(name);
        if (!range.find()) {
            into.add(name);
            return;
        }
        int first = Integer.parseInt(range.group(1));
        int last = Integer.parseInt(range.group(2));
        if (last < first || last - first >= MOST || into.size() > MOST) {
            throw new SluiceException(
                    CommonError.PARAMETER_INVALID, "The range in '" + name + "' is empty or has more than 5000 tables");
        }
        for (int number = first; number <= last; number++) {
            expand(name.substring(0, range.start()) + number + name.substring(range.end()), into);
        }
    }
}
