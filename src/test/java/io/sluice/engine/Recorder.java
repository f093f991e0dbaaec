package io.sluice.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps everything a run tells. */
class Recorder implements RunListener {
    final List<LogEvent> log = new CopyOnWriteArrayList<>();
    final List<RunStatistics> statistics = new CopyOnWriteArrayList<>();
    final List<DirtyRecord> dirty = new CopyOnWriteArrayList<>();
    final List<RunResult> ended = new CopyOnWriteArrayList<>();

    @Override
    public void log(LogEvent event) {
        log.add(event);
    }

    @Override
    public void statistics(RunStatistics now) {
        statistics.add(now);
    }

    @Override
    public void dirty(DirtyRecord record) {
        dirty.add(record);
    }

    @Override
    public void ended(RunResult result) {
        ended.add(result);
    }

    String logText() {
        StringBuilder text = new StringBuilder();
        log.forEach(event ->
                text.append(event.level()).append(' ').append(event.text()).append('\n'));
        return text.toString();
    }
}
