package io.sluice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.sluice.workspace.PermissionDeniedException;
import jakarta.annotation.security.PermitAll;

/** What somebody sees who is signed in and belongs to no workspace, or not any more. */
@PermitAll
class NoWorkspaceView extends Div implements HasErrorParameter<PermissionDeniedException>, HasDynamicTitle {
    private static final int FORBIDDEN = 403;

    NoWorkspaceView(AuthenticationContext authentication) {
        addClassName("sl-empty");
        H1 title = new H1(getTranslation("no-workspace.title"));
        title.addClassName("sl-refused");
        Button signOut = new Button(getTranslation("shell.sign-out"), click -> authentication.logout());
        signOut.addThemeNames("primary");
        add(title, new Paragraph(getTranslation("no-workspace.about")), signOut);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<PermissionDeniedException> parameter) {
        return FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("no-workspace.title") + " · Sluice";
    }
}
