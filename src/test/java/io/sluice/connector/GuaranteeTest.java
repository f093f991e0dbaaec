package io.sluice.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.engine.Connectors;
import io.sluice.engine.Delivery;
import io.sluice.spi.Connector;
import io.sluice.spi.Guarantee;
import io.sluice.spi.WriterFactory;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.RecordingContext;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuaranteeTest {
    private static Connector connector(String type) {
        return Connectors.load().find(type).orElseThrow();
    }

    private static <C extends Record> Guarantee guarantee(WriterFactory<C> factory, ConfigValue.Obj parameters) {
        return switch (factory.config().bind(parameters)) {
            case Bound.Valid<C> valid -> factory.guarantee(valid.value());
            case Bound.Invalid<C> invalid -> throw new AssertionError(invalid.problems());
        };
    }

    @ParameterizedTest
    @CsvSource({
        "mysql, writeMode, insert, AT_LEAST_ONCE",
        "mysql, writeMode, update, IDEMPOTENT",
        "mysql, writeMode, replace, IDEMPOTENT",
        "mysql, loadMode, staging, ALL_OR_NOTHING",
        "postgresql, writeMode, copy, AT_LEAST_ONCE",
        "postgresql, writeMode, upsert, IDEMPOTENT",
        "postgresql, loadMode, staging, ALL_OR_NOTHING",
        "sqlite, writeMode, update, IDEMPOTENT"
    })
    void followsFromTheParameters(String type, String parameter, String value, Guarantee expected) {
        ConfigValue.Obj parameters =
                ConfigValue.Obj.EMPTY.with("datasource", "d").with("table", "t").with(parameter, value);
        assertThat(guarantee(connector(type).writer().orElseThrow(), parameters))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"mysql", "postgresql"})
    void progressInTheTargetIsGivenOnlyWhenAskedFor(String type) {
        ConfigValue.Obj parameters = ConfigValue.Obj.EMPTY
                .with("datasource", "d")
                .with("table", "t")
                .with("progressTable", new ConfigValue.Bool(true));
        assertThat(guarantee(connector(type).writer().orElseThrow(), parameters))
                .isEqualTo(Guarantee.PROGRESS_IN_TARGET);
    }

    @ParameterizedTest
    @CsvSource({"mysql", "postgresql"})
    void stagingRefusesStatementsThatWouldTouchTheTargetBefore(String type) {
        ConfigValue.Obj parameters = ConfigValue.Obj.EMPTY
                .with("datasource", "d")
                .with("table", "t")
                .with("loadMode", "staging")
                .with("preSql", new ConfigValue.Text("truncate table @table"));
        SluiceException failure = catchThrowableOfType(
                SluiceException.class,
                () -> Steps.writer(connector(type), parameters, RecordingContext.unrestricted(1)));
        assertThat(failure.code()).isEqualTo(CommonError.PARAMETER_INVALID);
        assertThat(failure).hasMessageContaining("preSql");
    }

    @Test
    void everyGuaranteeHasItsOwnSentence() {
        Set<String> sentences = new HashSet<>();
        for (Guarantee guarantee : Guarantee.values()) {
            sentences.add(Delivery.sentence(guarantee, Delivery.After.RESUME));
        }
        assertThat(sentences).hasSize(Guarantee.values().length);
        assertThat(Delivery.sentence(Guarantee.AT_LEAST_ONCE, Delivery.After.RESTART))
                .startsWith("At least once");
    }
}
