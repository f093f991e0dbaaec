package io.sluice.jobfile.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import io.sluice.jobfile.GivenFile;
import io.sluice.jobfile.GivenJobs;
import io.sluice.jobfile.JobText;
import io.sluice.jobfile.RefusedFile;
import io.sluice.script.ScriptDocument;
import java.util.ArrayList;
import java.util.List;

/** Where jobs are given: files, archives, or a pasted text. */
final class GivePage extends Div {
    private static final int MOST_FILES = 500;

    /** Sets files by the public face of the upload, as if they had been dropped on it. */
    private static final String TAKE = "const files = $0.takeFiles(); this.files = files; this.uploadFiles();";

    private final List<GivenFile> files = new ArrayList<>();
    private final Upload upload = new Upload(new JobUpload(this::take));
    private final TextArea text = new TextArea();
    private final Runnable changed;

    /** @param complete everything that was dropped or chosen has arrived */
    GivePage(String place, Runnable changed, Runnable complete) {
        this.changed = changed;
        addClassName("sl-import-give");
        upload.setMaxFiles(MOST_FILES);
        upload.setMaxFileSize(GivenJobs.LARGEST_UPLOAD);
        upload.setDropLabel(new Span(getTranslation("import.drop")));
        upload.setI18n(words());
        upload.addClassName("sl-import-upload");
        upload.getElement()
                .addEventListener("upload-success", arrived -> complete.run())
                .setFilter("element.files.every(file => file.complete || file.errorKey)");
        upload.addFileRemovedListener(removed -> forget(removed.getFileName()));
        text.setLabel(getTranslation("import.paste"));
        text.setPlaceholder(getTranslation("import.paste.example"));
        text.setMaxLength(ScriptDocument.MAX_LENGTH);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> changed.run());
        text.addClassName("sl-import-text");
        text.getElement().setAttribute("spellcheck", "false");
        Paragraph about = new Paragraph(getTranslation("import.about", place));
        about.addClassName("sl-dialog-text");
        add(about, upload, text);
    }

    private UploadI18N words() {
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(getTranslation("import.choose"))
                        .setMany(getTranslation("import.choose")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("import.too-big"))
                        .setTooManyFiles(getTranslation("import.too-many")));
    }

    private void take(GivenFile file) {
        files.add(file);
        changed.run();
    }

    private void forget(String name) {
        files.removeIf(file -> file.name().equals(name));
        changed.run();
    }

    /** Uploads what was dropped on another element. */
    void takeFrom(Element owner) {
        upload.getElement().executeJs(TAKE, owner);
    }

    void paste(String pasted) {
        text.setValue(pasted);
    }

    void focusText() {
        text.focus();
    }

    boolean isEmpty() {
        return files.isEmpty() && text.getValue().isBlank();
    }

    boolean hasText() {
        return !text.getValue().isBlank();
    }

    /** Everything that was given. */
    GivenJobs jobs() {
        GivenJobs read = GivenJobs.in(files);
        List<JobText> texts = new ArrayList<>(read.texts());
        List<RefusedFile> refused = new ArrayList<>(read.refused());
        if (hasText()) {
            texts.add(new JobText("", text.getValue().replaceFirst("^\uFEFF", "")));
        }
        return new GivenJobs(texts, refused);
    }
}
