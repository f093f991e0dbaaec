package io.sluice.bench;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Generates rows of ten columns and forgets them: the engine alone.
 *
 * @param step a processing step between both, as the script has it; empty for none
 */
record StreamTransfer(String title, long rowsPerChannel, String step) implements Transfer {
    private static final String WRITER = "\\{\\s*\"stepType\": \"stream\",\\s*\"category\": \"writer\"";

    @Override
    public long rows(int channels) {
        return rowsPerChannel * channels;
    }

    @Override
    public String nativeTool() {
        return "none";
    }

    @Override
    public @Nullable Commands nativeCommands() {
        return null;
    }

    @Override
    public String job(int channels, String writer) {
        String more = step.isEmpty() ? "" : Matcher.quoteReplacement(step) + ",\n";
        return BenchmarkServers.resource("stream.json")
                .replaceFirst(WRITER, more + "$0")
                .replace("\"100000000\"", "\"" + rowsPerChannel + "\"")
                .replace("\"concurrent\": 1", "\"concurrent\": " + channels);
    }

    @Override
    public void clear() {}

    @Override
    public String expected() {
        return "";
    }

    @Override
    public String moved() {
        return "";
    }
}
