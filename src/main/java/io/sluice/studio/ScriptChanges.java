package io.sluice.studio;

import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Setting;
import io.sluice.script.Setting.DirtyPolicy;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.ScriptChange.Effect;
import io.sluice.studio.ScriptChange.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What is different between two scripts, in the terms of those who wrote them. */
public final class ScriptChanges {
    private static final Set<String> TOLD_APART = Set.of("steps", "setting", "order");
    private static final Set<String> TOLD_OF_SETTING = Set.of("speed", "errorLimit");

    private final List<ScriptChange> found = new ArrayList<>();
    private final ScriptDocument before;
    private final ScriptDocument after;

    private ScriptChanges(ScriptDocument before, ScriptDocument after) {
        this.before = before;
        this.after = after;
    }

    /** The differences in the order in which the newer script has them; none for equal texts. */
    public static List<ScriptChange> between(ScriptDocument before, ScriptDocument after) {
        if (before.text().equals(after.text())) {
            return List.of();
        }
        if (!before.readable() || !after.readable()) {
            return List.of(ScriptChange.replaced(Subject.UNREADABLE));
        }
        return new ScriptChanges(before, after).changes();
    }

    private List<ScriptChange> changes() {
        ConfigValue.Obj old = root(before);
        ConfigValue.Obj now = root(after);
        SyncTask oldTask = SyncTask.of(before).orElse(null);
        SyncTask task = SyncTask.of(after).orElse(null);
        if (oldTask == null || task == null) {
            new ValueChanges(found).compare("", old, now);
        } else {
            new ValueChanges(found).compare("", without(old, TOLD_APART), without(now, TOLD_APART));
            new StepChanges(found).compare(oldTask, task);
            maps(oldTask, task);
            order(old, now, oldTask, task);
            setting(old, now);
            speed(oldTask.setting().speed(), task.setting().speed());
            dirtyLimit(oldTask.setting().dirtyPolicy(), task.setting().dirtyPolicy());
        }
        return found.isEmpty() ? List.of(ScriptChange.replaced(Subject.LAYOUT)) : List.copyOf(found);
    }

    private static ConfigValue.Obj root(ScriptDocument document) {
        return document.read(Path.ROOT)
                .filter(ConfigValue.Obj.class::isInstance)
                .map(ConfigValue.Obj.class::cast)
                .orElse(ConfigValue.Obj.EMPTY);
    }

    private static ConfigValue.Obj without(ConfigValue.Obj object, Set<String> names) {
        ConfigValue.Obj rest = object;
        for (String name : names) {
            rest = rest.without(name);
        }
        return rest;
    }

