package io.sluice.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.fault.Scene.Level;
import io.sluice.fault.Scene.TargetSystem;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Looks at what a load left in its target, with connections of its own. */
record Oracle(Scene scene, TestDatabase direct) {
    /** Rows that stood in the table before a load by staging. */
    static final int OLD_ROWS = 7;

    /** Everything is there; twice only what the level allows. */
    void requireComplete(int mayBeTwice) {
        List<Long> ids = ids();
        HashSet<Long> different = new HashSet<>(ids);
        assertThat(different).as("lost").hasSize(Scene.ROWS);
        assertThat(different).allMatch(id -> id >= 1 && id <= Scene.ROWS);
        assertThat(ids.size() - different.size()).as("twice").isBetween(0, mayBeTwice);
        requireNothingLeft();
    }

    /** While a load by staging or of files is not complete, nothing of it shows. */
    void requireUntouchedOrComplete() {
        switch (scene.level()) {
            case APPEND, PROGRESS, UPSERT, IMPATIENT -> {}
            case STAGING -> {
                List<Long> ids = ids();
                boolean old = ids.stream().allMatch(id -> id < 0) && ids.size() == OLD_ROWS;
                boolean complete = ids.stream().allMatch(id -> id > 0) && ids.size() == Scene.ROWS;
                assertThat(old || complete).as("old or complete: " + ids.size()).isTrue();
            }
            case FILES -> assertThat(ids().size()).isLessThanOrEqualTo(Scene.ROWS);
        }
    }

    private List<Long> ids() {
        if (scene.level() == Level.FILES) {
            return files().stream()
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .flatMap(Oracle::lines)
                    .map(line -> Long.valueOf(line.substring(0, line.indexOf(','))))
                    .toList();
        }
        return direct.rows("select id from t").stream().map(Long::valueOf).toList();
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(scene.folder())) {
            return all.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void requireNothingLeft() {
        if (scene.level() == Level.FILES) {
            assertThat(files()).noneMatch(file -> file.getFileName().toString().contains(".part"));
            return;
        }
        String schema = scene.system() == TargetSystem.MARIADB ? "database()" : "'public'";
        List<String> tables = new ArrayList<>(direct.rows("select table_name from information_schema.tables"
                + " where table_name like 'sluice%' and table_schema = " + schema));
        if (scene.level() == Level.PROGRESS) {
            assertThat(tables).containsExactly("sluice_progress");
            assertThat(direct.rows("select * from sluice_progress")).isEmpty();
        } else {
            assertThat(tables).isEmpty();
        }
    }
}
