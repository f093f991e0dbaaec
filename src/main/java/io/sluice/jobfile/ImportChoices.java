package io.sluice.jobfile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody chose of a plan: which jobs, and under which names. Jobs that cannot run here are left to be chosen.
 * Belongs to one screen.
 */
public final class ImportChoices {
    private static final int LONGEST = 128;

    private final ImportPlan plan;
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, String> sourceNames = new HashMap<>();
    private final Set<Integer> chosen = new TreeSet<>();

    /** Why a name cannot stay. */
    public enum NameObjection {
        EMPTY,
        TOO_LONG,
        FORBIDDEN,
        /** A task or folder has it already. */
        TAKEN,
        /** Another job of the plan has it. */
        TWICE
    }

    public ImportChoices(ImportPlan plan) {
        this.plan = plan;
        for (PlannedJob job : plan.jobs()) {
            names.put(job.number(), job.name());
            if (job.supported()) {
                chosen.add(job.number());
            }
        }
    }

    /** The jobs to import, and no others. */
    public void choose(Collection<PlannedJob> jobs) {
        chosen.clear();
        jobs.stream().filter(PlannedJob::importable).map(PlannedJob::number).forEach(chosen::add);
    }

    public String name(PlannedJob job) {
        return names.getOrDefault(job.number(), "");
    }

    public void rename(PlannedJob job, String name) {
        names.put(job.number(), name.strip());
    }

    /** Another name for a data source that is to be created. */
    public void renameSource(int source, String name) {
        sourceNames.put(source, name.strip());
    }

    /** What is wrong with the name of a job; nothing while the job is not chosen. */
    public Optional<NameObjection> objection(PlannedJob job) {
        String name = name(job);
        if (!chosen.contains(job.number())) {
            return Optional.empty();
        } else if (name.isEmpty()) {
            return Optional.of(NameObjection.EMPTY);
        } else if (name.codePointCount(0, name.length()) > LONGEST) {
            return Optional.of(NameObjection.TOO_LONG);
        } else if (name.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ')) {
            return Optional.of(NameObjection.FORBIDDEN);
        } else if (plan.taken().contains(name)) {
            return Optional.of(NameObjection.TAKEN);
        }
        boolean twice = chosen.stream().anyMatch(other -> other != job.number() && name.equals(names.get(other)));
        return twice ? Optional.of(NameObjection.TWICE) : Optional.empty();
    }

    /** How many chosen jobs have a name that cannot stay. */
    public int objections() {
        Set<String> seen = new HashSet<>(plan.taken());
        int objections = 0;
        for (int number : chosen) {
            String name = names.getOrDefault(number, "");
            boolean wrong = name.isEmpty()
                    || name.codePointCount(0, name.length()) > LONGEST
                    || name.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ');
            objections += wrong || !seen.add(name) ? 1 : 0;
        }
        return objections;
    }

    /** The names of the chosen jobs, by number. */
    public Map<Integer, String> names() {
        Map<Integer, String> agreed = new LinkedHashMap<>();
        chosen.forEach(number -> agreed.put(number, names.getOrDefault(number, "")));
        return agreed;
    }

    /** The names given to data sources, by number. */
    public Map<Integer, String> sourceNames() {
        return Map.copyOf(sourceNames);
    }

    /** The data sources that the chosen jobs need. */
    public List<PlannedSource> sources() {
        List<PlannedSource> needed = new ArrayList<>();
        for (PlannedSource source : plan.sources()) {
            if (source.jobs().stream().anyMatch(chosen::contains)) {
                needed.add(source);
            }
        }
        return needed;
    }
}
