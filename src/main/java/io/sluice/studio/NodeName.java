package io.sluice.studio;

import java.text.Normalizer;
import java.util.Optional;

/** The rules for names of flows, folders and tasks. */
final class NodeName {
    static final int MAX_LENGTH = 128;

    private NodeName() {}

    /** The spelling to keep: composed characters, no blanks around. */
    static String tidy(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    }

    static Optional<NameProblem> problem(String tidy) {
        if (tidy.isEmpty()) {
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
