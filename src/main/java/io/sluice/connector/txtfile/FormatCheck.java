package io.sluice.connector.txtfile;

import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigProblem.Kind;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What cannot be right about a file format, whichever way the data goes. */
final class FormatCheck {
    private static final Set<Character> NO_DELIMITER = Set.of('"', '\n', '\r', '\uFEFF');

    private final List<ConfigProblem> problems = new ArrayList<>();

    private FormatCheck() {}

    static List<ConfigProblem> of(TxtFileReadConfig config) {
        FormatCheck check = new FormatCheck();
        check.encoding(config.encoding());
        check.delimiters(config.fileFormat(), config.fieldDelimiter(), config.nullFormat());
        return check.problems;
    }

    static List<ConfigProblem> of(TxtFileWriteConfig config) {
        FormatCheck check = new FormatCheck();
        check.encoding(config.encoding());
        check.delimiters(config.fileFormat(), config.fieldDelimiter(), config.nullFormat());
        return check.problems;
    }

    static ConfigProblem contradiction(String path, String message) {
        return new ConfigProblem(path, Kind.CONTRADICTION, message);
    }

    private void encoding(String name) {
        try {
            if (!Charset.forName(name).canEncode()) {
                problems.add(contradiction("encoding", "'" + name + "' cannot be written"));
            }
        } catch (IllegalArgumentException unknown) {
            problems.add(contradiction("encoding", "'" + name + "' is no character set"));
        }
    }

    private void delimiters(FileFormat format, String delimiter, String nullText) {
        switch (format) {
            case CSV -> {
                if (delimiter.length() != 1 || NO_DELIMITER.contains(delimiter.charAt(0))) {
                    problems.add(contradiction(
                            "fieldDelimiter", "In CSV it is one character, and no quote and no line end"));
                }
            }
            case TEXT -> {
                if (delimiter.chars().anyMatch(sign -> sign == '\n' || sign == '\r')) {
                    problems.add(contradiction("fieldDelimiter", "It must not hold a line end"));
                }
            }
        }
        boolean mistakable = nullText.contains(delimiter) || nullText.chars().anyMatch(FormatCheck::isStructure);
        if (mistakable) {
            problems.add(contradiction("nullFormat", "It must not hold a delimiter, a quote or a line end"));
        }
    }

    private static boolean isStructure(int sign) {
        return sign == '"' || sign == '\n' || sign == '\r';
    }
}
