package io.sluice.script.transform;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Range;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code cast}: changes the types of columns by the rules of data-type-conversion.md; a value that does not fit exactly is dirty. */
public record Cast(
        @Field(label = "Columns", help = "One entry for each column.")
        List<Target> fields) implements Transform {
    /** What one column becomes. */
    public record Target(
            @Field(label = "Column", help = "Name of the column as it reaches the step.") @Lookup("columns") @Nullable
            String name,

            @Field(label = "Column number", help = "Counted from 0; instead of the name.", advanced = true)
            @Range(min = 0)
            @Nullable
            Integer columnIndex,

            @Field(
                    label = "Type",
                    help = "Type of the column, for example int64, decimal(10,2), timestamp(6) or text(20).")
            String type,

            @Field(
                    label = "Format",
                    help = "Pattern of dates and times as text; the task's formats when not set.",
                    example = "dd.MM.yyyy HH:mm:ss")
            @Nullable
            String format,

            @Field(
                    label = "Time zone",
                    help = "Zone of local times; the task's when not set.",
                    example = "Asia/Shanghai",
                    advanced = true)
            @Nullable
            String timeZone) {
        public Target {
            ColumnChoice.requireOne(name, columnIndex);
            TypeText.parse(type);
            if (format != null) {
                Objects.requireNonNull(DateTimeFormatter.ofPattern(format));
            }
            requireZone(timeZone);
        }

        private static void requireZone(@Nullable String zone) {
            try {
                if (zone != null) {
                    ZoneId.of(zone);
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "'" + zone + "' is no time zone; write it like Europe/Berlin or GMT+8", e);
            }
        }
    }
}
