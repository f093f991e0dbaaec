package io.sluice.ui;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a page says by itself when the server does not answer it, or not as it should, in the user's language. */
@Component
final class ServerNotices implements VaadinServiceInitListener {
    /** There is no other way to what is said when the server answers again. */
    private static final String FOUND = "window.Vaadin.connectionIndicator.onlineText = $0";

    private final Translations texts;

    ServerNotices(Translations texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(asked -> {
            VaadinRequest request = asked.getRequest();
            return messages(request == null ? asked.getLocale() : Appearance.language(request));
        });
        event.getSource().addUIInitListener(this::configure);
    }

    private CustomizedSystemMessages messages(Locale language) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setInternalErrorCaption(texts.getTranslation("notice.error", language));
        messages.setInternalErrorMessage(texts.getTranslation("notice.error.advice", language));
        messages.setCookiesDisabledCaption(texts.getTranslation("notice.cookies", language));
        messages.setCookiesDisabledMessage(texts.getTranslation("notice.cookies.advice", language));
        return messages;
    }

    private void configure(UIInitEvent start) {
        Locale language = Appearance.language(VaadinRequest.getCurrent());
        ReconnectDialogConfiguration lost = start.getUI().getReconnectDialogConfiguration();
        lost.setDialogText(texts.getTranslation("notice.reconnecting", language));
        lost.setDialogTextGaveUp(texts.getTranslation("notice.lost", language));
        start.getUI().getPage().executeJs(FOUND, texts.getTranslation("notice.found", language));
    }
}
