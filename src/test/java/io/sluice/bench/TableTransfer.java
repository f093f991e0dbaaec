package io.sluice.bench;

/**
 * Copies the whole table.
 *
 * @param original holds what the target must hold afterwards, in the target's system
 */
record TableTransfer(
        String title,
        int tableRows,
        String nativeTool,
        Commands nativeCommands,
        Endpoint source,
        Endpoint target,
        Endpoint original)
        implements Transfer {
    private static final String JOB = """
            {"job": {
              "content": [{"reader": %s, "writer": %s}],
              "setting": {"speed": {"channel": %d}, "errorLimit": {"record": 0}}
            }}
            """;

    @Override
    public long rows(int channels) {
        return tableRows;
    }

    @Override
    public String job(int channels, String writer) {
        return JOB.formatted(source.reader(), target.writer(writer), channels);
    }

    @Override
    public void clear() {
        target.clear();
    }

    @Override
    public String expected() {
        return original.fingerprint();
    }

    @Override
    public String moved() {
        return target.fingerprint();
    }
}
