package io.sluice.script;

import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue.Obj;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Translates step types to names of DataX plug-ins and back (script-format.md section 8.2). */
final class PlugInNames {
    private static final Map<String, String> TYPE_BY_STEM = Map.of(
            "adbmysql", "analyticdb_for_mysql",
            "oceanbasev10", "apsaradb_for_OceanBase",
            "hologresjdbc", "holo");
    private static final Map<String, String> STEM_BY_TYPE = Map.ofEntries(
            Map.entry("analyticdb_for_mysql", "adbmysql"),
            Map.entry("apsaradb_for_oceanbase", "oceanbasev10"),
            Map.entry("holo", "hologresjdbc"),
            Map.entry("polardb", "mysql"),
            Map.entry("mariadb", "mysql"),
            Map.entry("tidb", "mysql"),
            Map.entry("db2", "rdbms"),
            Map.entry("dm", "rdbms"),
            Map.entry("saphana", "rdbms"),
            Map.entry("vertica", "rdbms"));
    private static final Set<String> MISSING_IN_DATAX = Set.of("kafka", "restapi", "httpfile", "s3", "redis", "sqlite");
    private static final String HBASE = "hbase";
    private static final List<String> HBASE_VERSIONS = List.of("094x", "11x");
    static final String HBASE_VERSION = "hbaseVersion";

    private PlugInNames() {}

    /** The step type of a plug-in; the name itself when it has no suffix that says its side, or an unusual spelling. */
    static String stepType(String plugIn, Side side) {
        String name = plugIn.strip();
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(side.category()) || !name.equals(lower)) {
            return name;
        }
        String stem = name.substring(0, name.length() - side.category().length());
        return version(stem).isPresent() ? HBASE : TYPE_BY_STEM.getOrDefault(stem, stem);
    }

    /** The parameters of a plug-in as those of its step: HBase has one step type and a plug-in for each version. */
    static Obj toStep(String plugIn, Side side, Obj parameter) {
        String stem = plugIn.strip().replaceAll(side.category() + "$", "");
        return version(stem)
                .filter(version -> parameter.find(HBASE_VERSION).isEmpty())
                .map(version -> parameter.with(HBASE_VERSION, version))
                .orElse(parameter);
    }

    private static Optional<String> version(String stem) {
        return HBASE_VERSIONS.stream()
                .filter(version -> stem.equals(HBASE + version))
                .findFirst();
    }

    /** The plug-in for a step type; {@code parameter} tells the version of HBase. */
    static String plugIn(String stepType, Side side, Obj parameter) {
        String lower = stepType.toLowerCase(Locale.ROOT);
        if (lower.endsWith(side.category())) {
            return stepType;
        }
        if (lower.equals(HBASE)) {
            String version = Findings.text(parameter, HBASE_VERSION);
            return HBASE + (HBASE_VERSIONS.contains(version) ? version : "11x") + side.category();
        }
        return STEM_BY_TYPE.getOrDefault(lower, lower) + side.category();
    }

    /** Why DataX cannot run this step, if it cannot. */
    static Optional<Sentence> missing(String stepType, Side side) {
        String lower = stepType.toLowerCase(Locale.ROOT);
        boolean oneSided =
                lower.equals("elasticsearch") && side == Side.READER || lower.equals("holo") && side == Side.READER;
        return MISSING_IN_DATAX.contains(lower) || oneSided
                ? Optional.of(Sentence.of("DataX has no {0} for {1}", side.category(), stepType))
                : Optional.empty();
    }
}
