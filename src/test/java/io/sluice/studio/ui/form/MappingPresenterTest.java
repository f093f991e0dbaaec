package io.sluice.studio.ui.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.script.MapSteps;
import io.sluice.script.Path;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.ui.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingPresenterTest {
    @Test
    void showsWhatTheScriptMaps() {
        MappingTasks task = MappingTasks.tables("[\"order_id\", \"user_id\"]", "[\"order_id\", \"user_id\"]");
        assertThat(task.lines()).containsExactly("order_id>order_id", "user_id>user_id");
        assertThat(task.mapping().lines()).extracting(Line::fit).containsExactly(Line.Fit.EXACT, Line.Fit.WIDENING);
        assertThat(task.mapping().sources()).hasSize(5);
        assertThat(task.mapping().unmapped()).isEqualTo(6);
    }

    @Test
    void mapsByNameExactlyFirstAndThenInAnyLetters() {
        MappingTasks task = MappingTasks.tables("[]", "[]");
        task.presenter.perform(new Gesture.ByName());
        assertThat(task.lines())
                .containsExactly("order_id>order_id", "note>note", "user_id>user_id", "Ordered_At>ordered_at");
        assertThat(task.readerItems()).containsExactly("order_id", "note", "user_id", "Ordered_At");
        assertThat(task.writerItems()).containsExactly("order_id", "note", "user_id", "ordered_at");
        assertThat(task.texts).hasSize(1);
    }

    @Test
    void mapsRowByRow() {
        MappingTasks task = MappingTasks.tables("[]", "[]");
        task.presenter.perform(new Gesture.ByRow());
        assertThat(task.lines()).startsWith("order_id>order_id", "user_id>note").hasSize(5);
    }

    @Test
    void putsANewPairWhereTheTargetsOrderWantsIt() {
        MappingTasks task = MappingTasks.tables("[\"order_id\", /* who */ \"user_id\"]", "[\"order_id\", \"user_id\"]");
        task.connect("note", "note");
        assertThat(task.readerItems()).containsExactly("order_id", "note", "user_id");
        assertThat(task.writerItems()).containsExactly("order_id", "note", "user_id");
        assertThat(task.document().text()).contains("\"column\": [\"order_id\", \"note\", /* who */ \"user_id\"]");
    }

    @Test
    void letsTheLineGiveWayThatUsedAnEnd() {
        MappingTasks task = MappingTasks.tables("[\"order_id\", \"note\"]", "[\"order_id\", \"note\"]");
        task.connect("user_id", "note");
        assertThat(task.lines()).containsExactly("order_id>order_id", "user_id>note");
        task.connect("order_id", "user_id");
        assertThat(task.lines()).containsExactly("user_id>note", "order_id>user_id");
    }

    @Test
    void keepsAddedRowsWhenTheirLineGoes() {
        MappingTasks task = MappingTasks.tables("[\"order_id\", \"'web'\"]", "[\"order_id\", \"note\"]");
        task.presenter.perform(new Gesture.Clear());
        assertThat(task.lines()).isEmpty();
        assertThat(task.readerItems()).isEmpty();
        assertThat(task.mapping().sources()).extracting(SourceColumn::name).endsWith("'web'");
        task.connect("'web'", "note");
        assertThat(task.mapping().sources()).filteredOn(SourceColumn::added).hasSize(1);
        task.presenter.delete(task.source("'web'"));
        assertThat(task.mapping().sources()).noneMatch(SourceColumn::added);
        assertThat(task.readerItems()).isEmpty();
    }

    @Test
    void showsNoRowTwiceAfterAnUndo() {
        MappingTasks task = MappingTasks.tables("[\"'web'\"]", "[\"note\"]");
        task.presenter.perform(new Gesture.Clear());
        task.text(task.texts.getLast());
        assertThat(task.mapping().sources()).filteredOn(SourceColumn::added).hasSize(1);
    }

    @Test
    void givesATargetAValueOfItsOwn() {
        MappingTasks task = MappingTasks.tables("[\"order_id\"]", "[\"order_id\"]");
        task.presenter.perform(new Gesture.Assign(AddedRow.sqlParameter("bizdate", true), task.target("biz_date")));
        assertThat(task.readerItems()).containsExactly("order_id", "'${bizdate}'");
        assertThat(task.writerItems()).containsExactly("order_id", "biz_date");
        assertThat(task.mapping().sources().getLast().kind()).isEqualTo(SourceColumn.Kind.PARAMETER);
        task.presenter.change(task.source("'${bizdate}'"), new ConfigValue.Text("now()"));
        assertThat(task.readerItems()).containsExactly("order_id", "now()");
        assertThat(task.mapping().lines().getLast().fit()).isEqualTo(Line.Fit.UNKNOWN);
    }

    @Test
    void writesOutWhatAStarStandsFor() {
        MappingTasks task = MappingTasks.tables("[\"*\"]", "[\"*\"]");
        assertThat(task.mapping().stars()).isEqualTo(new Mapping.Stars(true, true));
        assertThat(task.lines()).hasSize(5).startsWith("order_id>order_id", "user_id>note");
        task.presenter.perform(new Gesture.ListColumns());
        assertThat(task.readerItems()).containsExactly("order_id", "user_id", "note", "Ordered_At", "flags");
        assertThat(task.mapping().stars().any()).isFalse();
    }

    @Test
    void listsNothingBeforeItIsKnownWhatAStarStandsFor() {
        MappingTasks task =
                new MappingTasks(MappingTasks.script("mysql", "[\"*\"]", "postgresql", "\"column\": [\"*\"]"));
        task.presenter.source(new Answer.Known<>(MappingTasks.ORDERS, Instant.now()));
        task.presenter.perform(new Gesture.ListColumns());
        assertThat(task.texts).isEmpty();
        assertThat(task.mapping().targets()).isEmpty();
    }

    @Test
    void takesAllColumnsWhereNoneAreNamed() {
        MappingTasks task = MappingTasks.known(
                MappingTasks.script("mysql", "null", "postgresql", "\"preSql\": []"),
                MappingTasks.ORDERS,
                MappingTasks.ODS_ORDERS);
        assertThat(task.mapping().stars()).isEqualTo(new Mapping.Stars(true, true));
        assertThat(task.lines()).hasSize(5).startsWith("order_id>order_id", "user_id>note");
        task.presenter.perform(new Gesture.ByName());
        assertThat(task.writerItems()).containsExactly("order_id", "note", "user_id", "ordered_at");
    }

    @Test
    void showsWhatTheTableDoesNotHave() {
        MappingTasks task = MappingTasks.tables("[\"order_id\", \"gone\"]", "[\"order_id\", \"lost\"]");
        assertThat(task.mapping().sources().getLast().live()).isFalse();
        assertThat(task.mapping().targets().getLast().live()).isFalse();
        assertThat(task.lines()).containsExactly("order_id>order_id", "gone>lost");
    }

    @Test
    void mapsWhatTheScriptSaysWhileNothingIsKnown() {
        MappingTasks task = new MappingTasks(
                MappingTasks.script("mysql", "[\"a\", \"b\"]", "postgresql", "\"column\": [\"x\", \"y\"]"));
        task.presenter.source(new Answer.Unknown<>("no connection"));
        assertThat(task.lines()).containsExactly("a>x", "b>y");
        task.connect("a", "y");
        assertThat(task.lines()).containsExactly("a>y");
        assertThat(task.mapping().sources()).extracting(SourceColumn::name).containsExactly("a", "b");
    }

    @Test
    void keepsFieldsOfFilesAsTheyAreSpelled() {
        List<Column> fields = List.of(
                new Column("id", new LogicalType.Text(0)),
                new Column("price", new LogicalType.Text(0)),
                new Column("day", new LogicalType.Text(0)));
        MappingTasks task = MappingTasks.known(
                MappingTasks.script(
                        "txtfile",
                        "[{\"index\": 1, \"type\": \"decimal\" /* exact */}]",
                        "postgresql",
                        "\"column\": [\"user_id\"]"),
                fields,
                MappingTasks.ODS_ORDERS);
        assertThat(task.lines()).containsExactly("price>user_id");
        assertThat(task.mapping().sources().get(1).type()).isEqualTo(LogicalType.Decimal.UNBOUNDED);
        task.connect("id", "order_id");
        assertThat(task.document().text())
                .contains("[{\"index\": 0, \"type\": \"string\"}, {\"index\": 1, \"type\": \"decimal\" /* exact */}]");
    }

    @Test
    void keepsTheHeaderOfAFileAsLongAsTheRows() {
        MappingTasks task = MappingTasks.known(
                MappingTasks.script(
                        "mysql", "[\"order_id\", \"note\"]", "txtfile", "\"header\": [\"Order\", \"Note\"]"),
                MappingTasks.ORDERS,
                List.of());
        Path header = Path.parse("steps[1].parameter.header");
        assertThat(task.lines()).containsExactly("order_id>Order", "note>Note");
        task.presenter.perform(new Gesture.Connect(task.source("user_id"), TargetList.NEXT));
        assertThat(task.items(header)).containsExactly("Order", "Note", "user_id");
        task.presenter.perform(new Gesture.Disconnect(task.target("Order")));
        assertThat(task.items(header)).containsExactly("Note", "user_id");
        assertThat(task.readerItems()).containsExactly("note", "user_id");
        task.presenter.perform(new Gesture.Rename(task.target("Note"), "Remark"));
        assertThat(task.items(header)).containsExactly("Remark", "user_id");
    }

    @Test
    void takesColumnsAsTheyComeWhereTheTargetNamesNone() {
        MappingTasks task = MappingTasks.known(
                MappingTasks.script("mysql", "[\"order_id\"]", "stream", "\"print\": true"),
                MappingTasks.ORDERS,
                List.of());
        task.presenter.perform(new Gesture.Connect(task.source("note"), TargetList.NEXT));
        assertThat(task.readerItems()).containsExactly("order_id", "note");
        assertThat(task.lines()).containsExactly("order_id>order_id", "note>note");
    }

    @Test
    void movesTargetsOnlyWhereAQueryDecides() {
        MappingTasks task = MappingTasks.known(
                MappingTasks.script(
                        "mysql",
                        "[], \"querySql\": \"select order_id, note from orders\"",
                        "postgresql",
                        "\"column\": [\"note\", \"order_id\"]"),
                List.of(MappingTasks.ORDERS.get(0), MappingTasks.ORDERS.get(2)),
                MappingTasks.ODS_ORDERS);
        assertThat(task.mapping().order()).isEqualTo(Mapping.Order.QUERY);
        assertThat(task.lines()).containsExactly("order_id>note", "note>order_id");
        task.presenter.perform(new Gesture.ByName());
        assertThat(task.writerItems()).containsExactly("order_id", "note");
        assertThat(task.document().text()).contains("select order_id, note from orders");
    }

    @Test
    void leavesAColumnOfAQueryOutByAStep() {
        MappingTasks task = query("select order_id, note from orders");
        assertThat(task.mapping().removes()).isTrue();
        task.presenter.perform(new Gesture.Disconnect(task.target("note")));
        assertThat(task.texts).hasSize(1);
        assertThat(task.mapping().order()).isEqualTo(Mapping.Order.CHOSEN);
        assertThat(task.lines()).containsExactly("order_id>order_id");
        assertThat(task.writerItems()).containsExactly("order_id");
        assertThat(task.items(Path.parse("steps[2].parameter.name"))).containsExactly("order_id");
        assertThat(task.document().text())
                .contains("select order_id, note from orders")
                .contains("{\"from\": \"Reader\", \"to\": \"Project\"}");
        assertThat(task.mapping().sources())
                .extracting(SourceColumn::name, SourceColumn::typeText)
                .containsExactly(tuple("order_id", "bigint"), tuple("note", "varchar(500)"));
        task.connect("note", "note");
        assertThat(task.lines()).containsExactly("order_id>order_id", "note>note");
        assertThat(task.items(Path.parse("steps[2].parameter.name"))).containsExactly("order_id", "note");
    }

    @Test
    void leavesAColumnOutBehindStepsThatAddSome() {
        MappingTasks task = MappingTasks.tables("[\"order_id\", \"note\"]", "[\"order_id\", \"note\", \"user_id\"]");
        task.edit(document -> MapSteps.add(
                document,
                TransformType.FIELD_ASSIGN,
                ConfigValue.Obj.EMPTY.with(
                        "fields",
                        new ConfigValue.Array(List.of(ConfigValue.Obj.EMPTY
                                .with("name", "who")
                                .with("value", "7")
                                .with("type", "long"))))));
        assertThat(task.lines()).containsExactly("order_id>order_id", "note>note", "who>user_id");
        assertThat(task.mapping().order()).isEqualTo(Mapping.Order.PROCESSING);
        task.presenter.perform(new Gesture.Disconnect(task.target("note")));
        assertThat(task.lines()).containsExactly("order_id>order_id", "who>user_id");
        assertThat(task.readerItems()).containsExactly("order_id", "note");
        task.presenter.perform(new Gesture.Clear());
        assertThat(task.lines()).isEmpty();
        task.presenter.perform(new Gesture.ByName());
        assertThat(task.lines()).containsExactly("order_id>order_id", "note>note");
    }

    @Test
    void removesNoLineWhereColumnsAreCalledAlike() {
        MappingTasks task =
                query("select note, note from orders", MappingTasks.ORDERS.get(2), MappingTasks.ORDERS.get(2));
        assertThat(task.mapping().removes()).isFalse();
        task.presenter.perform(new Gesture.Disconnect(task.target("note")));
        assertThat(task.texts).isEmpty();
    }

    private static MappingTasks query(String statement, Column... delivered) {
        List<Column> columns = delivered.length > 0
                ? List.of(delivered)
                : List.of(MappingTasks.ORDERS.get(0), MappingTasks.ORDERS.get(2));
        String reader = "[], \"querySql\": \"" + statement + "\"";
        return MappingTasks.known(
                MappingTasks.script("mysql", reader, "postgresql", "\"column\": [\"order_id\", \"note\"]"),
                columns,
                MappingTasks.ODS_ORDERS);
    }

    @Test
    void judgesTypesAsTheyLeaveTheProcessing() {
        MappingTasks task = MappingTasks.tables("[\"order_id\", \"note\"]", "[\"order_id\", \"note\"]");
        Line loss = task.mapping().lines().getLast();
        assertThat(loss.fit()).isEqualTo(Line.Fit.LOSSY);
        assertThat(Cures.cut(task.mapping(), loss)).hasValue(255);
        task.edit(document -> Cures.cut(document, "note", 255));
        assertThat(task.mapping().lines().getLast().fit()).isEqualTo(Line.Fit.EXACT);
        assertThat(task.mapping().lines().getLast().through()).isEqualTo("text(255)");
        assertThat(task.document().text())
                .contains("{\"from\": \"Reader\", \"to\": \"Cut\"}")
                .contains("{\"from\": \"Cut\", \"to\": \"Writer\"}")
                .contains("/* all */");
    }

    @Test
    void saysHowFarTheMappingIs() {
        MappingTasks task = MappingTasks.tables("[]", "[]");
        assertThat(task.presenter.state()).isEqualTo(State.WARNING);
        task.presenter.perform(new Gesture.ByName());
        assertThat(task.presenter.state()).isEqualTo(State.WARNING);
        assertThat(task.presenter.figures()).containsExactly(4, 5, 1, 0);
        task.presenter.perform(new Gesture.Disconnect(task.target("note")));
        assertThat(task.presenter.state()).isEqualTo(State.OK);
        task.connect("flags", "biz_date");
        assertThat(task.presenter.state()).isEqualTo(State.FAILED);
        assertThat(new MappingTasks("{\"type\": \"job\"}").presenter.state()).isEqualTo(State.NONE);
    }

    @Test
    void failsWhereAColumnThatNeedsAValueGetsNone() {
        MappingTasks task = MappingTasks.tables("[]", "[]");
        assertThat(task.presenter.state()).isEqualTo(State.WARNING);
        task.connect("order_id", "order_id");
        task.connect("Ordered_At", "ordered_at");
        assertThat(task.presenter.state()).isEqualTo(State.FAILED);
        assertThat(task.presenter.figures()).containsExactly(2, 5, 0, 1);
        List<Column> filled = new ArrayList<>(MappingTasks.ODS_ORDERS);
        filled.set(2, new Column("user_id", LogicalType.Int.INT64, false, "bigint", false, "", true));
        task.presenter.target(new Answer.Known<>(filled, Instant.now()));
        assertThat(task.presenter.state()).isEqualTo(State.OK);
    }

    @Test
    void linesBetweenPointsInTimeAndLocalTimesNeedAZone() {
        String script = MappingTasks.script("postgresql", "[\"at\"]", "mysql", "\"column\": [\"at\"]")
                .replace("\"shop\"", "\"dwh\"");
        Column instant = new Column("at", new LogicalType.Instant(6), true, "timestamptz", false);
        Column local = new Column("at", new LogicalType.Timestamp(6), true, "DATETIME", false);
        MappingTasks task = MappingTasks.known(script, List.of(instant), List.of(local));
        assertThat(task.mapping().lines()).singleElement().matches(Line::needsZone);
        assertThat(task.presenter.state()).isEqualTo(State.FAILED);
        task.edit(document -> ChannelEdits.zone(document, "UTC"));
        assertThat(task.mapping().lines()).singleElement().matches(line -> line.fit() == Line.Fit.WIDENING);
        assertThat(task.document().text()).contains("\"timeZone\": \"UTC\"");
    }

    @Test
    void failsWhenTheSidesAreOfDifferentLength() {
        MappingTasks task = MappingTasks.tables("[\"order_id\", \"user_id\"]", "[\"order_id\"]");
        assertThat(task.presenter.state()).isEqualTo(State.FAILED);
        task.connect("user_id", "user_id");
        assertThat(task.readerItems()).hasSameSizeAs(task.writerItems());
    }

    @Test
    void takesOverFieldsThatWereListedByHand() {
        MappingTasks task = MappingTasks.tables("[\"order_id\", \"note\"]", "[\"order_id\", \"note\"]");
        task.presenter.list(List.of("order_id", "now()"));
        assertThat(task.lines()).containsExactly("order_id>order_id");
        assertThat(task.mapping().sources()).extracting(SourceColumn::name).endsWith("now()");
    }

    @Test
    void knowsTheRuleOfBlankLines() {
        assertThat(ManualFields.fields("\na\n\n b \n\n")).containsExactly("", "a", "b", "");
        assertThat(ManualFields.fields("a")).containsExactly("a");
        assertThat(ManualFields.fields("")).isEmpty();
    }

    @Test
    void ordersRowsSoThatNoLinesCross() {
        MappingTasks task = MappingTasks.tables("[\"user_id\", \"order_id\"]", "[\"user_id\", \"order_id\"]");
        task.presenter.perform(new Gesture.Tidy());
        assertThat(task.writerItems()).containsExactly("order_id", "user_id");
        Mapping mapping = task.mapping();
        assertThat(RowOrder.tidySources(mapping).ids()).startsWith("column:order_id", "column:user_id");
        assertThat(RowOrder.tidyTargets(mapping).ids()).startsWith("column:order_id", "column:user_id");
        assertThat(new RowOrder(List.of("b", "gone", "a")).of(List.of("a", "b", "c")))
                .containsExactly(1, 0, 2);
    }

    @Test
    void keepsWhatIsKnownWhenAskingAgainFails() {
        MappingTasks task = MappingTasks.tables("[]", "[]");
        task.presenter.source(new Answer.Unknown<>("gone"));
        assertThat(task.mapping().sources()).hasSize(5);
        task.presenter.source(new Answer.Known<>(List.of(), Instant.now()));
        assertThat(task.mapping().sources()).isEmpty();
    }

    @Test
    void findsTheRowOfAPlaceInTheScriptAndTheWayBack() {
        MappingTasks task = MappingTasks.tables("[\"order_id\", \"note\"]", "[\"order_id\", \"note\"]");
        Path path = Path.parse("steps[0].parameter.column[1]");
        Mapping.Place place = task.mapping().placeOf(path).orElseThrow();
        assertThat(place).isEqualTo(new Mapping.Place(true, "column:note"));
        assertThat(task.mapping().pathOf(place)).contains(path);
        assertThat(task.mapping().placeOf(Path.parse("steps[1].parameter.table")))
                .isEmpty();
        assertThat(task.mapping().pathOf(new Mapping.Place(false, "column:biz_date")))
                .isEmpty();
    }
}
