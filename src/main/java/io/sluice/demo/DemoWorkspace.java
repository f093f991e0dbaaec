package io.sluice.demo;

import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceService;
import io.sluice.spi.FileAccess;
import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Furnishes the workspace of a first start. */
@Component
class DemoWorkspace {
    static final String FOLDER = "demo";

    private final WorkspaceService workspaces;
    private final StudioService studio;
    private final DataSourceService sources;
    private final FileAccess files;

    DemoWorkspace(WorkspaceService workspaces, StudioService studio, DataSourceService sources, FileAccess files) {
        this.workspaces = workspaces;
        this.studio = studio;
        this.sources = sources;
        this.files = files;
    }

    /** Opens the workspace unless there is any already; the first administrator becomes its owner. */
    @Transactional
    boolean open() {
        if (workspaces.any()) {
            return false;
        }
        UUID workspace = workspaces.prepare("Demo").id();
        Member sluice = Member.product(workspace);
        sources.save(
                sluice,
                new DataSourceDraft(
                        null,
                        "shop",
                        "sqlite",
                        "The sample shop: 5 tables, 50,000 orders",
                        ConfigValue.Obj.EMPTY.with("path", new ConfigValue.Text(FOLDER + "/shop.db"))));
        UUID flow = created(studio.create(sluice, null, NodeKind.FLOW, "Sample shop"));
        created(studio.createTask(sluice, flow, "Orders to CSV", script("orders-to-csv.json")));
        created(studio.createTask(sluice, flow, "Supplier prices to shop", script("prices-to-shop.json")));
        return true;
    }

    private static UUID created(NodeResult result) {
        if (result instanceof NodeResult.Done done) {
            return done.node().id();
        }
        throw new IllegalStateException("The demo workspace cannot be furnished: " + result);
    }

    private static String script(String name) {
        try (InputStream script = DemoWorkspace.class.getResourceAsStream("/demo/" + name)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where the files of the demo lie. */
    Path folder() throws IOException {
        return files.target(FOLDER);
    }
}
