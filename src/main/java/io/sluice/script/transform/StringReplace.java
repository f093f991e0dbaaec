package io.sluice.script.transform;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Range;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** {@code stringreplace}: replaces text in columns; NULL stays NULL (script-format.md section 2.3). */
public record StringReplace(
        @Field(label = "Rules", help = "One rule for each column; they are applied in their order.")
        List<Rule> condition)
        implements Transform {
    /** What is replaced in one column, at every place it is found. */
    public record Rule(
            @Field(label = "Column", help = "Name of the column as it reaches the step.") @Lookup("columns") @Nullable
            String name,

            @Field(label = "Column number", help = "Counted from 0; instead of the name.", advanced = true)
            @Range(min = 0)
            @Nullable
            Integer columnIndex,

            @Field(label = "Search for", help = "The text that is replaced.", blankIsValue = true)
            String replaceString,

            @Field(label = "Replace by", help = "The text in its place.", byDefault = "", blankIsValue = true)
            String replaceByString,

            @Field(
                    label = "Regular expression",
                    help = "The search text is a regular expression; $1 in the replacement is its first group.",
                    byDefault = "false")
            boolean useRegex,

            @Field(label = "Case sensitive", help = "Upper and lower case letters are different.", byDefault = "false")
            boolean caseSensitive) {
        public Rule {
            ColumnChoice.requireOne(name, columnIndex);
            if (replaceString.isEmpty()) {
                throw new IllegalArgumentException("'replaceString' is empty; say what is replaced");
            }
            requireFitting(pattern(replaceString, useRegex, caseSensitive), replacement(replaceByString, useRegex));
        }

        /** What is searched for. */
        public Pattern pattern() {
            return pattern(replaceString, useRegex, caseSensitive);
        }

        /** What stands in its place, as {@link Matcher#replaceAll} reads it. */
        public String replacement() {
            return replacement(replaceByString, useRegex);
        }

        private static String replacement(String text, boolean regex) {
            return regex ? text : Matcher.quoteReplacement(text);
        }

        private static Pattern pattern(String search, boolean regex, boolean caseSensitive) {
            int letters = caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            try {
                return Pattern.compile(search, letters | (regex ? 0 : Pattern.LITERAL));
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "'replaceString' is no regular expression: " + e.getDescription(), e);
            }
        }

        /** Tries the replacement on a match of nothing, because an unknown group shows only when it is used. */
        private static void requireFitting(Pattern search, String replacement) {
            boolean literal = (search.flags() & Pattern.LITERAL) != 0;
            if (!literal) {
                try {
                    Pattern.compile("(?:" + search.pattern() + "\n)|", search.flags())
                            .matcher("")
                            .replaceAll(replacement);
                } catch (PatternSyntaxException e) {
                    return;
                } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                    throw new IllegalArgumentException("'replaceByString': " + e.getMessage(), e);
                }
            }
        }
    }
}
