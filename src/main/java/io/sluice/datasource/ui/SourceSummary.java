package io.sluice.datasource.ui;

import io.sluice.spi.config.ConfigValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A data source in two short texts: where it is and what it opens there. Made from settings that hold no secrets.
 *
 * @param place host with port, or path; empty when the type has neither
 * @param detail database or the like; empty for none
 */
record SourceSummary(String place, String detail) {
    private static final List<String> PLACES = List.of("host", "address", "endpoint", "url", "path", "file", "folder");
    private static final List<String> DETAILS = List.of("database", "schema", "bucket");

    static SourceSummary of(ConfigValue.Obj settings) {
        return new SourceSummary(place(settings), first(DETAILS, settings).orElse(""));
    }

    private static String place(ConfigValue.Obj settings) {
        String port = settings.find("port").map(value -> ":" + value).orElse("");
        return first(PLACES, settings).map(place -> place + port).orElse("");
    }

    private static Optional<String> first(List<String> names, ConfigValue.Obj settings) {
        return names.stream()
                .flatMap(name -> settings.find(name).stream())
                .flatMap(SourceSummary::text)
                .findFirst();
    }

    private static Stream<String> text(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Text text -> Stream.of(text.value()).filter(one -> !one.isBlank());
            case ConfigValue.Num number -> Stream.of(number.spelling());
            case ConfigValue.Array array ->
                array.items().stream().flatMap(SourceSummary::text).limit(1);
            case ConfigValue.Obj group -> Stream.of(place(group)).filter(one -> !one.isEmpty());
            case ConfigValue.Bool ignored -> Stream.empty();
            case ConfigValue.Null ignored -> Stream.empty();
        };
    }

    /** Whether a search for this text in lower case should find it. */
    boolean mentions(String wanted) {
        return place.toLowerCase(java.util.Locale.ROOT).contains(wanted)
                || detail.toLowerCase(java.util.Locale.ROOT).contains(wanted);
    }
}
