package io.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sluice.connector.file.FileError;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.engine.EngineError;
import io.sluice.script.ConnectorCatalog;
import io.sluice.script.JsonSchema;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.Connector;
import io.sluice.spi.SupportsTableCreation;
import io.sluice.spi.TableDefinition;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectorTextsTest {
    /** What is called so in every language. */
    private static final Set<String> SAME =
            Set.of("SHA-1", "SHA-256", "MD5", "NULL", "MySQL / MariaDB", "PostgreSQL", "SQLite", "gzip", "CSV", "COPY");

    /** What connectors and the engine say, by the place where a user reads it. */
    static Stream<Arguments> sets() {
        return Stream.of(
                arguments("forms of data sources", dataSources()),
                arguments("processing steps", steps()),
                arguments("readers and writers", readersAndWriters()),
                arguments("advice on errors", advice()),
                arguments("the script's schema", schema()),
                arguments("reasons of a proposed table", reasons()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void everyTextHasAChineseOne(String where, Set<String> texts) {
        assertThat(texts).hasSizeGreaterThan(10).doesNotContain("");
        assertThat(texts)
                .filteredOn(text -> ConnectorTexts.translated(text, Locale.SIMPLIFIED_CHINESE)
                        .equals(text))
                .as("untranslated in " + where)
                .isSubsetOf(SAME);
    }

    private static Set<String> dataSources() {
        Set<String> texts = new TreeSet<>();
        for (Connector connector : ServiceLoader.load(Connector.class)) {
            texts.add(connector.profile().summary());
            connector.dataSource().ifPresent(spec -> addTexts(spec, texts));
        }
        texts.remove("");
        return texts;
    }

    private static Set<String> steps() {
        Set<String> texts = new TreeSet<>();
        for (TransformType type : TransformType.values()) {
            texts.add(type.label());
            texts.add(type.summary());
            addAllTexts(type.parameters(), texts);
        }
        texts.remove("");
        return texts;
    }

    private static Set<String> readersAndWriters() {
        Set<String> texts = new TreeSet<>();
        for (Connector connector : ServiceLoader.load(Connector.class)) {
            connector.reader().ifPresent(reader -> addAllTexts(reader.config(), texts));
            connector.writer().ifPresent(writer -> addAllTexts(writer.config(), texts));
        }
        texts.remove("");
        return texts;
    }

    private static Set<String> advice() {
        return Stream.<ErrorCode[]>of(
                        CommonError.values(), EngineError.values(), FileError.values(), JdbcError.values())
                .flatMap(Arrays::stream)
                .map(ErrorCode::advice)
                .filter(advice -> !advice.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Hover texts and snippets of the script's editor, with all parameters of readers and writers. */
    private static Set<String> schema() {
        List<Connector> connectors = new ArrayList<>();
        ServiceLoader.load(Connector.class).forEach(connectors::add);
        Set<String> texts = new TreeSet<>();
        JsonSchema.of(new ConnectorCatalog(connectors, Map.of()), text -> {
            texts.add(text);
            return text;
        });
        return texts;
    }

    /** With the fields of records in lists. */
    private static void addAllTexts(ConfigSpec<?> spec, Set<String> texts) {
        addTexts(spec, texts);
        for (FieldSpec field : spec.fields()) {
            if (field.type() instanceof FieldType.ListType list
                    && list.element() instanceof FieldType.GroupType group) {
                addAllTexts(group.spec(), texts);
            }
        }
    }

    private static Set<String> reasons() {
        Set<String> reasons = new TreeSet<>();
        for (Connector connector : ServiceLoader.load(Connector.class)) {
            for (Column column : columns()) {
                for (TableDefinition.Instants instants : TableDefinition.Instants.values()) {
                    if (connector instanceof SupportsTableCreation creation) {
                        TableDefinition.DefinedColumn made = creation.propose(Schema.of(column), "t", instants)
                                .columns()
                                .getFirst();
                        reasons.add(made.reason());
                        TableDefinition.InstantChoice choice = made.choice();
                        reasons.add(choice == null ? made.reason() : choice.range());
                    }
                }
            }
        }
        return reasons.stream()
                .flatMap(reason -> Arrays.stream(reason.split("; ")))
                .collect(Collectors.toSet());
    }

    /** Of every type, as usual columns and as keys, and with the names that systems give their own types. */
    private static List<Column> columns() {
        List<LogicalType> types = new ArrayList<>(List.of(
                new LogicalType.Bool(),
                new LogicalType.Real(32),
                new LogicalType.Real(64),
                LogicalType.Decimal.UNBOUNDED,
                new LogicalType.Decimal(10, 2),
                new LogicalType.Decimal(80, 40),
                LogicalType.Text.UNBOUNDED,
                new LogicalType.Text(20),
                new LogicalType.Text(20_000),
                LogicalType.Binary.UNBOUNDED,
                new LogicalType.Binary(20),
                new LogicalType.Bits(8, false),
                new LogicalType.Bits(8, true),
                new LogicalType.Bits(100, false),
                new LogicalType.Bits(0, true),
                new LogicalType.Date(),
                new LogicalType.Time(6, LogicalType.Time.Range.DAY),
                new LogicalType.Time(6, LogicalType.Time.Range.HOURS_838),
                new LogicalType.Timestamp(6),
                new LogicalType.Instant(6),
                new LogicalType.Interval(),
                new LogicalType.Json(),
                new LogicalType.Uuid()));
        for (int bits : new int[] {8, 16, 24, 32, 64}) {
            types.add(new LogicalType.Int(bits, true));
            types.add(new LogicalType.Int(bits, false));
        }
        List<Column> columns = new ArrayList<>();
        for (LogicalType type : types) {
            for (String own : List.of("", "BIT", "YEAR", "BINARY", "TIMESTAMP", "UUID")) {
                columns.add(new Column("c", type, true, own, false));
                columns.add(new Column("c", type, false, own, true));
            }
        }
        return columns;
    }

    @Test
    void englishStaysAsTheConnectorWroteIt() {
        assertThat(ConnectorTexts.translated("Host", Locale.ENGLISH)).isEqualTo("Host");
        assertThat(ConnectorTexts.translated("Host", Locale.SIMPLIFIED_CHINESE)).isEqualTo("主机");
    }

    private static void addTexts(ConfigSpec<?> spec, Set<String> texts) {
        for (FieldSpec field : spec.fields()) {
            texts.add(field.label());
            texts.add(field.help());
            if (field.type() instanceof FieldType.ChoiceType choices) {
                choices.choices().forEach(choice -> {
                    texts.add(choice.label());
                    texts.add(choice.help());
                });
            } else if (field.type() instanceof FieldType.GroupType group) {
                addTexts(group.spec(), texts);
            }
        }
    }
}
