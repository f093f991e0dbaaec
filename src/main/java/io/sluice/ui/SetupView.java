package io.sluice.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.sluice.security.NewUser;
import io.sluice.security.NewUserProblem;
import io.sluice.security.SetupResult;
import io.sluice.security.UserService;
import java.util.List;
import java.util.Set;

/** The first start: whoever holds the token printed on the console becomes the administrator. */
@Route("setup")
@AnonymousAllowed
class SetupView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient UserService users;
    private final TextField token = new TextField(getTranslation("setup.token"));
    private final TextField userName = new TextField(getTranslation("setup.user-name"));
    private final TextField fullName = new TextField(getTranslation("setup.full-name"));
    private final EmailField email = new EmailField(getTranslation("setup.email"));
    private final SecretField password = new SecretField(getTranslation("setup.password"));
    private final PasswordMeter meter = new PasswordMeter();
    private final CredentialsForm form = new CredentialsForm();
    private final Chip valid = Chip.of(State.OK, getTranslation("setup.token.valid"));

    SetupView(UserService users) {
        this.users = users;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        if (users.setupNeeded()) {
            add(questions());
            token.setValue(event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter("token")
                    .orElse(""));
            checkToken();
        } else {
            add(alreadyDone());
        }
    }

    private Entrance questions() {
        configureNames();
        configureToken();
        configurePassword();
        NativeButton submit = new NativeButton(getTranslation("setup.submit"), click -> create());
        submit.addClassName("sl-submit");
        submit.getElement().setAttribute("type", "submit").executeJs("this.form.onsubmit = () => false");
        Div names = new Div(userName, fullName);
        names.addClassName("sl-pair");
        form.add(token, names, email, new Div(password, meter), submit);
        Div next = new Div(Icon.PLAY.create(), new Span(getTranslation("setup.next")));
        next.addClassName("sl-next");
        Entrance entrance = new Entrance(getTranslation("setup.title"), getTranslation("setup.lead"));
        entrance.show(form, next);
        return entrance;
    }

    private Entrance alreadyDone() {
        Entrance entrance = new Entrance(getTranslation("setup.title"), getTranslation("setup.done"));
        entrance.show(new Anchor("sign-in", getTranslation("setup.done.sign-in")));
        return entrance;
    }

    private void configureNames() {
        userName.getElement().setAttribute("name", CredentialsForm.USER_NAME);
        userName.setAutocomplete(Autocomplete.USERNAME);
        userName.setAutocapitalize(Autocapitalize.NONE);
        userName.setAutofocus(true);
        fullName.setAutocomplete(Autocomplete.NAME);
        email.setAutocomplete(Autocomplete.EMAIL);
        email.setPlaceholder(getTranslation("setup.email.optional"));
        List.of(userName, fullName, email, password).forEach(field -> {
            field.setManualValidation(true);
            field.addValueChangeListener(change -> field.setInvalid(false));
        });
    }

    private void configureToken() {
        token.addClassName("sl-token");
        token.setHelperText(getTranslation("setup.token.help"));
        token.setAutocomplete(Autocomplete.OFF);
        token.setManualValidation(true);
        token.setSuffixComponent(valid);
        token.setValueChangeMode(ValueChangeMode.LAZY);
        token.addValueChangeListener(change -> checkToken());
    }

    private void configurePassword() {
        password.getElement().setAttribute("name", CredentialsForm.PASSWORD);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setValueChangeMode(ValueChangeMode.LAZY);
        password.addValueChangeListener(
                change -> meter.show(PasswordStrength.of(change.getValue(), userName.getValue())));
    }

    private void checkToken() {
        boolean right = users.tokenValid(token.getValue().strip());
        valid.setVisible(right);
        token.setInvalid(!right && !token.isEmpty());
        token.setErrorMessage(getTranslation("setup.token.wrong"));
    }

    private void create() {
        NewUser wish = new NewUser(userName.getValue(), fullName.getValue(), email.getValue(), password.getValue());
        switch (users.createAdministrator(token.getValue().strip(), wish)) {
            case SetupResult.Created ignored -> form.submit();
            case SetupResult.WrongToken ignored -> refuse(token, getTranslation("setup.token.wrong"));
            case SetupResult.Invalid invalid -> refuse(invalid.problems());
            case SetupResult.AlreadyDone ignored -> {
                removeAll();
                add(alreadyDone());
            }
        }
    }

    private void refuse(Set<NewUserProblem> problems) {
        List.of(userName, fullName, email, password).forEach(field -> field.setInvalid(false));
        for (NewUserProblem problem : NewUserProblem.values()) {
            if (problems.contains(problem) && !field(problem).isInvalid()) {
                refuse(field(problem), getTranslation("setup.problem." + problem.name()));
            }
        }
    }

    private static void refuse(HasValidation field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
    }

    private HasValidation field(NewUserProblem problem) {
        return switch (problem) {
            case USER_NAME_EMPTY, USER_NAME_LONG, USER_NAME_CHARACTERS -> userName;
            case DISPLAY_NAME_EMPTY, DISPLAY_NAME_LONG -> fullName;
            case EMAIL_MALFORMED -> email;
            case PASSWORD_SHORT, PASSWORD_LONG, PASSWORD_COMMON, PASSWORD_CONTAINS_NAME -> password;
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("setup.title") + " · Sluice";
    }
}
