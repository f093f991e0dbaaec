package io.sluice.cli;

import io.sluice.engine.Failure;
import io.sluice.engine.Verified;
import io.sluice.engine.verify.VerifyResult;
import io.sluice.engine.verify.VerifyResult.Difference;
import io.sluice.engine.verify.VerifyResult.KeyValue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The result of a comparison for programs. */
final class VerifyLine {
    private static final double MILLIS = 1000;

    private VerifyLine() {}

    static String of(Verified verified, Duration took) {
        VerifyResult result = verified.result();
        JsonLine line = new JsonLine().with("state", state(result));
        if (result != null) {
            line.with("sourceRecords", result.sourceRows())
                    .with("targetRecords", result.targetRows())
                    .with("unfitRecords", result.unfitRows())
                    .with("missing", result.missing())
                    .with("additional", result.additional())
                    .with("different", result.different())
                    .withRaw("keyed", Boolean.toString(result.keyed()))
                    .withRaw("complete", Boolean.toString(result.complete()))
                    .withRaw("differences", array(result.differences(), VerifyLine::difference));
        }
        return line.withRaw("seconds", String.format(Locale.ROOT, "%.3f", took.toMillis() / MILLIS))
                .withRaw("error", error(verified.failure()))
                .toString();
    }

    private static String state(@Nullable VerifyResult result) {
        if (result == null) {
            return "FAILED";
        }
        return result.equal() ? "EQUAL" : "DIFFERENT";
    }

    private static String difference(Difference one) {
        JsonLine key = new JsonLine();
        for (KeyValue value : one.key()) {
            key.with(value.column(), value.value());
        }
        return new JsonLine()
                .with("kind", one.kind().name())
                .withRaw("key", key.toString())
                .withRaw("columns", array(one.columns(), JsonLine::quoted))
                .toString();
    }

    private static <T> String array(List<T> items, Function<T, String> json) {
        return items.stream().map(json).collect(Collectors.joining(",", "[", "]"));
    }

    private static String error(@Nullable Failure failure) {
        return failure == null
                ? "null"
                : new JsonLine()
                        .with("code", failure.code().name())
                        .with("category", failure.code().category().name())
                        .with("message", failure.message())
                        .toString();
    }
}
