package io.sluice.connector.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which combinations of paths, zones, splits and rows run: all of them, or a selection that meets each one. */
final class FidelityRuns {
    private static final boolean COMPLETE =
            System.getProperty("sluice.fidelity", "").equals("complete");
    private static final List<String> ZONES = List.of("America/New_York", "Asia/Shanghai", "UTC");

    /** The zones of T44 and T45, for temporal values only. */
    private static final List<String> FAR_ZONES = List.of(
            "Asia/Kolkata",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "Pacific/Apia",
            "Europe/London");

    private FidelityRuns() {}

    static boolean complete() {
        return COMPLETE;
    }

    static List<String> allZones() {
        return Stream.concat(ZONES.stream(), FAR_ZONES.stream()).toList();
    }

    static boolean far(FidelityRun run) {
        return FAR_ZONES.contains(run.zone());
    }

    static List<FidelityRun> of(Direction direction) {
        List<ReadPath> reads = Stream.of(ReadPath.values())
                .filter(path -> path.of(direction.source()))
                .toList();
        List<WritePath> writes = Stream.of(WritePath.values())
                .filter(path -> path.of(direction.target()))
                .toList();
        List<FidelityRun> runs = new ArrayList<>();
        if (COMPLETE) {
            reads.forEach(read -> writes.forEach(write -> runs.addAll(all(read, write))));
        } else {
            for (int pair = 0; pair < Math.max(reads.size(), writes.size()); pair++) {
                runs.addAll(selected(reads.get(pair % reads.size()), writes.get(pair % writes.size()), pair));
            }
        }
        return runs;
    }

    private static List<FidelityRun> all(ReadPath read, WritePath write) {
        List<FidelityRun> runs = new ArrayList<>();
        for (String zone : allZones()) {
            for (boolean single : new boolean[] {false, true}) {
                runs.add(new FidelityRun(read, write, zone, 1, single));
                runs.add(new FidelityRun(read, write, zone, 4, single));
            }
        }
        return runs;
    }

    /** Every path with every case; the first ones in further zones, with splits and row by row. */
    private static List<FidelityRun> selected(ReadPath read, WritePath write, int pair) {
        List<FidelityRun> runs = new ArrayList<>();
        runs.add(new FidelityRun(read, write, ZONES.getFirst(), 1, false));
        if (pair == 0) {
            runs.add(new FidelityRun(read, write, "Asia/Shanghai", 4, false));
            runs.add(new FidelityRun(read, write, "UTC", 1, true));
            FAR_ZONES.forEach(zone -> runs.add(new FidelityRun(read, write, zone, 1, false)));
        }
        return runs;
    }
}
