package io.sluice.studio.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.sluice.datasource.ui.NewSourceDialog;
import io.sluice.run.ui.LocalTime;
import io.sluice.script.Path;
import io.sluice.script.Place;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.Connector;
import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.DraftService;
import io.sluice.studio.ui.form.TaskEditing;
import io.sluice.studio.ui.form.TaskForm;
import io.sluice.ui.RoleAware;
import io.sluice.ui.Sentences;
import io.sluice.workspace.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The form of the task in front; it is made when somebody looks at it. Its keys are in frontend/form-pane.js. */
@Tag("sluice-form-pane")
@JsModule("context://sluice/form-pane.js")
final class FormPane extends Component implements HasComponents, HasStyle, RoleAware {
    /** What stands around the form. */
    interface Surroundings {
        void change(OpenTask task, UnaryOperator<ScriptDocument> change);

        /** Marks a line of the script beside the form. */
        void markLine(int line);

        /** Goes to a place of the script. */
        void reveal(int line, int column);

        /** Goes to a place of the script, with the form beside it. */
        void revealBeside(int line, int column);

        /** Shows the first rows of the source. */
        void preview();

        void undo();

        void redo();
    }

    private static final String TYPED = "event.detail.words";
    private static final String AT = "event.detail.at";
    private static final String ROWS = "event.detail.rows";
    private static final Path UNJOINED = Path.of("unjoined");

    private final StudioServices services;
    private Member member;
    private final Surroundings surroundings;
    private @Nullable OpenTask task;
    private @Nullable TaskForm form;
    private Path entered = Path.ROOT;

    FormPane(StudioServices services, Member member, Surroundings surroundings) {
        this.services = services;
        this.member = member;
        this.surroundings = surroundings;
        addClassName("sl-formpane");
        getElement().addEventListener("form-undo", undo -> surroundings.undo());
        getElement().addEventListener("form-redo", redo -> surroundings.redo());
        getElement().addEventListener("form-to-script", key -> showEntered());
        getElement().setProperty("toScript", getTranslation("form.to-script"));
        getElement()
                .addEventListener(
                        "form-unsent",
                        left -> offer(
                                left.getEventData().path(TYPED).asString(),
                                Instant.ofEpochMilli(
                                        left.getEventData().path(AT).asLong())))
                .addEventData(TYPED)
                .addEventData(AT);
        getElement()
                .addEventListener(
                        "form-unjoined",
                        left -> putBack(left.getEventData().path(ROWS).asString()))
                .addEventData(ROWS);
    }

    /** Shows a task; another one than before gets a form of its own. */
    void show(@Nullable OpenTask shown) {
        if (shown != task) {
            task = shown;
            form = null;
            entered = Path.ROOT;
            removeAll();
        }
        if (shown != null && isVisible()) {
            draw(shown);
        }
    }

    /** What a form offers is decided when it is made. */
    @Override
    public void become(Member now) {
        member = now;
        OpenTask shown = task;
        task = null;
        getElement().callJsFunction("stay");
        show(shown);
    }

    private void draw(OpenTask shown) {
        TaskForm drawn = form;
        if (drawn == null) {
            drawn = new TaskForm(new Editing(shown), services.form());
            form = drawn;
            add(drawn);
            getElement()
                    .callJsFunction(
                            "shows", shown.id().toString(), member.userId().toString(), (double)
                                    DraftService.STORED_WITHIN.toMillis());
        }
        Optional<Finding> unread = services.scripts().obstacle(shown.text());
        Optional<Finding> obstacle = unread.or(() -> services.scripts().unsuited(member, shown.text()));
        drawn.show(services.scripts()
                .form(member, shown, obstacle.isEmpty() && member.role().mayEdit()));
        drawn.obstacle(
                obstacle.map(problem -> getTranslation(
                                unread.isPresent() ? "form.obstacle" : "form.unsuited",
                                problem.place().line(),
                                Sentences.translated(problem.said())))
                        .orElse(null),
                () -> obstacle.map(Finding::place)
                        .ifPresent(place -> surroundings.reveal(place.line(), place.column())));
    }

    /** The browser asks whether the server is there; an answer means that it has heard what came before. */
    @ClientCallable
    void received() {
        // The answer is all that matters.
    }

    /** Offers what was typed into fields while the server was gone; who can only look cannot have typed. */
    private void offer(String typed, Instant at) {
        TaskForm drawn = form;
        if (drawn != null && member.role().mayEdit()) {
            TaskNotice notice = new TaskNotice(() -> getElement().callJsFunction("forgetUnsent"));
            notice.show(
                    getTranslation("unsent.fields", LocalTime.of(at), typed),
                    getTranslation("unsent.fields.take"),
                    () -> getElement().callJsFunction("putBack"));
            drawn.above(notice);
        }
    }

    /** Gives the mapping the rows that no line used when the form was left. */
    private void putBack(String kept) {
        TaskForm drawn = form;
        if (drawn != null
                && member.role().mayEdit()
                && ScriptDocument.parse(kept).read(UNJOINED).orElse(null) instanceof ConfigValue.Array rows) {
            drawn.putBack(rows.items());
        }
    }

    /** Marks the field of the value at a place of the script. */
    void highlight(int line, int column) {
        OpenTask shown = task;
        TaskForm drawn = form;
        if (shown != null && drawn != null && isVisible()) {
            drawn.highlight(shown.readable().pathAt(line, column));
        }
    }

    /** Goes to the field of the value at a place of the script; false when the form has none for it. */
    boolean reveal(int line, int column) {
        OpenTask shown = task;
        TaskForm drawn = form;
        return shown != null && drawn != null && drawn.reveal(shown.readable().pathAt(line, column));
    }

    /** Goes to the line of the field that was entered last. */
    private void showEntered() {
        OpenTask shown = task;
        if (shown != null) {
            Place place = shown.readable().place(entered);
            surroundings.revealBeside(place.line(), place.column());
        }
    }

    private final class Editing implements TaskEditing {
        private final OpenTask edited;

        Editing(OpenTask edited) {
            this.edited = edited;
        }

        @Override
        public Member member() {
            return member;
        }

        @Override
        public void edit(UnaryOperator<ScriptDocument> change) {
            surroundings.change(edited, change);
        }

        @Override
        public void keepUnjoined(List<ConfigValue> rows) {
            ScriptDocument kept = ScriptDocument.parse("{}").with(UNJOINED, new ConfigValue.Array(rows));
            getElement().callJsFunction("keepUnjoined", edited.id().toString(), rows.isEmpty() ? "" : kept.text());
        }

        @Override
        public void showInScript(Path path) {
            entered = path;
            Place place = edited.readable().place(path);
            surroundings.markLine(place.line());
        }

        @Override
        public void preview() {
            surroundings.preview();
        }

        @Override
        public void lookAgain() {
            TaskForm drawn = form;
            if (drawn != null && edited == task) {
                drawn.lookAgain();
                draw(edited);
            }
        }

        @Override
        public void createDataSource(Connector type, Consumer<String> created) {
            new NewSourceDialog(type, services.dataSources(), member, created).open();
        }
    }
}
