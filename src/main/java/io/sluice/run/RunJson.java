package io.sluice.run;

import io.sluice.engine.RunStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Parts of a run as the JSON text that is stored; unknown and missing entries of other versions are passed over. */
final class RunJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    private RunJson() {}

    static String write(Object part) {
        return JSON.writeValueAsString(part);
    }

    static RunStatistics statistics(String json) {
        return JSON.readValue(json, RunStatistics.class);
    }

    static @Nullable RunFailure failure(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, RunFailure.class);
    }

    static Map<String, String> texts(String json) {
        return JSON.readValue(json, TEXTS);
    }
}
