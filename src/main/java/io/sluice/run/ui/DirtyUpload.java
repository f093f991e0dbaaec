package io.sluice.run.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.sluice.run.DirtyImport;
import io.sluice.run.DirtyService;
import io.sluice.ui.Icon;
import io.sluice.workspace.Member;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes a file of corrected records back: says what it would change, and changes it when that is wanted. */
final class DirtyUpload extends Upload {
    private static final int LARGEST = 64 << 20;
    private static final int MOST_PROBLEMS = 20;

    private final DirtyService dirty;
    private final Member member;
    private final Supplier<@Nullable UUID> run;
    private final Runnable changed;

    /** @param run whose records the file holds; null when they cannot be corrected */
    DirtyUpload(DirtyService dirty, Member member, Supplier<@Nullable UUID> run, Runnable changed) {
        super();
        this.dirty = dirty;
        this.member = member;
        this.run = run;
        this.changed = changed;
        setUploadHandler(new Bytes(this::take));
        setDropAllowed(false);
        setAcceptedFileExtensions(".csv");
        setMaxFileSize(LARGEST);
        addClassName("sl-dirty-upload");
        NativeButton button = new NativeButton();
        button.setId("dirty-import");
        button.addClassName("sl-dirty-link");
        button.add(Icon.UPLOAD.create());
        button.add(getTranslation("dirty.import"));
        button.getElement().setAttribute("title", getTranslation("dirty.import.help"));
        setUploadButton(button);
    }

    /** Takes a file into memory, whatever the browser says of its size. */
    private record Bytes(Consumer<byte[]> taken) implements UploadHandler {
        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            byte[] content = event.getInputStream().readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                event.reject();
                return;
            }
            event.getUI().access(() -> taken.accept(content));
        }

        @Override
        public long getFileSizeMax() {
            return LARGEST;
        }

        @Override
        public long getRequestSizeMax() {
            return LARGEST + (1L << 16);
        }
    }

    private void take(byte[] file) {
        clearFileList();
        UUID into = run.get();
        if (into != null) {
            ask(into, dirty.readCsv(member, into, file));
        }
    }

    private void ask(UUID into, DirtyImport file) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.addClassName("sl-replay-dialog");
        dialog.setHeader(getTranslation("dirty.import.title"));
        dialog.add(Blocks.paragraph(
                "sl-dialog-text", getTranslation("dirty.import.about", file.lines(), file.records(), file.values())));
        if (file.settled() > 0) {
            dialog.add(Blocks.paragraph("sl-dialog-text", getTranslation("dirty.import.settled", file.settled())));
        }
        if (!file.problems().isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("sl-dirty-problems");
            file.problems().stream().limit(MOST_PROBLEMS).forEach(problem -> list.add(new ListItem(words(problem))));
            dialog.add(list);
        }
        dialog.setConfirmText(getTranslation("dirty.import.apply", file.records()));
        dialog.setConfirmButtonTheme(file.records() == 0 ? "tertiary" : "primary");
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("dirty.import.not"));
        dialog.addConfirmListener(confirmed -> {
            dirty.apply(member, into, file);
            changed.run();
        });
        dialog.open();
    }

    private String words(DirtyImport.Problem problem) {
        String what = switch (problem.kind()) {
            case UNREADABLE -> getTranslation("dirty.import.unreadable", problem.what());
            case NO_RECORDS -> getTranslation("dirty.import.no-records");
            case UNKNOWN_COLUMN -> getTranslation("dirty.import.unknown-column", problem.what());
            case UNKNOWN_RECORD -> getTranslation("dirty.import.unknown-record", problem.what());
            case NO_VALUE -> getTranslation("dirty.import.no-value", problem.what());
        };
        return problem.line() == 0 ? what : getTranslation("dirty.import.line", Long.toString(problem.line()), what);
    }
}
