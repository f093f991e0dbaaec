package io.sluice.studio;

import java.text.Normalizer;
import java.util.Optional;

/** The rules for names of flows, folders and tasks. */
final class NodeName {
    static final int MAX_LENGTH = 128;

    private NodeName() {}

    /** The spelling to keep: composed characters, no blanks around. */
    static String tidy(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        int start = 0;
        int end = composed.length();
        while (start < end && blank(composed.charAt(start))) {
            start++;
        }
        while (start < end && blank(composed.charAt(end - 1))) {
            end--;
        }
        return composed.substring(start, end);
    }

    /** Blanks that do not break lines are blanks too. */
    private static boolean blank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Has no width, or one and nothing to see: a name of these alone could not be told from none. */
    private static boolean unseen(int character) {
        return blank(character)
                || switch (character) {
                    case 0x115F, 0x1160, 0x200C, 0x200D, 0x2800, 0x3164, 0xFFA0 -> true;
                    default -> false;
                };
    }

    static Optional<NameProblem> problem(String tidy) {
        if (tidy.codePoints().allMatch(NodeName::unseen)) {
            return Optional.of(NameProblem.EMPTY);
        }
        if (tidy.codePointCount(0, tidy.length()) > MAX_LENGTH) {
            return Optional.of(NameProblem.TOO_LONG);
        }
        boolean forbidden = tidy.codePoints().anyMatch(c -> c == '/' || c == '\\' || forbidden(c));
        return forbidden ? Optional.of(NameProblem.FORBIDDEN_CHARACTER) : Optional.empty();
    }

    /** Control characters and the marks that turn the reading direction can make a name read as another. */
    private static boolean forbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> character != 0x200D && character != 0x200C;
            default -> false;
        };
    }
}
