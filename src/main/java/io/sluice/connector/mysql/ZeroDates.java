package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.DateChoice;
import io.sluice.spi.Unrepresentable;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.Field;
import io.sluice.spi.data.LogicalType;
import java.time.LocalDate;
import java.util.List;

/** What becomes of dates that MySQL holds and nobody else, as scripts choose it. */
record ZeroDates(
        @Field(
                label = "Zero dates",
                help =
                        "What becomes of 0000-00-00 and 0000-00-00 00:00:00. Dates of which only a part is zero are always"
                                + " dirty.",
                byDefault = "dirty")
        DateChoice zeroDate,

        @Field(
                label = "Instead of zero dates",
                help =
                        "The date, when zero dates become one; midnight of it (UTC for TIMESTAMP) where the column has a time.",
                example = "1970-01-01",
                byDefault = "")
        String replacement) {
    static final ZeroDates DIRTY = new ZeroDates(DateChoice.DIRTY, "");

    List<ConfigProblem> problems() {
        return zeroDate.problems("zeroDate", List.of(new DateChoice.Given("replacement", replacement)));
    }

    Unrepresentable.ZeroDate chosen() {
        LocalDate date = zeroDate == DateChoice.REPLACE ? DateChoice.date(replacement) : null;
        return zeroDate == DateChoice.CONVERT_TO_NULL
                ? new Unrepresentable.ZeroDate.ConvertToNull()
                : date == null ? new Unrepresentable.ZeroDate.Dirty() : new Unrepresentable.ZeroDate.Replace(date);
    }

    /** Whether columns of a type have such dates and the script wants others for them. */
    boolean concern(LogicalType type) {
        return zeroDate != DateChoice.DIRTY
                && (type instanceof LogicalType.Date
                        || type instanceof LogicalType.Timestamp
                        || type instanceof LogicalType.Instant);
    }

    /** How the script spells the choice. */
    String spelled() {
        return Unrepresentable.spelled("zeroDate", zeroDate == DateChoice.REPLACE ? "replace" : "convertToNull");
    }
}
