package io.sluice.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a value stands in a script, for example {@code steps[0].parameter.table}.
 *
 * @param steps from the outside to the inside; empty for the whole script
 */
public record Path(List<Step> steps) {
    /** The whole script. */
    public static final Path ROOT = new Path(List.of());

    /** One step down: into a named member or a numbered item. */
    public sealed interface Step {}

    /** Into the member of an object. */
    public record Name(String name) implements Step {}

    /** Into the item of an array, counted from 0. */
    public record Index(int index) implements Step {
        public Index {
            if (index < 0) {
                throw new IllegalArgumentException("An index is not negative: " + index);
            }
        }
    }

    public Path {
        steps = List.copyOf(steps);
    }

    /** A path through named members only. */
    public static Path of(String... names) {
        Path path = ROOT;
        for (String name : names) {
            path = path.child(name);
        }
        return path;
    }

    /**
     * Reads the form of {@link #toString}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Path parse(String text) {
        return new PathReader(text).read();
    }

    public Path child(String name) {
        return child(new Name(name));
    }

    public Path child(int index) {
        return child(new Index(index));
    }

    Path child(Step step) {
        List<Step> longer = new ArrayList<>(steps.size() + 1);
        longer.addAll(steps);
        longer.add(step);
        return new Path(longer);
    }

    /** This path followed by all steps of the other. */
    public Path resolve(Path below) {
        List<Step> joined = new ArrayList<>(steps);
        joined.addAll(below.steps);
        return new Path(joined);
    }

    public boolean isRoot() {
        return steps.isEmpty();
    }

    /** One step up; that of the whole script is itself. */
    public Path parent() {
        return isRoot() ? this : new Path(steps.subList(0, steps.size() - 1));
    }

    /** The last step; empty for the whole script. */
    public Optional<Step> last() {
        return isRoot() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    /** Whether the other path is this one or leads to it. */
    public boolean startsWith(Path above) {
        return steps.size() >= above.steps.size()
                && steps.subList(0, above.steps.size()).equals(above.steps);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Index item -> text.append('[').append(item.index()).append(']');
                case Name member
                when PathReader.isPlain(member.name()) ->
                    text.append(text.isEmpty() ? "" : ".").append(member.name());
                case Name member ->
                    text.append('[').append(JsonText.quote(member.name())).append(']');
            }
        }
        return text.toString();
    }
}
