package io.sluice.studio.ui.form;

import io.sluice.engine.convert.Reason;
import io.sluice.run.ui.Texts;
import io.sluice.spi.data.LogicalType;
import java.util.List;
import java.util.Locale;

/** Says in the user's language why types fit as they do. */
record ReasonWords(Texts texts) {
    /** All reasons in one sentence; empty when there is nothing to say. */
    String of(List<Reason> reasons) {
        return reasons.stream()
                .map(this::of)
                .reduce((one, other) -> texts.translate("reason.pair", one, other))
                .orElse("");
    }

    private String of(Reason reason) {
        Object[] arguments = reason.arguments().stream().map(ReasonWords::word).toArray();
        return texts.translate("reason." + key(reason.code()), arguments);
    }

    static String key(Reason.Code code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A number stays one, so that the text can say one or many. */
    private static Object word(Object argument) {
        return switch (argument) {
            case LogicalType type -> TypeWords.of(type);
            case Number number -> number;
            default -> String.valueOf(argument);
        };
    }
}
