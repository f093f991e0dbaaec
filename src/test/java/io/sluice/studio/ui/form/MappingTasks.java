package io.sluice.studio.ui.form;

import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.engine.Connectors;
import io.sluice.engine.TaskChoices;
import io.sluice.script.Catalog;
import io.sluice.script.ConnectorCatalog;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.Connector;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.workspace.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A task on a screen without a screen: edits are applied and shown at once, and each is remembered. */
final class MappingTasks implements TaskEditing {
    static final List<Column> ORDERS = List.of(
            new Column("order_id", LogicalType.Int.INT64, false, "BIGINT", true),
            new Column("user_id", LogicalType.Int.INT32, false, "INT", false),
            new Column("note", new LogicalType.Text(500), true, "VARCHAR", false),
            new Column("Ordered_At", new LogicalType.Timestamp(3), false, "DATETIME", false),
            new Column("flags", new LogicalType.Binary(8), true, "VARBINARY", false));
    static final List<Column> ODS_ORDERS = List.of(
            new Column("order_id", LogicalType.Int.INT64, false, "bigint", true),
            new Column("note", new LogicalType.Text(255), true, "varchar", false),
            new Column("user_id", LogicalType.Int.INT64, false, "bigint", false),
            new Column("ordered_at", new LogicalType.Timestamp(6), true, "timestamp", false),
            new Column("biz_date", new LogicalType.Date(), true, "date", false));
    private static final Catalog CATALOG =
            new ConnectorCatalog(connectors(), Map.of("shop", "mysql", "dwh", "postgresql"));
    private static final UUID TASK = UUID.randomUUID();

    final MappingPresenter presenter = new MappingPresenter(
            this, (reader, writer) -> TaskChoices.of(new Connectors(connectors()), reader, writer));
    final List<String> texts = new ArrayList<>();
    private ScriptDocument document;
    List<ConfigValue> unjoined = List.of();

    MappingTasks(String text) {
        document = ScriptDocument.parse(text);
        show();
    }

    /** From a MySQL table to a PostgreSQL table; what is live is known. */
    static MappingTasks tables(String readerColumns, String writerColumns) {
        return known(script("mysql", readerColumns, "postgresql", "\"column\": " + writerColumns), ORDERS, ODS_ORDERS);
    }

    static MappingTasks known(String script, List<Column> source, List<Column> target) {
        MappingTasks task = new MappingTasks(script);
        task.presenter.source(new Answer.Known<>(source, Instant.now()));
        task.presenter.target(new Answer.Known<>(target, Instant.now()));
        return task;
    }

    static String script(String reader, String readerColumns, String writer, String writerParameters) {
        return """
                { // moves orders
                  "type": "job", "version": "2.0", "mine": [1, 2.50],
                  "steps": [
                    {"stepType": "%s", "name": "Reader", "category": "reader",
                      "parameter": {"datasource": "shop", "table": "orders", "column": %s, "where": "" /* all */}},
                    {"stepType": "%s", "name": "Writer", "category": "writer",
                      "parameter": {"datasource": "dwh", "table": "ods_orders", %s}}
                  ],
                  "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
                }
                """.formatted(reader, readerColumns, writer, writerParameters);
    }

    private static List<Connector> connectors() {
        List<Connector> found = new ArrayList<>();
        ServiceLoader.load(Connector.class).forEach(found::add);
        return found;
    }

    void show() {
        presenter.show(FormTask.of(TASK, document, Map.of(), CATALOG));
    }

    void text(String text) {
        document = ScriptDocument.parse(text);
        show();
    }

    ScriptDocument document() {
        return document;
    }

    Mapping mapping() {
        return presenter.mapping().orElseThrow();
    }

    /** Each line as {@code source>target}, in the order of the script. */
    List<String> lines() {
        Mapping mapping = mapping();
        return mapping.lines().stream()
                .map(line -> mapping.sourceOf(line).name() + ">"
                        + mapping.targetOf(line).name())
                .toList();
    }

    List<String> readerItems() {
        return items(Path.parse("steps[0].parameter.column"));
    }

    List<String> writerItems() {
        return items(Path.parse("steps[1].parameter.column"));
    }

    List<String> items(Path path) {
        return document.read(path).orElseThrow() instanceof ConfigValue.Array array
                ? array.items().stream().map(Values::brief).toList()
                : List.of();
    }

    String source(String name) {
        return mapping().sources().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    String target(String name) {
        return mapping().targets().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    void connect(String source, String target) {
        presenter.perform(new Gesture.Connect(source(source), target(target)));
    }

    @Override
    public Member member() {
        throw new UnsupportedOperationException("nobody is asked");
    }

    @Override
    public void edit(UnaryOperator<ScriptDocument> change) {
        ScriptDocument changed = change.apply(document);
        if (!changed.equals(document)) {
            texts.add(document.text());
            document = changed;
            show();
        }
    }

    @Override
    public void keepUnjoined(List<ConfigValue> rows) {
        unjoined = rows;
    }

    @Override
    public void showInScript(Path path) {}

    @Override
    public void preview() {}

    @Override
    public void lookAgain() {}

    @Override
    public void createDataSource(Connector type, Consumer<String> created) {}
}
