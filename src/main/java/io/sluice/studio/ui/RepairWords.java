package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import io.sluice.script.Repair;

/** What repairs are called in the user's language. */
final class RepairWords {
    private RepairWords() {}

    static String of(Repair repair, Component speaker) {
        String subject = repair.cure().subject();
        return switch (repair.cure().action()) {
            case REMOVE_COMMA -> speaker.getTranslation("repair.remove-comma");
            case INSERT_COMMA -> speaker.getTranslation("repair.insert-comma");
            case QUOTE -> speaker.getTranslation("repair.quote");
            case WRITE_BLANKS -> speaker.getTranslation("repair.blanks");
            case PLAIN_QUOTES -> speaker.getTranslation("repair.plain-quotes");
            case DOUBLE_BACKSLASH -> speaker.getTranslation("repair.backslash");
            case REMOVE_UNUSED -> speaker.getTranslation("repair.unused");
            case WRITE -> speaker.getTranslation("repair.write", subject);
            case REMOVE -> speaker.getTranslation("repair.remove", subject);
        };
    }
}
