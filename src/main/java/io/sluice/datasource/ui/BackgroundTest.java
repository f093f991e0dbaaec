package io.sluice.datasource.ui;

import com.vaadin.flow.component.UI;
import io.sluice.datasource.ConnectionTest;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceService;
import io.sluice.ui.Arrivals;
import io.sluice.workspace.Member;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Tests connections without keeping a screen waiting. */
public final class BackgroundTest {
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("connection-test").start(task);

    private BackgroundTest() {}

    /**
     * Tests a draft; the outcome arrives in the turn of the screen that asked, and nowhere when that is gone.
     *
     * @param refused runs where there is no outcome, as the member may not test any more or the store is silent
     */
    public static void start(
            DataSourceService sources,
            Member member,
            DataSourceDraft draft,
            Consumer<ConnectionTest> taker,
            Runnable refused) {
        Arrivals.of(
                UI.getCurrent(),
                CompletableFuture.supplyAsync(() -> sources.test(member, draft), THREADS),
                taker,
                refused);
    }
}
