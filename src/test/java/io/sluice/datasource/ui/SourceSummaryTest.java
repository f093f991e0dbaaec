package io.sluice.datasource.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.config.ConfigValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceSummaryTest {
    @Test
    void namesHostPortAndDatabase() {
        ConfigValue.Obj settings = ConfigValue.Obj.EMPTY
                .with("host", "db.example.org")
                .with("port", new ConfigValue.Num(5432))
                .with("database", "shop");
        assertThat(SourceSummary.of(settings)).isEqualTo(new SourceSummary("db.example.org:5432", "shop"));
    }

    @Test
    void namesTheFirstOfSeveralAddresses() {
        ConfigValue.Obj address = ConfigValue.Obj.EMPTY.with("host", "one").with("port", new ConfigValue.Num(9092));
        ConfigValue.Obj settings =
                ConfigValue.Obj.EMPTY.with("address", new ConfigValue.Array(List.of(address, address)));
        assertThat(SourceSummary.of(settings).place()).isEqualTo("one:9092");
    }

    @Test
    void isEmptyForATypeWithoutAPlace() {
        assertThat(SourceSummary.of(ConfigValue.Obj.EMPTY)).isEqualTo(new SourceSummary("", ""));
    }

    @Test
    void isFoundByHostInAnyCase() {
        SourceSummary summary = new SourceSummary("DB.example.org", "Shop");
        assertThat(summary.mentions("db.ex")).isTrue();
        assertThat(summary.mentions("shop")).isTrue();
        assertThat(summary.mentions("elsewhere")).isFalse();
    }
}
