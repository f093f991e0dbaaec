package io.sluice.datasource.ui;

import io.sluice.datasource.ConnectionTest;
import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceResult;
import java.util.function.Consumer;

/** What the drawer asks the screen to do. */
interface SourceActions {
    /** Whether the member may change data sources. */
    boolean mayChange();

    /** Whether the member may test connections of saved data sources. */
    boolean mayTest();

    DataSourceResult save(DataSourceDraft draft);

    /** Tests in the background; the outcome arrives in the screen's own turn. */
    void test(DataSourceDraft draft, Consumer<ConnectionTest> outcome, Runnable refused);

    void saved(DataSource source);

    void delete(SourceRow row);

    void close();
}
