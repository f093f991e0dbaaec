package io.sluice.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Programs that run side by side, the output of each piped into the next.
 *
 * @param environment of all of them, beside this process's own
 * @param input what the first one reads; null for nothing
 * @param output what the last one writes; null to keep it as text
 */
record Commands(
        List<List<String>> programs,
        Map<String, String> environment,
        @Nullable Path input,
        @Nullable Path output) {
    static Commands of(Map<String, String> environment, List<String> program) {
        return new Commands(List.of(program), environment, null, null);
    }

    Commands pipedTo(Commands next) {
        List<List<String>> all =
                Stream.concat(programs.stream(), next.programs.stream()).toList();
        Map<String, String> both = new HashMap<>(environment);
        both.putAll(next.environment);
        return new Commands(all, both, input, next.output);
    }

    Commands from(Path file) {
        return new Commands(programs, environment, file, output);
    }

    Commands to(Path file) {
        return new Commands(programs, environment, input, file);
    }
}
