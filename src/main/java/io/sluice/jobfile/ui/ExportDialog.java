package io.sluice.jobfile.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.sluice.jobfile.ExportFormat;
import io.sluice.jobfile.ExportedFile;
import io.sluice.jobfile.ExportedFile.TaskRemark;
import io.sluice.jobfile.Remark;
import io.sluice.run.ui.Blocks;
import io.sluice.ui.Icon;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Function;

/** Exports tasks in a format of choice and says what the file leaves out. */
public final class ExportDialog extends Dialog {
    private final Function<ExportFormat, ExportedFile> export;
    private final RadioButtonGroup<ExportFormat> format = new RadioButtonGroup<>();
    private final Div report = Blocks.block("sl-export-report");
    private final Anchor download = new Anchor();

    /** @param name what is exported, for people */
    public ExportDialog(String name, Function<ExportFormat, ExportedFile> export) {
        this.export = export;
        addClassName("sl-import");
        setHeaderTitle(getTranslation("export.title", name));
        setWidth("min(640px, 94vw)");
        format.setLabel(getTranslation("export.format"));
        format.setItems(ExportFormat.values());
        format.setItemLabelGenerator(this::word);
        format.addValueChangeListener(change -> show());
        Paragraph about = new Paragraph(getTranslation("export.about"));
        about.addClassName("sl-dialog-text");
        Button button = new Button(getTranslation("export.download"), Icon.DOWNLOAD.create());
        button.addThemeNames("primary");
        button.setId("export-download");
        button.getElement().setAttribute("tabindex", "-1");
        download.add(button);
        download.getElement().setAttribute("download", true);
        add(format, about, report);
        getFooter().add(new Button(getTranslation("shell.close"), click -> close()), download);
        format.setValue(ExportFormat.SCRIPT);
    }

    private String word(ExportFormat one) {
        return switch (one) {
            case SCRIPT -> getTranslation("export.script");
            case DATAX -> getTranslation("export.datax");
        };
    }

    private void show() {
        ExportedFile file = export.apply(format.getValue());
        report.removeAll();
        report.add(Blocks.text(
                "sl-strong",
                file.tasks() == 0
                        ? getTranslation("export.nothing")
                        : getTranslation("export.file", file.name(), file.tasks())));
        List<TaskRemark> remarks = file.remarks();
        if (remarks.isEmpty()) {
            report.add(Blocks.text("sl-muted", getTranslation("export.clean")));
        }
        boolean many = remarks.stream().map(TaskRemark::task).distinct().count() > 1;
        RemarkList list = new RemarkList();
        list.show(remarks.stream().map(one -> many ? named(one) : one.remark()).toList());
        report.add(list);
        download.setVisible(file.tasks() > 0);
        download.setHref(DownloadHandler.fromInputStream(event -> new DownloadResponse(
                new ByteArrayInputStream(file.content()),
                file.name(),
                file.name().endsWith(".zip") ? "application/zip" : "application/json",
                file.content().length)));
    }

    private static Remark named(TaskRemark one) {
        Remark remark = one.remark();
        return new Remark(remark.kind(), one.task() + ": " + remark.path(), remark.to(), remark.said());
    }
}
