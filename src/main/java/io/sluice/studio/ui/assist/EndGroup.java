package io.sluice.studio.ui.assist;

import io.sluice.script.Side;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;

/** Where the form shows a parameter of a source or target: at once, or folded with others. */
public enum EndGroup {
    /** Always in sight. */
    SHOWN(""),
    /** What a step can do without being asked: it has a default and nothing is offered for it. */
    MORE("form.more-parameters"),
    /** Statements of the target that run before and after; the query of a source stays in sight. */
    STATEMENTS("form.statements"),
    /** For those who know why. */
    ADVANCED("form.advanced-parameters");

    private static final String WRITE_MODE = "writeMode";

    private final String title;

    EndGroup(String title) {
        this.title = title;
    }

    /** The key of its title, with the number of its parameters; empty for what is in sight. */
    public String title() {
        return title;
    }

    public static EndGroup of(Side side, FieldSpec field) {
        if (field.advanced()) {
            return ADVANCED;
        }
        if (isStatements(side, field)) {
            return STATEMENTS;
        }
        return isDetail(field) ? MORE : SHOWN;
    }

    private static boolean isStatements(Side side, FieldSpec field) {
        return side == Side.WRITER
                && field.type() instanceof FieldType.ListType list
                && list.element() instanceof FieldType.TextType text
                && text.code().equals("sql");
    }

    private static boolean isDetail(FieldSpec field) {
        return !field.required()
                && field.type().lookup().isEmpty()
                && !field.name().equals(WRITE_MODE)
                && !(field.type() instanceof FieldType.TextType text
                        && !text.code().isEmpty());
    }
}
