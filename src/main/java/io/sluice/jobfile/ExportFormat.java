package io.sluice.jobfile;

/** The forms that tasks are exported in. */
public enum ExportFormat {
    /** The script as it is. */
    SCRIPT(".json"),
    /** A job of open-source DataX. */
    DATAX(".datax.json");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    String ending() {
        return ending;
    }
}
