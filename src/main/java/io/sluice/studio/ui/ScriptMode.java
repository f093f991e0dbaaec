package io.sluice.studio.ui;

import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;

/**
 * Keeps {@code extend.mode} of a task truthful: {@code wizard} while it is made in the form, {@code code} once somebody
 * switched to script mode. A script that does not say its mode is left as it is, and nothing else is ever changed.
 */
final class ScriptMode {
    private static final Path PLACE = Path.of("extend", "mode");
    private static final String WIZARD = "wizard";
    private static final String CODE = "code";

    private final ScriptDocument document;

    ScriptMode(ScriptDocument document) {
        this.document = document;
    }

    /** Whether the task says that it is made in the form. */
    boolean isWizard() {
        return says(WIZARD);
    }

    private boolean says(String mode) {
        return document.read(PLACE)
                .map(ConfigValue::toString)
                .filter(mode::equalsIgnoreCase)
                .isPresent();
    }

    /** Whether somebody should agree before the task is looked at this way. */
    boolean asksBefore(StudioToolbar.Mode wanted) {
        return switch (wanted) {
            case SCRIPT -> isWizard();
            case FORM, SPLIT -> false;
        };
    }

    /** The script that says the mode which the task has from now on; the same when it need not change, or cannot. */
    ScriptDocument after(StudioToolbar.Mode wanted) {
        return switch (wanted) {
            case SCRIPT -> isWizard() ? saying(CODE) : document;
            case FORM -> says(CODE) ? saying(WIZARD) : document;
            case SPLIT -> document;
        };
    }

    private ScriptDocument saying(String mode) {
        return document.readable() ? document.with(PLACE, new ConfigValue.Text(mode)) : document;
    }
}
