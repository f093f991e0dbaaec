package io.sluice.studio.ui.form;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import io.sluice.datasource.LiveCatalog;
import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.script.Parameters;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.ui.Arrivals;
import io.sluice.ui.Sentences;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks what one side of a task has, and asks again only when the task says something else about it. */
final class LiveColumns {
    /** Parameters that do not change which columns there are. */
    private static final Set<String> BESIDES =
            Set.of("column", "where", "splitPk", "preSql", "postSql", "writeMode", "header");

    private final LiveCatalog catalog;
    private final Member member;
    private final Side side;
    private final Consumer<Answer<List<Column>>> arrived;
    private String asked = "";
    private SyncTask.@Nullable Step step;
    private @Nullable CompletableFuture<Answer<List<Column>>> question;
    private boolean loading;
    private String failure = "";

    LiveColumns(LiveCatalog catalog, Member member, Side side, Consumer<Answer<List<Column>>> arrived) {
        this.catalog = catalog;
        this.member = member;
        this.side = side;
        this.arrived = arrived;
    }

    /**
     * Asks when the step differs from the one that was asked about.
     *
     * @return whether it differs, so that former answers say nothing about it
     */
    boolean ask(SyncTask.Step wanted) {
        String subject = subject(wanted);
        boolean other = !subject.equals(asked);
        step = wanted;
        if (other) {
            asked = subject;
            start();
        }
        return other;
    }

    /** Asks the source itself once more. */
    void again() {
        SyncTask.Step known = step;
        if (known != null) {
            known.dataSources().forEach(name -> catalog.refresh(member, name));
            start();
        }
    }

    private void start() {
        stop();
        SyncTask.Step known = step;
        if (known == null) {
            return;
        }
        failure = missing(subject(known));
        if (!failure.isEmpty()) {
            return;
        }
        loading = true;
        CompletableFuture<Answer<List<Column>>> next = catalog.columns(member, known, side);
        question = next;
        Arrivals.of(UI.getCurrent(), next, answer -> {
            if (next == question) {
                question = null;
                loading = false;
                failure = answer instanceof Answer.Unknown<List<Column>>(String reason)
                        ? Sentences.translated(reason)
                        : "";
                arrived.accept(answer);
            }
        });
    }

    /** Nobody is asked about names that are not complete. */
    private static String missing(String subject) {
        List<String> names = Parameters.names(subject);
        return names.isEmpty() ? "" : translate("form.asked.missing", String.join(", ", names));
    }

    /** Breaks off what is asked. */
    void stop() {
        CompletableFuture<Answer<List<Column>>> running = question;
        question = null;
        loading = false;
        if (running != null) {
            running.cancel(false);
        }
    }

    /** Forgets what was asked, so that the next step is asked about again. */
    void forget() {
        stop();
        asked = "";
    }

    boolean loading() {
        return loading;
    }

    /** Why nothing is known; empty when there was no failure. */
    String failure() {
        return failure;
    }

    private static String subject(SyncTask.Step step) {
        ConfigValue.Obj parameter = step.parameter();
        for (String name : BESIDES) {
            parameter = parameter.without(name);
        }
        return step.stepType() + "\n" + Values.brief(parameter);
    }
}
