package io.sluice.datasource.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.sluice.datasource.ConnectionTest;
import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceResult;
import io.sluice.datasource.DataSourceService;
import io.sluice.spi.Connector;
import io.sluice.ui.EmptyState;
import io.sluice.ui.Icon;
import io.sluice.ui.MainLayout;
import io.sluice.ui.PageHead;
import io.sluice.ui.PaletteBox;
import io.sluice.ui.RoleAware;
import io.sluice.ui.Toast;
import io.sluice.workspace.CurrentMember;
import io.sluice.workspace.Member;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The data sources of the workspace. The address names what the drawer shows: {@code data-sources/ID} for one of them,
 * {@code data-sources/new/TYPE} for a new one.
 */
@Route(value = "data-sources/:id?/:type?", layout = MainLayout.class)
@Menu(title = "data-sources.title", icon = "DATABASE", order = 2)
@PermitAll
class DataSourcesView extends Div implements BeforeEnterObserver, HasDynamicTitle, SourceActions, RoleAware {
    private static final String NEW = "new";

    private final transient DataSourceService sources;
    private transient Member member;
    private final transient Clock clock;
    private final transient SourceList list;
    private final SourceGrid grid;
    private final SourceFilterBar filters;
    private final PageHead head;
    private final Button create = newButton();
    private final Div listPlace = new Div();
    private final Div body = new Div();
    private @Nullable SourceDrawer drawer;
    private @Nullable UUID open;

    DataSourcesView(DataSourceService sources, CurrentMember currentMember, Clock clock) {
        this.sources = sources;
        this.member = currentMember.require();
        this.clock = clock;
        list = new SourceList(sources, member);
        grid = new SourceGrid(clock);
        filters = new SourceFilterBar(list, this::showRows);
        head = new PageHead(getTranslation("data-sources.title"), new PaletteBox());
        create.setVisible(mayChange());
        head.add(create);
        addClassName("sl-page");
        listPlace.addClassName("sl-sourcelist");
        body.addClassName("sl-sourcebody");
        body.add(listPlace);
        add(head, filters, body);
        grid.addActions(this, this::testRow, this::editRow);
        grid.whenOpened(row -> open(row.source().id()));
        reload();
    }

    private Button newButton() {
        Button button = new Button(getTranslation("data-sources.new"), Icon.PLUS.create());
        button.addThemeNames("primary");
        button.addClickListener(click -> chooseType());
        return button;
    }

    @Override
    public void become(Member now) {
        member = now;
        create.setVisible(mayChange());
        showRows();
        if (drawer != null) {
            drawer.fitRole();
        }
    }

    private void chooseType() {
        new TypeGallery(sources.types(), type -> navigate(NEW, type.id())).open();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        closeDrawer();
        if (id.equals(NEW) && !mayChange()) {
            event.forwardTo(DataSourcesView.class);
        } else if (id.equals(NEW)) {
            event.getRouteParameters().get("type").flatMap(list::connector).ifPresent(type -> show(type, null));
        } else if (!id.isEmpty()) {
            Optional<SourceRow> row = parse(id).flatMap(list::find);
            row.ifPresentOrElse(this::show, () -> event.forwardTo(DataSourcesView.class));
        }
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private void show(SourceRow row) {
        list.connector(row.source().type()).ifPresent(connector -> show(connector, row));
    }

    private void show(Connector connector, @Nullable SourceRow row) {
        closeDrawer();
        SourceDrawer opened = new SourceDrawer(connector, row, this, clock);
        drawer = opened;
        open = row == null ? null : row.source().id();
        grid.choose(open);
        body.add(opened);
        if (row != null) {
            opened.getElement().callJsFunction("focus");
        }
    }

    private void closeDrawer() {
        if (drawer != null) {
            body.remove(drawer);
            drawer = null;
            grid.focus();
        }
        open = null;
        grid.choose(null);
    }

    private void open(UUID id) {
        navigate(id.toString(), null);
    }

    private static void navigate(String id, @Nullable String type) {
        RouteParameters parameters = type == null
                ? new RouteParameters("id", id)
                : new RouteParameters(java.util.Map.of("id", id, "type", type));
        UI.getCurrent().navigate(DataSourcesView.class, parameters);
    }

    private void testRow(SourceRow row) {
        show(row);
        if (drawer != null) {
            drawer.startTest();
        }
    }

    private void editRow(SourceRow row) {
        show(row);
        if (drawer != null) {
            drawer.openSettings();
        }
    }

    private void reload() {
        list.load();
        head.count(list.total());
        filters.refresh();
        showRows();
    }

    private void showRows() {
        listPlace.removeAll();
        if (list.total() == 0) {
            listPlace.add(emptyList());
        } else if (list.visible().isEmpty()) {
            listPlace.add(new EmptyState(getTranslation("data-sources.none-match")));
        } else {
            listPlace.add(grid);
            grid.setItems(list.visible());
            grid.choose(open);
        }
    }

    private EmptyState emptyList() {
        return mayChange()
                ? new EmptyState(getTranslation("data-sources.empty"), newButton())
                : new EmptyState(getTranslation("data-sources.empty"));
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
        BackgroundTest.start(
                sources,
                member,
                draft,
                result -> {
                    outcome.accept(result);
                    reload();
                },
                refused);
    }

    @Override
    public void saved(DataSource source) {
        reload();
        Toast.show(getTranslation("data-sources.saved", source.name()));
        open(source.id());
        if (source.lastTest() == null && drawer != null) {
            drawer.startTest();
        }
    }

    @Override
    public void delete(SourceRow row) {
        UUID id = row.source().id();
        new DeleteDialog(row, () -> sources.delete(member, id), () -> {
                    reload();
                    Toast.show(
                            getTranslation("data-sources.deleted", row.source().name()));
                    close();
                })
                .open();
    }

    @Override
    public void close() {
        UI.getCurrent().navigate(DataSourcesView.class);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("data-sources.title") + " · Sluice";
    }
}
