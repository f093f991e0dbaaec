package io.sluice.run.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;

/** What can become of a load that did not get to its end: it goes on, or it is given up after a question. */
final class ResumeButtons extends Div {
    private final Runnable giveUp;

    ResumeButtons(Runnable resume, Runnable giveUp) {
        this.giveUp = giveUp;
        addClassName("sl-resume-row");
        Button goOn = new Button(getTranslation("run.resume"), click -> resume.run());
        goOn.addClassName("sl-resume");
        goOn.setTooltipText(getTranslation("run.resume.help"));
        Button end = new Button(getTranslation("run.give-up"), click -> ask());
        end.addClassName("sl-give-up");
        end.addThemeNames("tertiary");
        end.setTooltipText(getTranslation("run.give-up.help"));
        add(goOn, end);
    }

    private void ask() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.addClassName("sl-give-up-dialog");
        dialog.setHeader(getTranslation("run.give-up.title"));
        dialog.add(Blocks.paragraph("sl-dialog-text", getTranslation("run.give-up.about")));
        dialog.setConfirmText(getTranslation("run.give-up"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("run.give-up.not"));
        dialog.addConfirmListener(confirmed -> giveUp.run());
        dialog.open();
    }
}
