package io.sluice.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The icons of the product, drawn in themes/sluice/icons.css; each takes the colour of the text beside it. */
public enum Icon {
    ACTIVITY,
    ARROW_LEFT,
    ARROW_RIGHT,
    BOLT,
    BULB,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CHEVRON_UP,
    CLOCK,
    CLOSE,
    COPY,
    DATABASE,
    DOWNLOAD,
    EXPAND,
    EYE,
    EYE_OFF,
    FILTER,
    FLOW,
    FOLDER,
    FORMAT,
    GLOBE,
    HELP,
    HISTORY,
    INFO,
    KEY,
    KEYBOARD,
    LINK,
    LIST,
    MINUS,
    MOON,
    MORE,
    PENCIL,
    PLAY,
    PLUS,
    REFRESH,
    SAVE,
    SCREEN,
    SEARCH,
    SERVER,
    SETTINGS,
    SIDEBAR,
    SIGN_OUT,
    STOP,
    STUDIO,
    SUBMIT,
    SUN,
    TASK,
    TEMPLATE,
    TERMINAL,
    TIDY,
    TRASH,
    UNDO,
    UPLOAD,
    USER,
    WRAP;

    /** A new element showing this icon; hidden from screen readers, so the control it sits in needs a name of its own. */
    public Span create() {
        Span icon = new Span();
        icon.addClassNames("sl-icon", cssClass());
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    String cssClass() {
        return "sl-i-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
