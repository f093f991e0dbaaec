package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.Setting.DirtyPolicy;
import io.sluice.spi.config.ConfigValue;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SyncTaskTest {
    @Test
    void readsReaderWriterAndMaps() {
        SyncTask task = task("""
                {"Steps": [
                  {"stepType": "MySQL", "category": "Reader", "name": "in",
                   "parameter": {"datasource": "a", "connection": [{"datasource": "b"}, {"datasource": "a"}]}},
                  {"stepType": null, "category": "processor", "parameter": {"nodes": []}},
                  {"stepType": "filter", "category": "map", "parameter": {}},
                  {"stepType": "stream", "category": "writer"}]}
                """);
        assertThat(task.reader().name()).isEqualTo("in");
        assertThat(task.reader().stepType()).isEqualTo("MySQL");
        assertThat(task.reader().dataSources()).containsExactly("a", "b");
        assertThat(task.reader().within("connection[0].table")).hasToString("steps[0].parameter.connection[0].table");
        assertThat(task.maps()).extracting(SyncTask.Step::stepType).containsExactly("filter");
        assertThat(task.writer().name()).isEqualTo("Writer");
        assertThat(task.writer().path()).hasToString("steps[3]");
        assertThat(task.writer().parameter()).isEqualTo(ConfigValue.Obj.EMPTY);
    }

    @Test
    void needsOneReaderAndOneWriter() {
        assertThat(SyncTask.of(ScriptDocument.parse("{\"steps\": [{\"category\": \"reader\"}]}")))
                .isEmpty();
        assertThat(SyncTask.of(ScriptDocument.parse("{\"steps\": "))).isEmpty();
        assertThat(SyncTask.of(ScriptDocument.parse(""))).isEmpty();
    }

    @Test
    void knowsThreeStatesOfTheDirtyPolicy() {
        assertThat(policy("{\"strategy\": \"ZeroTolerance\", \"record\": 5}")).isEqualTo(new DirtyPolicy.AtMost(0));
        assertThat(policy("{\"record\": \"0\"}")).isEqualTo(new DirtyPolicy.AtMost(0));
        assertThat(policy("{\"strategy\": \"Tolerance\", \"record\": \"1024\"}"))
                .isEqualTo(new DirtyPolicy.AtMost(1024));
        assertThat(policy("{\"record\": 7, \"percentage\": 0.5}")).isEqualTo(new DirtyPolicy.AtMost(7));
        assertThat(policy("{\"percentage\": 0.02}")).isEqualTo(new DirtyPolicy.AtMostShare(new BigDecimal("0.02")));
        assertThat(policy("{\"strategy\": \"Ignore\", \"record\": 7}")).isEqualTo(new DirtyPolicy.Unlimited());
        assertThat(policy("{\"record\": \"\"}")).isEqualTo(new DirtyPolicy.Unlimited());
        assertThat(policy("{\"record\": null}")).isEqualTo(new DirtyPolicy.Unlimited());
        assertThat(policy("{}")).isEqualTo(new DirtyPolicy.Unlimited());
    }

    @Test
    void readsNumbersAndTruthValuesWrittenAsText() {
        Setting.Speed speed = setting("{\"speed\": {\"concurrent\": \"12\", \"throttle\": \"true\", \"mbps\": \"2\"}}")
                .speed();
        assertThat(speed).isEqualTo(new Setting.Speed(12, OptionalLong.of(2_097_152), OptionalLong.empty()));
        assertThat(setting("{\"speed\": {\"throttle\": false, \"mbps\": 2, \"record\": 900}}")
                        .speed())
                .isEqualTo(new Setting.Speed(1, OptionalLong.empty(), OptionalLong.of(900)));
        assertThat(setting("{\"speed\": {\"channel\": 4, \"byte\": 1024}}").speed())
                .isEqualTo(new Setting.Speed(4, OptionalLong.of(1024), OptionalLong.empty()));
        assertThat(setting("{\"speed\": {\"concurrent\": 1e999}}").speed().concurrent())
                .isEqualTo(1);
        assertThat(setting("{\"failoverEnable\": \"true\", \"dryRun\": true}"))
                .matches(setting -> setting.failoverEnable() && setting.dryRun() && !setting.distributed());
    }

    @Test
    void readsTheConversionSettings() {
        Setting.Conversion conversion = setting("""
                        {"common": {"column": {"timeZone": "GMT+8", "dateFormat": "dd.MM.yyyy", "extraFormats": "yyMMdd"}}}
                        """).conversion();
        assertThat(conversion.timeZone()).contains(ZoneId.of("GMT+8"));
        assertThat(conversion.dateFormat()).isEqualTo("dd.MM.yyyy");
        assertThat(conversion.datetimeFormat()).isEqualTo("yyyy-MM-dd HH:mm:ss");
        assertThat(conversion.extraFormats()).isEqualTo(List.of("yyMMdd"));
        assertThat(setting("{\"common\": {\"column\": {\"timeZone\": \"Mars\"}}}")
                        .conversion()
                        .timeZone())
                .isEmpty();
    }

    private static DirtyPolicy policy(String errorLimit) {
        return setting("{\"errorLimit\": " + errorLimit + "}").dirtyPolicy();
    }

    private static Setting setting(String setting) {
        return task("{\"steps\": [{\"category\": \"reader\"}, {\"category\": \"writer\"}], \"setting\": " + setting
                        + "}")
                .setting();
    }

    private static SyncTask task(String text) {
        return SyncTask.of(ScriptDocument.parse(text)).orElseThrow();
    }
}
