package io.sluice.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A plain HTML form that posts the fields named {@code username} and {@code password} to the sign-in door, so that
 * password managers understand it and the session is renewed by the server's own filter.
 */
@Tag("form")
final class CredentialsForm extends HtmlContainer {
    static final String USER_NAME = "username";
    static final String PASSWORD = "password";

    CredentialsForm() {
        getElement().setAttribute("method", "post").setAttribute("action", "sign-in");
        Object token = VaadinServletRequest.getCurrent().getAttribute(CsrfToken.class.getName());
        if (token instanceof CsrfToken csrf) {
            Input hidden = new Input();
            hidden.setType("hidden");
            hidden.getElement().setAttribute("name", csrf.getParameterName()).setAttribute("value", csrf.getToken());
            add(hidden);
        }
    }

    /** Posts the form from the browser, as pressing its button does. */
    void submit() {
        getElement().executeJs("this.submit()");
    }
}
