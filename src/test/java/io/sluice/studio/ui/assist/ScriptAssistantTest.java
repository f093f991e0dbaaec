package io.sluice.studio.ui.assist;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceResult;
import io.sluice.datasource.DataSourceService;
import io.sluice.datasource.LiveCatalog;
import io.sluice.engine.Connectors;
import io.sluice.run.SampleService;
import io.sluice.spi.FileAccess;
import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.ui.assist.Suggestions.Item;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TestDatabase;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptAssistantTest {
    private static final String STEP = """
            {"type": "job", "version": "2.0", "steps": [
              {"stepType": "sqlite", "category": "reader", "name": "In", "parameter": {
                "datasource": "shop", "table": "orders",
                %s
              }},
              {"stepType": "sqlite", "category": "writer", "name": "Out", "parameter": {}}],
             "order": {"hops": [{"from": "%s", "to": "Out"}]}}
            """;

    private final Services services = StoreKind.H2.services();
    private final Member member = services.member(Role.DEVELOPER);
    private final ScriptAssistant assistant = new ScriptAssistant(
            services.get(DataSourceService.class),
            services.get(Connectors.class),
            services.get(LiveCatalog.class),
            services.get(SampleService.class));
    private Path file = Path.of("");

    @BeforeEach
    void createShop() throws Exception {
        file = Files.createTempFile(services.get(FileAccess.class).roots().getFirst(), "shop", ".db");
        shop(
                "create table orders (id integer primary key, \"unit price\" decimal(9,2), note text)",
                "create table \"q\"\"x\" (id int)",
                "create table customers (id int)",
                "create view open_orders as select id from orders");
        Member administrator = services.join(member.workspaceId(), Role.ADMINISTRATOR);
        for (String name : List.of("shop", "archive")) {
            DataSourceDraft draft =
                    new DataSourceDraft(null, name, "sqlite", "", ConfigValue.Obj.EMPTY.with("path", file.toString()));
            assertThat(services.get(DataSourceService.class).save(administrator, draft))
                    .isInstanceOf(DataSourceResult.Saved.class);
        }
    }

    private void shop(String... statements) {
        new TestDatabase("", 0, file.toString(), "", "", "jdbc:sqlite:" + file).run(statements);
    }

    @AfterEach
    void deleteShop() throws Exception {
        Files.delete(file);
    }

    /** What a choice makes of a text whose caret is the sign {@code ¦}. */
    private Suggestions at(String marked) throws Exception {
        int caret = marked.indexOf('¦');
        String before = marked.substring(0, caret);
        int line = 1 + (int) before.chars().filter(sign -> sign == '\n').count();
        int column = caret - before.lastIndexOf('\n');
        return assistant
                .suggest(member, UUID.randomUUID(), marked.replace("¦", ""), line, column)
                .get(20, SECONDS);
    }

    private Suggestions inReader(String parameter) throws Exception {
        return at(STEP.formatted(parameter, "In"));
    }

    private static List<String> labels(Suggestions found) {
        return found.items().stream().map(Item::label).toList();
    }

    /** The line of the caret after the choice of an item. */
    private static String chosen(String marked, Suggestions found, String label) {
        String line = marked.replace("¦", "");
        Item item = found.items().stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow();
        int indent = 4;
        return line.substring(0, found.from() - 1 - indent) + item.insert() + line.substring(found.to() - 1 - indent);
    }

    private String choose(String parameter, String label) throws Exception {
        return chosen(parameter, inReader(parameter), label);
    }

    @Test
    void dataSourcesOfTheStepsTypeAreOffered() throws Exception {
        String text = STEP.replace("\"shop\"", "\"s¦\"").formatted("\"where\": \"\"", "In");
        assertThat(labels(at(text))).containsExactly("archive", "shop");
        String other = text.replace("sqlite", "mysql");
        assertThat(labels(at(other))).isEmpty();
    }

    @Test
    void tablesAreOfferedByPartsOfTheirNamesAndReplaceTheWholeValue() throws Exception {
        String text =
                STEP.replace("\"table\": \"orders\"", "\"table\": \"ORD¦xx\"").formatted("\"where\": \"\"", "In");
        Suggestions found = at(text);
        assertThat(labels(found)).containsExactly("open_orders", "orders");
        assertThat(found.more()).isTrue();
        assertThat(found.to() - found.from()).isEqualTo("\"ORDxx\"".length());
        assertThat(found.items().getFirst().insert()).isEqualTo("\"open_orders\"");
        assertThat(labels(inReader("\"connection\": [{\"datasource\": \"archive\", \"table\": [\"cus¦\"]}]")))
                .containsExactly("customers");
    }

    @Test
    void namesWithQuotesAreWrittenAsJson() throws Exception {
        assertThat(choose("\"connection\": [{\"table\": [\"q¦\"]}]", "q\"x"))
                .isEqualTo("\"connection\": [{\"table\": [\"q\\\"x\"]}]");
    }

    @Test
    void namesWithQuotesAndDotsAreFoundByWhatIsTypedOfThem() throws Exception {
        shop("create table \"a.b \"\"c\"\"\" (id int)");
        for (String typed : List.of("\\\"a.b", "\\\"a.b \\\"\\\"c", "`a.b", "\\\"main\\\".\\\"a.b", "main.ord")) {
            assertThat(labels(inReader("\"connection\": [{\"table\": [\"%s¦\"]}]".formatted(typed))))
                    .as(typed)
                    .hasSizeBetween(1, 2);
        }
    }

    @Test
    void columnsAreOfferedAndThoseListedAlreadyStandLast() throws Exception {
        Suggestions found = inReader("\"column\": [\"id\", \"¦\"]");
        assertThat(labels(found)).containsExactly("id", "unit price", "note");
        assertThat(found.items().getFirst().last()).isTrue();
        assertThat(found.items().get(1).detail()).isEqualTo("DECIMAL");
        assertThat(choose("\"column\": [\"id\", \"¦\"]", "unit price"))
                .isEqualTo("\"column\": [\"id\", \"unit price\"]");
        assertThat(labels(inReader("\"splitPk\": \"¦\""))).contains("id");
    }

    @Test
    void stepsBetweenWorkOnTheColumnsOfTheReader() throws Exception {
        String map = "{\"stepType\": \"mask\", \"category\": \"map\", \"parameter\": {\"name\": [\"¦\"]}}";
        String text =
                STEP.replace("],\n \"order\"", ", " + map + "],\n \"order\"").formatted("\"where\": \"\"", "In");
        assertThat(labels(at(text))).containsExactly("id", "unit price", "note");
    }

    @Test
    void halfTypedValuesAreCompleted() throws Exception {
        assertThat(choose("\"column\": [\"id\", ¦]", "note")).isEqualTo("\"column\": [\"id\", \"note\"]");
        assertThat(choose("\"column\": [\"id\", no¦]", "note")).isEqualTo("\"column\": [\"id\", \"note\"]");
        assertThat(choose("\"column\": [\"id\" \"no¦", "note")).isEqualTo("\"column\": [\"id\" \"note\"");
        assertThat(choose("\"column\": [\"id\", \"no¦, \"note\"]", "note"))
                .isEqualTo("\"column\": [\"id\", \"note\", \"note\"]");
        assertThat(choose("\"splitPk\": ¦", "id")).isEqualTo("\"splitPk\": \"id\"");
        assertThat(choose("\"splitPk\": \"¦", "id")).isEqualTo("\"splitPk\": \"id\"");
    }

    @Test
    void wordsOfAFilterAreColumns() throws Exception {
        assertThat(choose("\"where\": \"id > 3 and no¦t > ''\"", "note"))
                .isEqualTo("\"where\": \"id > 3 and note > ''\"");
        assertThat(choose("\"where\": \"uni¦\"", "unit price")).isEqualTo("\"where\": \"\\\"unit price\\\"\"");
        assertThat(choose("\"where\": \"a = 1\\n¦\"", "note")).isEqualTo("\"where\": \"a = 1\\nnote\"");
    }

    @Test
    void textsOfAFilterAreNoColumns() throws Exception {
        assertThat(inReader("\"where\": \"note = 'no¦\"")).isEqualTo(Suggestions.NONE);
    }

    @Test
    void wordsOfAQueryAreTablesBehindFromAndColumnsOfItsTable() throws Exception {
        assertThat(labels(inReader("\"querySql\": [\"select * from cus¦\"]"))).containsExactly("customers");
        assertThat(labels(inReader("\"querySql\": [\"select ¦ from orders\"]")))
                .containsExactly("id", "unit price", "note");
    }

    @Test
    void columnsBehindADotAreThoseOfTheTableOrItsAlias() throws Exception {
        String query = "\"querySql\": [\"select c.¦ from orders o join customers as c on o.id = c.id\"]";
        assertThat(labels(inReader(query))).containsExactly("id");
        assertThat(labels(inReader(query.replace("c.¦", "o.un¦")))).containsExactly("id", "unit price", "note");
        assertThat(choose(query.replace("c.¦", "o.un¦"), "unit price")).contains("select o.\\\"unit price\\\" from");
        assertThat(labels(inReader(query.replace("c.¦", "¦")))).containsExactly("id", "unit price", "note", "id");
        assertThat(inReader(query.replace("c.¦", "x.¦")).items()).isEmpty();
        assertThat(labels(inReader("\"where\": \"orders.¦ > 3\""))).containsExactly("id", "unit price", "note");
        assertThat(labels(inReader("\"where\": \"id in (select ¦ from customers)\"")))
                .containsExactly("id", "unit price", "note", "id");
    }

    @Test
    void quotedWordsAreCompletedWithTheirQuotes() throws Exception {
        assertThat(choose("\"where\": \"\\\"uni¦\\\" > 3\"", "unit price"))
                .isEqualTo("\"where\": \"\\\"unit price\\\" > 3\"");
    }

    @Test
    void namesAreLookedUpWithTheValuesOfTheirParameters() throws Exception {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now().minusDays(1));
        shop("create table orders_" + day + " (daily int)");
        String text = STEP.replace("\"orders\"", "\"orders_${bdp.system.bizdate}\"");
        assertThat(labels(at(text.formatted("\"column\": [\"¦\"]", "In")))).containsExactly("daily");
        assertThat(labels(at(text.formatted("\"where\": \"¦\"", "In")))).containsExactly("daily");
        assertThat(labels(inReader("\"querySql\": [\"select ¦ from orders_${bdp.system.bizdate}\"]")))
                .containsExactly("daily");
    }

    @Test
    void parametersAreOfferedBehindTheirSign() throws Exception {
        Suggestions found = inReader("\"where\": \"a > '${biz¦}' and b = ${region}\"");
        assertThat(labels(found)).contains("${bizdate}", "${region}", "${bdp.system.cyctime}");
        assertThat(choose("\"where\": \"a > '${biz¦}' and b = ${region}\"", "${region}"))
                .isEqualTo("\"where\": \"a > '${region}' and b = ${region}\"");
    }

    @Test
    void stepsAreOfferedInTheOrder() throws Exception {
        assertThat(labels(at(STEP.formatted("\"where\": \"\"", "¦")))).containsExactly("In", "Out");
    }

    @Test
    void namesCommentsAndFixedWordsAreNotItsBusiness() throws Exception {
        assertThat(inReader("\"whe¦\": \"\"")).isEqualTo(Suggestions.NONE);
        assertThat(inReader("\"where\": \"\", ¦")).isEqualTo(Suggestions.NONE);
        assertThat(inReader("// \"table\": \"¦\"")).isEqualTo(Suggestions.NONE);
        assertThat(at("¦")).isEqualTo(Suggestions.NONE);
        assertThat(at("{\"steps\": [{\"parameter\": {\"table\": \"¦").items()).isEmpty();
    }

    @Test
    void reasonIsToldWhenADataSourceDoesNotAnswer() throws Exception {
        String text = STEP.replace("\"orders\"", "\"nothing\"").formatted("\"column\": [\"¦\"]", "In");
        assertThat(at(text).message()).contains("nothing does not exist");
    }
}
