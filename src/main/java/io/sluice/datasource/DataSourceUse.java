package io.sluice.datasource;

import io.sluice.script.ScriptDocument;
import io.sluice.script.SyncTask;
import io.sluice.studio.StudioService;
import io.sluice.studio.Task;
import io.sluice.workspace.Member;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds the tasks that name a data source. */
@Component
class DataSourceUse {
    private static final Pattern MENTION = Pattern.compile("\"datasource\"\\s*:\\s*\"([^\"\\\\]{1,200})\"");

    private final StudioService studio;

    DataSourceUse(StudioService studio) {
        this.studio = studio;
    }

    /** Names of tasks by name of data source. */
    Map<String, List<String>> tasksByDataSource(Member member) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Task task : studio.all(member)) {
            for (String name : named(task.text())) {
                found.computeIfAbsent(name, source -> new LinkedHashSet<>()).add(task.name());
            }
        }
        Map<String, List<String>> use = new TreeMap<>();
        found.forEach((name, tasks) -> use.put(name, List.copyOf(tasks)));
        return use;
    }

    private static Set<String> named(String text) {
        Set<String> names = new LinkedHashSet<>();
        SyncTask.of(ScriptDocument.parse(text))
                .ifPresentOrElse(
                        task -> {
                            names.addAll(task.reader().dataSources());
                            names.addAll(task.writer().dataSources());
                        },
                        () -> names.addAll(mentioned(text)));
        return names;
    }

    /** A script that is no task yet, or none any more, still means what it names. */
    private static Set<String> mentioned(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            names.add(mention.group(1));
        }
        return names;
    }
}
