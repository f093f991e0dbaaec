package io.sluice.spi.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.sluice.spi.config.ConfigProblem.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InlineFieldsTest {
    record Place(
            @Field(label = "Table") String table,
            @Field(label = "Columns", byDefault = "*") List<String> column) {}

    record Job(
            @Field(label = "First", byDefault = "a") String first,
            @Inline Place place,
            @Field(label = "Last", byDefault = "7") int last) {}

    record Twice(
            @Field(label = "Table", byDefault = "") String table,
            @Inline Place place) {}

    private static final ConfigSpec<Job> SPEC = ConfigSpec.of(Job.class);

    @Test
    void standAmongThoseOfTheRecordInTheirOrder() {
        assertThat(SPEC.fields()).extracting(FieldSpec::name).containsExactly("first", "table", "column", "last");
    }

    @Test
    void areReadFromTheSameObject() {
        ConfigValue.Obj values =
                new ConfigValue.Obj(Map.of("table", new ConfigValue.Text("orders"), "last", new ConfigValue.Num("3")));
        assertThat(SPEC.bind(values))
                .isEqualTo(new Bound.Valid<>(new Job("a", new Place("orders", List.of("*")), 3), List.of()));
    }

    @Test
    void haveTheirProblemsAtTheirOwnNames() {
        ConfigValue.Obj values =
                new ConfigValue.Obj(Map.of("last", new ConfigValue.Text("x"), "tabel", ConfigValue.Obj.EMPTY));
        assertThat(SPEC.bind(values).allProblems())
                .extracting(ConfigProblem::path, ConfigProblem::kind)
                .containsExactlyInAnyOrder(
                        tuple("table", Kind.MISSING), tuple("tabel", Kind.UNKNOWN), tuple("last", Kind.WRONG_TYPE));
    }

    @Test
    void mayNotBeNamedLikeOthers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigSpec.of(Twice.class))
                .withMessageContaining("two fields named table");
    }
}
