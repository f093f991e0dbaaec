package io.sluice.studio.ui.form;

import io.sluice.script.StepDescription;
import io.sluice.spi.config.FieldSpec;
import java.util.Optional;

/** How a writer is told where values go. */
enum TargetShape {
    /** The columns of a table, by name. */
    TABLE("column"),
    /** Names in the first line of a file, by position; there may be none. */
    HEADER("header"),
    /** Takes what comes, in the order in which it comes. */
    ANY("");

    private final String parameter;

    TargetShape(String parameter) {
        this.parameter = parameter;
    }

    /** The parameter that lists the columns; empty for {@link #ANY}. */
    String parameter() {
        return parameter;
    }

    /** Without a description a writer is taken for a table. */
    static TargetShape of(Optional<StepDescription> writer) {
        if (writer.isEmpty() || has(writer.get(), TABLE)) {
            return TABLE;
        }
        return has(writer.get(), HEADER) ? HEADER : ANY;
    }

    private static boolean has(StepDescription writer, TargetShape shape) {
        return writer.parameters().fields().stream().map(FieldSpec::name).anyMatch(shape.parameter::equals);
    }
}
