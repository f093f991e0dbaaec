package io.sluice.spi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.config.ConfigProblem.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfigSpecTest {
    enum Mode {
        @Option(label = "Insert", help = "Adds rows")
        INSERT,
        NON_CONFLICT
    }

    record Shard(
            @Shorthand @Field(label = "Name") String name,
            @Field(label = "Index", byDefault = "0") int index) {}

    record Sample(
            @Field(label = "Table", help = "What to read") @Lookup("tables")
            String table,

            @Field(label = "Filter") @Code("sql") @Nullable String where,

            @Field(label = "Fetch size", byDefault = "5000", advanced = true) @Range(min = 1, max = 100_000)
            int fetchSize,

            @Field(label = "Mode", byDefault = "insert") Mode writeMode,

            @Field(label = "Null", byDefault = "\\N", blankIsValue = true)
            String nullFormat,

            @Field(label = "Header", byDefault = "false") boolean header,
            @Field(label = "Password") @Nullable Secret password,
            @Field(label = "Shards", byDefault = "[]") List<Shard> shards,
            @Field(label = "Properties", byDefault = "{}") Map<String, String> properties) {}

    private static final ConfigSpec<Sample> SPEC = ConfigSpec.of(Sample.class);

    @Test
    void fillsDefaults() {
        Sample sample = valid(Map.of("table", text("orders")));
        assertThat(sample.fetchSize()).isEqualTo(5000);
        assertThat(sample.writeMode()).isEqualTo(Mode.INSERT);
        assertThat(sample.where()).isNull();
        assertThat(sample.shards()).isEmpty();
    }

    @Test
    void acceptsNumbersAndTruthValuesAsText() {
        Sample sample = valid(Map.of(
                "table", text("t"), "fetchSize", text("12"), "header", text("true"), "writeMode", text("nonConflict")));
        assertThat(sample.fetchSize()).isEqualTo(12);
        assertThat(sample.header()).isTrue();
        assertThat(sample.writeMode()).isEqualTo(Mode.NON_CONFLICT);
    }

    @Test
    void takesAnEmptyTextAsNotSetUnlessItIsAValue() {
        Sample sample =
                valid(Map.of("table", text("t"), "where", text(""), "nullFormat", text(""), "fetchSize", text("")));
        assertThat(sample.where()).isNull();
        assertThat(sample.nullFormat()).isEmpty();
        assertThat(sample.fetchSize()).isEqualTo(5000);
    }

    @Test
    void takesOneValueAsAListAndABareTextAsARecord() {
        assertThat(valid(Map.of("table", text("t"), "shards", text("a"))).shards())
                .containsExactly(new Shard("a", 0));
    }

    @Test
    void tellsEveryProblemAtItsPlace() {
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        values.put("fetchSize", new ConfigValue.Num("0"));
        values.put("writeMode", text("inser"));
        values.put("shards", new ConfigValue.Array(List.of(new ConfigValue.Obj(Map.of("index", text("x"))))));
        values.put("tabel", text("orders"));
        List<ConfigProblem> problems = SPEC.bind(new ConfigValue.Obj(values)).allProblems();
        assertThat(problems)
                .extracting(ConfigProblem::path, ConfigProblem::kind)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("tabel", Kind.UNKNOWN),
                        org.assertj.core.api.Assertions.tuple("table", Kind.MISSING),
                        org.assertj.core.api.Assertions.tuple("fetchSize", Kind.OUT_OF_RANGE),
                        org.assertj.core.api.Assertions.tuple("writeMode", Kind.NOT_A_CHOICE),
                        org.assertj.core.api.Assertions.tuple("shards[0].name", Kind.MISSING),
                        org.assertj.core.api.Assertions.tuple("shards[0].index", Kind.WRONG_TYPE));
        assertThat(problems).extracting(ConfigProblem::suggestion).contains("table", "insert");
    }

    @Test
    void neverShowsASecret() {
        Sample sample = valid(Map.of("table", text("t"), "password", text("Zx9!canary")));
        assertThat(sample.toString()).doesNotContain("Zx9!canary");
        assertThat(sample.password()).isEqualTo(Secret.of("Zx9!canary"));
    }

    @Test
    void refusesNumbersThatOnlyLookSmall() {
        assertThat(SPEC.bind(new ConfigValue.Obj(
                                Map.of("table", text("t"), "fetchSize", new ConfigValue.Num("1e999999999"))))
                        .allProblems())
                .extracting(ConfigProblem::kind)
                .containsExactly(Kind.WRONG_TYPE);
    }

    private static Sample valid(Map<String, ConfigValue> values) {
        Bound<Sample> bound = SPEC.bind(new ConfigValue.Obj(values));
        assertThat(bound).isInstanceOf(Bound.Valid.class);
        return ((Bound.Valid<Sample>) bound).value();
    }

    private static ConfigValue text(String text) {
        return new ConfigValue.Text(text);
    }
}
