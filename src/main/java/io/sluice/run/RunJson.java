package io.sluice.run;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.sluice.engine.DryCheck;
import io.sluice.engine.RunStatistics;
import io.sluice.engine.SplitState;
import io.sluice.engine.verify.VerifyResult;
import io.sluice.engine.verify.VerifyResult.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Parts of a run as the JSON text that is stored; unknown and missing entries of other versions are passed over. */
final class RunJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withConfigOverride(
                    List.class, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<ArrayList<@Nullable String>> VALUES = new TypeReference<>() {};
    private static final TypeReference<ArrayList<SplitState>> SPLITS = new TypeReference<>() {};
    private static final TypeReference<ArrayList<Integer>> NUMBERS = new TypeReference<>() {};

    private static final DryCheck UNCHECKED = new DryCheck(false, null, false, DryCheck.Repeated.NOT_FOUND);

    private RunJson() {}

    /** Halves of surrogates are spelled out: no store can tell one from another, and all texts of a JSON are in quotes. */
    static String write(Object part) {
        String json = JSON.writeValueAsString(part);
        StringBuilder spelled = new StringBuilder(json.length());
        int written = 0;
        for (int at = 0; at < json.length(); at++) {
            char unit = json.charAt(at);
            boolean pair = Character.isHighSurrogate(unit)
                    && at + 1 < json.length()
                    && Character.isLowSurrogate(json.charAt(at + 1));
            if (pair) {
                at++;
            } else if (Character.isSurrogate(unit)) {
                spelled.append(json, written, at).append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                written = at + 1;
            }
        }
        return written == 0
                ? json
                : spelled.append(json, written, json.length()).toString();
    }

    static RunStatistics statistics(String json) {
        return completed(json, RunStatistics.ZERO, RunStatistics.class);
    }

    /** What the text lacks, as it was stored by another version, is as in a value that knows nothing. */
    private static <T> T completed(String json, T unknown, Class<T> type) {
        ObjectNode all = JSON.valueToTree(unknown);
        if (JSON.readTree(json) instanceof ObjectNode stored) {
            stored.properties().stream()
                    .filter(entry -> !entry.getValue().isNull())
                    .forEach(entry -> all.set(entry.getKey(), entry.getValue()));
        }
        return JSON.treeToValue(all, type);
    }

    static @Nullable RunFailure failure(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, RunFailure.class);
    }

    static @Nullable VerifyResult verified(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, VerifyResult.class);
    }

    static Difference difference(String json) {
        return JSON.readValue(json, Difference.class);
    }

    static @Nullable DryCheck dryCheck(@Nullable String json) {
        return json == null ? null : completed(json, UNCHECKED, DryCheck.class);
    }

    static List<SplitState> splits(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, SPLITS);
    }

    static List<@Nullable String> values(String json) {
        return JSON.readValue(json, VALUES);
    }

    static List<Integer> numbers(String json) {
        return JSON.readValue(json, NUMBERS);
    }

    static Map<String, String> texts(String json) {
        return JSON.readValue(json, TEXTS);
    }
}
