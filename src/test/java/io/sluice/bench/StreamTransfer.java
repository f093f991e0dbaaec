package io.sluice.bench;

import org.jspecify.annotations.Nullable;

/** Generates rows of ten columns and forgets them: the engine alone. */
record StreamTransfer(long rowsPerChannel) implements Transfer {
    @Override
    public String title() {
        return "stream → stream, 10 columns";
    }

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
        return BenchmarkServers.resource("stream.json")
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
