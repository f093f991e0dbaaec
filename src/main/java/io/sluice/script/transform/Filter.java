package io.sluice.script.transform;

import io.sluice.spi.config.Code;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Option;
import io.sluice.spi.config.Range;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * {@code filter}: keeps or drops the records that meet a condition, which is a comparison of one column or a CEL
 * expression. Comparisons follow dx_filter (script-format.md section 8.3): numbers compare exactly as numbers, times as
 * times, everything else as text by its characters; NULL meets {@code = null}, {@code not like}, and {@code !=} every
 * other value, and nothing else. What an expression makes of NULL it must say itself.
 */
public record Filter(
        @Field(label = "Column", help = "Name of the column as it reaches the step.") @Lookup("columns") @Nullable
        String name,

        @Field(label = "Column number", help = "Counted from 0; instead of the name.", advanced = true)
        @Range(min = 0)
        @Nullable
        Integer columnIndex,

        @Field(label = "Comparison", help = "How the column is compared with the value.", byDefault = "=")
        Operator operator,

        @Field(label = "Value", help = "What the column is compared with; null means no value.", blankIsValue = true)
        @Nullable
        String value,

        @Field(
                label = "Expression",
                help = "A condition in CEL over the columns, instead of a comparison.",
                example = "status == 'paid' && amount > 100")
        @Code("cel")
        @Nullable
        String expression,

        @Field(
                label = "Matching records",
                help = "What happens to records that meet the condition.",
                byDefault = "keep")
        Matching matching)
        implements Transform {
    /** What happens to records that meet the condition. */
    public enum Matching {
        @Option(label = "Keep", help = "Only records that meet the condition go on.")
        KEEP,
        @Option(label = "Drop", help = "Records that meet the condition are left out.")
        DROP
    }

    /** Comparisons. */
    public enum Operator {
        @Option(value = "=", label = "Equal", help = "The column has this value.")
        EQUAL,
        @Option(value = "!=", label = "Not equal", help = "The column has another value.")
        NOT_EQUAL,
        @Option(value = ">", label = "Greater", help = "The column is greater than the value.")
        GREATER,
        @Option(value = ">=", label = "Greater or equal", help = "The column is the value or greater.")
        GREATER_OR_EQUAL,
        @Option(value = "<", label = "Less", help = "The column is less than the value.")
        LESS,
        @Option(value = "<=", label = "Less or equal", help = "The column is the value or less.")
        LESS_OR_EQUAL,
        @Option(value = "like", label = "Like", help = "The whole text matches a regular expression.")
        LIKE,
        @Option(value = "not like", label = "Not like", help = "The text does not match a regular expression.")
        NOT_LIKE
    }

    public Filter {
        if (expression == null) {
            ColumnChoice.requireOne(name, columnIndex);
            if (value == null) {
                throw new IllegalArgumentException("'value' is missing; write \"null\" to compare with no value");
            }
            requirePattern(operator, value);
        } else if (name != null || columnIndex != null || value != null) {
            throw new IllegalArgumentException("Give a column and a value, or an 'expression', not both");
        }
    }

    private static void requirePattern(Operator operator, String value) {
        if (operator == Operator.LIKE || operator == Operator.NOT_LIKE) {
            try {
                Pattern.compile(value);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("'value' is no regular expression: " + e.getDescription(), e);
            }
        }
    }
}
