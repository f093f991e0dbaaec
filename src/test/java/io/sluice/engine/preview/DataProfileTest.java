package io.sluice.engine.preview;

import static io.sluice.engine.preview.Sampled.script;
import static io.sluice.engine.preview.Sampled.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.convert.TypeMapping;
import io.sluice.engine.preview.DataProfile.ColumnProfile;
import io.sluice.engine.preview.DataProfile.Finding;
import io.sluice.engine.preview.DataProfile.Kind;
import io.sluice.engine.preview.Sample.TargetColumn;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a sample says of the pairs of source and target columns. */
@Timeout(120)
class DataProfileTest {
    private static final String COLUMNS = "\"column\": [\"id\", \"note\", \"amount\", \"flag\"]}";
    private final TestDatabase source = MariaDbServer.shared().database();
    private final TestDatabase target = PostgreSqlServer.shared().database();
    private final Sampled sampled = new Sampled()
            .with("from", "mysql", Databases.settings(source))
            .with("to", "postgresql", Databases.settings(target));
    private final String script = script(
            step("reader", "mysql", "{\"datasource\": \"from\", \"table\": \"t\", " + COLUMNS),
            step(
                    "writer",
                    "postgresql",
                    "{\"datasource\": \"to\", \"table\": \"t\", \"preSql\": [\"delete from t\"], " + COLUMNS));

    DataProfileTest() {
        source.run(
                "create table t (id bigint primary key, note varchar(60), amount bigint, flag varchar(9))",
                "insert into t select seq, if(seq % 3000 = 1, repeat('n', 25), concat('n', seq)),"
                        + " if(seq = 77, 3000000000, seq), if(seq % 100 = 0, 'maybe', if(seq % 2 = 0, 'true', null))"
                        + " from seq_1_to_12000");
        target.run(
                "create table t (id bigint primary key, note varchar(20) not null, amount int, flag boolean not null)",
                "insert into t values (1, 'stays', 1, true)");
    }

    @Test
    void saysHowManyValuesWouldBeDirtyAndWhy() throws Exception {
        DataProfile profile = sampled.profile(script, 10_000);

        assertThat(profile.extent()).isEqualTo(new Extent(10_000, true, false, 0));
        assertThat(profile.rows()).isEqualTo(10_000);
        assertThat(profile.problem()).isNull();
        ColumnProfile note = profile.columns().get(1);
        assertThat(note.longest()).isEqualTo(25);
        assertThat(note.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.TOO_LONG);
            assertThat(finding.count()).isEqualTo(4);
            assertThat(finding.limit()).isEqualTo(20);
            assertThat(finding.example().text()).isEqualTo("n".repeat(25));
        });
        ColumnProfile amount = profile.columns().get(2);
        assertThat(Objects.requireNonNull(amount.least()).text()).isEqualTo("1");
        assertThat(Objects.requireNonNull(amount.most()).text()).isEqualTo("3000000000");
        assertThat(amount.findings())
                .containsExactly(new Finding(Kind.OUT_OF_RANGE, 1, 0, Cell.of("3000000000", 200), 76));
        ColumnProfile flag = profile.columns().get(3);
        assertThat(flag.nulls()).isEqualTo(5_000);
        assertThat(flag.findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.NOT_CONVERTIBLE, Kind.NULL_NOT_ALLOWED);
        assertThat(flag.findings()).extracting(Finding::count).containsExactly(100L, 5_000L);
        assertThat(profile.columns().getFirst().findings()).isEmpty();
        assertThat(target.value("select note from t")).as("nothing is written").isEqualTo("stays");
    }

    @Test
    void showsWhatEachValueBecomesInTheTarget() throws Exception {
        Sample sample = sampled.sample(script);

        assertThat(Objects.requireNonNull(sample.target()).problem()).isNull();
        TargetColumn note = sample.target().columns().get(1);
        assertThat(note.mapping().kind()).isEqualTo(TypeMapping.Kind.LOSSY);
        assertThat(Objects.requireNonNull(note.values().getFirst().cause()).message())
                .contains("does not fit");
        assertThat(note.values().get(1).value().text()).isEqualTo("n2");
        TargetColumn flag = sample.target().columns().get(3);
        assertThat(flag.values().getFirst().cause()).isNotNull();
        assertThat(flag.values().get(1).value().text()).isEqualTo("true");
        assertThat(target.value("select note from t")).isEqualTo("stays");
    }

    @Test
    void aTargetThatIsNotThereIsAProblemOfTheTargetOnly() throws Exception {
        target.run("drop table t");
        DataProfile profile = sampled.profile(script, 100);

        assertThat(profile.rows()).isEqualTo(100);
        assertThat(Objects.requireNonNull(profile.problem()).message()).isNotBlank();
        assertThat(profile.columns()).hasSize(4).allSatisfy(column -> {
            assertThat(column.target()).isNull();
            assertThat(column.findings()).isEmpty();
        });
        assertThat(Objects.requireNonNull(sampled.sample(script).target()).problem())
                .isNotNull();
    }

    @Test
    void pairsAreJudgedBehindTheSteps() throws Exception {
        String shortened = script.replace(
                "{\"category\": \"writer\"",
                step("map", "substring", "{\"name\": [\"note\"], \"length\": 20}") + ",\n"
                        + step("map", "filter", "{\"name\": \"id\", \"operator\": \"<=\", \"value\": \"10\"}")
                        + ",\n{\"category\": \"writer\"");
        DataProfile profile = sampled.profile(shortened, 1_000);

        assertThat(profile.rows()).isEqualTo(10);
        assertThat(profile.filtered()).isEqualTo(990);
        assertThat(profile.columns().get(1).findings()).isEmpty();
        assertThat(profile.columns().get(1).longest()).isEqualTo(20);
    }
}
