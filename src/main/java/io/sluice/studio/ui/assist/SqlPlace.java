package io.sluice.studio.ui.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at a caret in a statement or condition, found by its words alone; the rest may be unfinished.
 *
 * @param start where the word before the caret begins, its quote included
 * @param word that word, as it is typed; may be empty
 * @param qualifier what stands before a dot in front of it, as it is typed; empty without one
 * @param uses the tables of the statement
 */
record SqlPlace(Expected expected, int start, String word, String qualifier, List<TableUse> uses) {
    private static final Set<String> BEFORE_TABLES = Set.of("from", "join", "into", "update", "table");
    private static final Set<String> BEFORE_USES = Set.of("from", "join", "into", "update");
    private static final Set<String> NO_ALIAS = Set.of(
            "as",
            "cross",
            "except",
            "fetch",
            "for",
            "full",
            "group",
            "having",
            "inner",
            "intersect",
            "join",
            "left",
            "limit",
            "natural",
            "offset",
            "on",
            "order",
            "right",
            "select",
            "set",
            "straight_join",
            "union",
            "using",
            "values",
            "when",
            "where",
            "window");

    SqlPlace {
        uses = List.copyOf(uses);
    }

    /** What kind of name. */
    enum Expected {
        NOTHING,
        TABLES,
        COLUMNS
    }

    /**
     * A table that a statement names.
     *
     * @param name as it is typed, with its schema
     * @param alias empty when it has none
     */
    record TableUse(String name, String alias) {
        /** Whether a column may be qualified so. */
        boolean answersTo(String qualifier) {
            return alias.isEmpty()
                    ? last(name).equalsIgnoreCase(last(qualifier))
                    : unquoted(alias).equalsIgnoreCase(unquoted(qualifier));
        }
    }

    /** The last part of a name, without quotes. */
    static String last(String name) {
        return unquoted(name.substring(name.lastIndexOf('.') + 1));
    }

    static String unquoted(String name) {
        return name.replaceAll("[\"`]", "");
    }

    Optional<TableUse> use() {
        return uses.stream().filter(use -> use.answersTo(qualifier)).findFirst();
    }

    /** @param mysql whether double quotes are those of texts, as MySQL has it */
    static SqlPlace at(String statement, int caret, boolean mysql) {
        List<SqlWord> words = SqlWord.of(statement, mysql);
        SqlWord own =
                words.stream().filter(word -> word.holds(caret)).findFirst().orElse(null);
        int start = own == null ? caret : own.start();
        if (own != null && isNoName(own)) {
            return new SqlPlace(Expected.NOTHING, caret, "", "", List.of());
        }
        List<SqlWord> before = words.stream()
                .filter(word -> word.end() <= start && word != own)
                .toList();
        int chain = startOfChain(before);
        String qualifier = chain == before.size()
                ? ""
                : statement.substring(
                        before.get(chain).start(), before.get(before.size() - 1).start());
        Expected expected = tableExpected(before.subList(0, chain)) ? Expected.TABLES : Expected.COLUMNS;
        return new SqlPlace(
                expected, start, statement.substring(start, caret), qualifier, uses(statement, plain(words)));
    }

    private static boolean isNoName(SqlWord word) {
        return switch (word.kind()) {
            case TEXT, COMMENT -> true;
            case NAME -> Character.isDigit(word.text().charAt(0));
            case QUOTED, SIGN -> false;
        };
    }

    /** Where the names with dots behind them begin that stand last; the end of the list when there are none. */
    private static int startOfChain(List<SqlWord> before) {
        int at = before.size();
        while (at >= 2 && before.get(at - 1).is(".") && before.get(at - 2).isName()) {
            at -= 2;
        }
        return at;
    }

    private static boolean tableExpected(List<SqlWord> before) {
        int at = before.size() - 1;
        if (at < 0) {
            return false;
        }
        if (!before.get(at).is(",")) {
            return isOneOf(BEFORE_TABLES, before.get(at));
        }
        while (at >= 0 && (before.get(at).is(",") || before.get(at).is(".") || isPlainName(before.get(at)))) {
            at--;
        }
        return at >= 0 && before.get(at).is("from");
    }

    private static boolean isPlainName(SqlWord word) {
        return word.isName() && (word.is("as") || !isOneOf(NO_ALIAS, word) && !word.is("from"));
    }

    private static boolean isOneOf(Set<String> names, SqlWord word) {
        return word.kind() == SqlWord.Kind.NAME && names.contains(word.text().toLowerCase(Locale.ROOT));
    }

    private static List<SqlWord> plain(List<SqlWord> words) {
        return words.stream()
                .filter(word -> word.kind() != SqlWord.Kind.COMMENT)
                .toList();
    }

    private static List<TableUse> uses(String statement, List<SqlWord> words) {
        List<TableUse> uses = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (isOneOf(BEFORE_USES, words.get(i))) {
                boolean many = words.get(i).is("from");
                int at = use(statement, words, i + 1, uses);
                while (many && at < words.size() && words.get(at).is(",")) {
                    at = use(statement, words, at + 1, uses);
                }
            }
        }
        return uses;
    }

    /** Takes the table that begins at a word, if one does. @return the word behind it and its alias */
    private static int use(String statement, List<SqlWord> words, int first, List<TableUse> uses) {
        int at = first;
        while (word(words, at) != null && words.get(at).isName() && is(words, at + 1, ".")) {
            at += 2;
        }
        SqlWord last = word(words, at);
        if (last == null || !last.isName() || isOneOf(NO_ALIAS, last)) {
            return first;
        }
        int alias = is(words, at + 1, "as") ? at + 2 : at + 1;
        SqlWord other = word(words, alias);
        String called = other != null && other.isName() && !isOneOf(NO_ALIAS, other) ? other.text() : "";
        uses.add(new TableUse(statement.substring(words.get(first).start(), last.end()), called));
        return called.isEmpty() ? at + 1 : alias + 1;
    }

    private static boolean is(List<SqlWord> words, int at, String text) {
        SqlWord word = word(words, at);
        return word != null && word.is(text);
    }

    private static @Nullable SqlWord word(List<SqlWord> words, int at) {
        return at < words.size() ? words.get(at) : null;
    }
}
