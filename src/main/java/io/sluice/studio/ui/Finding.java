package io.sluice.studio.ui;

import io.sluice.script.Place;
import io.sluice.script.Repair;
import io.sluice.spi.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a script as the editor marks it and the dock lists it.
 *
 * @param where names of the steps and keys around it, for people
 * @param repair what would cure it; null when only people can
 */
record Finding(
        String code,
        Severity severity,
        Sentence said,
        String where,
        Place place,
        @Nullable Repair repair) {
    Finding(String code, Severity severity, Sentence said, String where, Place place) {
        this(code, severity, said, where, place, null);
    }

    /** In English. */
    String message() {
        return said.toString();
    }

    enum Severity {
        ERROR,
        WARNING,
        HINT
    }

    boolean isError() {
        return severity == Severity.ERROR;
    }

    static long errors(List<Finding> findings) {
        return findings.stream().filter(Finding::isError).count();
    }
}
