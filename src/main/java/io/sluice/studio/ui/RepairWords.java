package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import io.sluice.script.Repair;

/** What repairs are called in the user's language. */
final class RepairWords {
    private static final String WRITE = "Write ";
    private static final String REMOVE = "Remove ";

    private RepairWords() {}

    static String of(Repair repair, Component speaker) {
        String label = repair.label();
        return switch (label) {
            case "Remove the comma" -> speaker.getTranslation("repair.remove-comma");
            case "Insert a comma" -> speaker.getTranslation("repair.insert-comma");
            case "Put it in quotes" -> speaker.getTranslation("repair.quote");
            case "Replace by blanks" -> speaker.getTranslation("repair.blanks");
            case "Use plain quotes" -> speaker.getTranslation("repair.plain-quotes");
            case "Write the backslash twice" -> speaker.getTranslation("repair.backslash");
            case "Remove this one, which does not count" -> speaker.getTranslation("repair.unused");
            default -> named(label, speaker);
        };
    }

    private static String named(String label, Component speaker) {
        if (label.startsWith(WRITE)) {
            return speaker.getTranslation("repair.write", label.substring(WRITE.length()));
        }
        return label.startsWith(REMOVE)
                ? speaker.getTranslation("repair.remove", label.substring(REMOVE.length()))
                : label;
    }
}