    /** Steps between reader and writer are known by their names. */
    private void maps(SyncTask old, SyncTask now) {
        for (SyncTask.Step step : now.maps()) {
            old.maps().stream()
                    .filter(one -> one.name().equals(step.name()))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> sameMap(one, step),
                            () -> found.add(ScriptChange.added(Subject.STEP, step.name(), step.stepType())));
        }
        for (SyncTask.Step step : old.maps()) {
            if (now.maps().stream().noneMatch(one -> one.name().equals(step.name()))) {
                found.add(ScriptChange.removed(Subject.STEP, step.name(), step.stepType()));
            }
        }
    }

    private void sameMap(SyncTask.Step old, SyncTask.Step now) {
        if (!old.stepType().equals(now.stepType())) {
            found.add(ScriptChange.replaced(Subject.SYSTEM, now.name(), old.stepType(), now.stepType()));
        }
        new ValueChanges(found).compare(now.name(), old.parameter(), now.parameter());
    }

    /** Hops that follow the steps are not worth a sentence of their own; others are shown as they are. */
    private void order(ConfigValue.Obj old, ConfigValue.Obj now, SyncTask oldTask, SyncTask task) {
        renamed(oldTask.reader(), task.reader());
        renamed(oldTask.writer(), task.writer());
        List<String> before = names(oldTask);
        List<String> after = names(task);
        List<String> staying = before.stream().filter(after::contains).toList();
        if (!staying.equals(after.stream().filter(before::contains).toList())) {
            found.add(ScriptChange.replaced(Subject.STEP_ORDER, String.join(" → ", before), String.join(" → ", after)));
        }
        if (before.equals(after)) {
            new ValueChanges(found).compare("", only(old, "order"), only(now, "order"));
        } else {
            new ValueChanges(found)
                    .compare(
                            "order",
                            part(old, "order").without("hops"),
                            part(now, "order").without("hops"));
        }
    }

    private static ConfigValue.Obj only(ConfigValue.Obj whole, String name) {
        ConfigValue value = whole.entries().get(name);
        return value == null ? ConfigValue.Obj.EMPTY : ConfigValue.Obj.EMPTY.with(name, value);
    }

    private void renamed(SyncTask.Step old, SyncTask.Step now) {
        if (!old.name().equals(now.name())) {
            found.add(ScriptChange.replaced(Subject.STEP, old.name(), now.name()));
        }
    }

    /** From the reader over all steps to the writer. */
    private static List<String> names(SyncTask task) {
        List<String> names = new ArrayList<>();
        names.add(task.reader().name());
        task.maps().forEach(step -> names.add(step.name()));
        names.add(task.writer().name());
        return names;
    }

    private static ConfigValue.Obj part(ConfigValue.Obj whole, String name) {
        return whole.entries().get(name) instanceof ConfigValue.Obj object ? object : ConfigValue.Obj.EMPTY;
    }

    private void setting(ConfigValue.Obj old, ConfigValue.Obj now) {
        new ValueChanges(found)
                .compare(
                        "setting",
                        without(part(old, "setting"), TOLD_OF_SETTING),
                        without(part(now, "setting"), TOLD_OF_SETTING));
    }

    private void speed(Setting.Speed old, Setting.Speed now) {
        if (old.concurrent() != now.concurrent()) {
            found.add(ScriptChange.replaced(
                    Subject.CONCURRENCY, Integer.toString(old.concurrent()), Integer.toString(now.concurrent())));
        }
        rate(Subject.BYTE_RATE, old.bytesPerSecond(), now.bytesPerSecond());
        rate(Subject.RECORD_RATE, old.recordsPerSecond(), now.recordsPerSecond());
    }

    private void rate(Subject subject, OptionalLong old, OptionalLong now) {
        if (old.equals(now)) {
            return;
        }
        if (now.isEmpty()) {
            found.add(ScriptChange.removed(subject, Long.toString(old.orElse(0))));
        } else if (old.isEmpty()) {
            found.add(ScriptChange.added(subject, Long.toString(now.getAsLong())));
        } else {
            found.add(ScriptChange.replaced(subject, Long.toString(old.getAsLong()), Long.toString(now.getAsLong())));
        }
    }

    private void dirtyLimit(DirtyPolicy old, DirtyPolicy now) {
        if (!Objects.equals(old, now)) {
            ScriptChange change = ScriptChange.replaced(Subject.DIRTY_LIMIT, words(old), words(now));
            found.add(change.with(looser(old, now) ? Optional.of(Effect.LOSES_MORE) : Optional.empty()));
        }
    }

    /** A number, a share with its per cent sign, or an endless sign. */
    private static String words(DirtyPolicy policy) {
        return switch (policy) {
            case DirtyPolicy.AtMost limit -> Long.toString(limit.records());
            case DirtyPolicy.AtMostShare limit ->
                limit.share().movePointRight(2).stripTrailingZeros().toPlainString() + " %";
            case DirtyPolicy.Unlimited ignored -> "∞";
        };
    }

    /** A number and a share cannot be compared, so that leaving one for the other counts as looser unless it is none. */
    private static boolean looser(DirtyPolicy old, DirtyPolicy now) {
        return switch (now) {
            case DirtyPolicy.Unlimited ignored -> true;
            case DirtyPolicy.AtMost limit ->
                old instanceof DirtyPolicy.AtMost earlier
                        ? limit.records() > earlier.records()
                        : old instanceof DirtyPolicy.AtMostShare && limit.records() > 0;
            case DirtyPolicy.AtMostShare limit ->
                old instanceof DirtyPolicy.AtMostShare earlier
                        ? limit.share().compareTo(earlier.share()) > 0
                        : old instanceof DirtyPolicy.AtMost && limit.share().compareTo(BigDecimal.ZERO) > 0;
        };
    }
}
