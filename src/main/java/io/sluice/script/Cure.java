package io.sluice.script;

/**
 * What a repair does, to be said in the user's language.
 *
 * @param subject what is written or removed, as it stands in the script; empty when the action says it
 */
public record Cure(Action action, String subject) {
    /** The kinds of repairs. */
    public enum Action {
        REMOVE_COMMA,
        INSERT_COMMA,
        QUOTE,
        WRITE_BLANKS,
        PLAIN_QUOTES,
        DOUBLE_BACKSLASH,
        /** Of two members with one name, the one that does not count. */
        REMOVE_UNUSED,
        WRITE,
        REMOVE
    }

    static Cure of(Action action) {
        return new Cure(action, "");
    }

    public static Cure write(String subject) {
        return new Cure(Action.WRITE, subject);
    }
}
