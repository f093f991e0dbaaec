package io.sluice.datasource.ui;

import com.vaadin.flow.component.dialog.Dialog;
import io.sluice.datasource.ConnectionTest;
import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceResult;
import io.sluice.datasource.DataSourceService;
import io.sluice.spi.Connector;
import io.sluice.workspace.Member;
import java.time.Clock;
import java.util.function.Consumer;

/** Registers a data source in place, with the same form and test as the screen of data sources. */
public final class NewSourceDialog extends Dialog {
    public NewSourceDialog(Connector type, DataSourceService sources, Member member, Consumer<String> created) {
        addClassName("sl-sourcedialog");
        getElement().setAttribute("aria-label", getTranslation("data-sources.new"));
        setWidth("min(560px, 92vw)");
        add(new SourceDrawer(type, null, new Actions(sources, member, created), Clock.systemUTC()));
    }

    private final class Actions implements SourceActions {
        private final DataSourceService sources;
        private final Member member;
        private final Consumer<String> created;

        Actions(DataSourceService sources, Member member, Consumer<String> created) {
            this.sources = sources;
            this.member = member;
            this.created = created;
        }

        @Override
        public boolean mayChange() {
            return member.role().mayAdminister();
        }

        @Override
        public boolean mayTest() {
            return member.role().mayRun();
        }

        @Override
        public DataSourceResult save(DataSourceDraft draft) {
            return sources.save(member, draft);
        }

        @Override
        public void test(DataSourceDraft draft, Consumer<ConnectionTest> outcome, Runnable refused) {
            BackgroundTest.start(sources, member, draft, outcome, refused);
        }

        @Override
        public void saved(DataSource source) {
            NewSourceDialog.this.close();
            created.accept(source.name());
        }

        @Override
        public void delete(SourceRow row) {
            throw new IllegalStateException("A new data source cannot be deleted");
        }

        @Override
        public void close() {
            NewSourceDialog.this.close();
        }
    }
}
