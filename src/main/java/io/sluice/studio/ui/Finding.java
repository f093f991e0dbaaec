package io.sluice.studio.ui;

import io.sluice.script.Place;
import java.util.List;

/**
 * A problem of a script as the editor marks it and the dock lists it.
 *
 * @param where names of the steps and keys around it, for people
 */
record Finding(String code, Severity severity, String message, String where, Place place) {
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
