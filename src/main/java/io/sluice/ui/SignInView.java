package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.sluice.security.UserService;

/** Asks for user name and password; says that they were wrong without telling which. */
@Route("sign-in")
@AnonymousAllowed
class SignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final String SHOWN_WHERE_KEPT =
            "this.hidden = !Object.keys(sessionStorage).some(name => name.startsWith('sluice-unsent'))";

    private final transient UserService users;
    private final transient AuthenticationContext authentication;
    private final TextField userName = new TextField(getTranslation("sign-in.user-name"));
    private final SecretField password = new SecretField(getTranslation("sign-in.password"));
    private final CredentialsForm form = new CredentialsForm();

    SignInView(UserService users, AuthenticationContext authentication) {
        this.users = users;
        this.authentication = authentication;
        userName.getElement().setAttribute("name", CredentialsForm.USER_NAME);
        userName.setAutocomplete(Autocomplete.USERNAME);
        userName.setAutocapitalize(Autocapitalize.NONE);
        userName.setAutofocus(true);
        password.getElement().setAttribute("name", CredentialsForm.PASSWORD);
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        NativeButton submit = new NativeButton(getTranslation("sign-in.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("sl-submit");
        form.add(userName, password, submit);
        Entrance entrance = new Entrance(getTranslation("sign-in.title"), getTranslation("sign-in.lead"));
        entrance.show(kept(), form);
        add(entrance);
    }

    /** Who was signed out while typing reads that it is not lost. What a tab keeps is known to its browser alone. */
    private Component kept() {
        Div note = new Div(State.WARNING.glyph(), new Span(getTranslation("sign-in.kept")));
        note.addClassNames("sl-note", "sl-note-warning");
        note.setId("sign-in-kept");
        note.getElement()
                .setAttribute("role", "status")
                .setAttribute("hidden", true)
                .executeJs(SHOWN_WHERE_KEPT);
        return note;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (users.setupNeeded()) {
            event.forwardTo(SetupView.class);
        } else if (authentication.isAuthenticated()) {
            event.forwardTo("");
        } else if (event.getLocation().getQueryParameters().getParameters().containsKey("error")) {
            form.addComponentAsFirst(
                    refusal(getTranslation("sign-in.refused"), getTranslation("sign-in.refused.help")));
        } else if (event.getLocation().getQueryParameters().getParameters().containsKey("wait")) {
            form.addComponentAsFirst(refusal(getTranslation("sign-in.wait"), getTranslation("sign-in.wait.help")));
        }
    }

    private static Component refusal(String what, String help) {
        Span title = new Span(what);
        title.addClassName("sl-strong");
        Div lines = new Div(title, new Span(help));
        lines.addClassName("sl-column");
        Div note = new Div(State.FAILED.glyph(), lines);
        note.addClassNames("sl-note", "sl-note-failed");
        note.getElement().setAttribute("role", "alert");
        return note;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sign-in.title") + " · Sluice";
    }
}
