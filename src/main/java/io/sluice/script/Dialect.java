package io.sluice.script;

import io.sluice.spi.config.ConfigValue;

/** The forms of job files that are read. */
public enum Dialect {
    /** The native form: {@code type}, {@code version} and a list of {@code steps}. */
    DIJOB_2("DIJob 2.0"),
    /** The older form: {@code configuration} with {@code reader}, {@code writer} and {@code setting}. */
    DIJOB_1("DIJob 1.0"),
    /** A job of open-source DataX: {@code job.content}. */
    DATAX("DataX");

    private final String label;

    Dialect(String label) {
        this.label = label;
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** The form this document has; the native one when it is none of the others. */
    public static Dialect of(ScriptDocument document) {
        if (document.read(Path.of("steps")).isPresent()) {
            return DIJOB_2;
        } else if (document.read(Path.of("job", "content")).isPresent()) {
            return DATAX;
        }
        boolean older = document.read(Path.of("configuration")).orElse(null) instanceof ConfigValue.Obj;
        return older ? DIJOB_1 : DIJOB_2;
    }
}
