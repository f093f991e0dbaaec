package io.sluice.script;

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
    private static final List<String> HBASE = List.of("hbase094x", "hbase11x", "hbase20x");

    private PlugInNames() {}

    /** The step type of a plug-in; the name itself when it has no suffix that says its side. */
    static String stepType(String plugIn, Side side) {
        String name = plugIn.strip();
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(side.category())) {
            return name;
        }
        String stem = name.substring(0, name.length() - side.category().length());
        if (HBASE.stream().anyMatch(lower::startsWith)) {
            return "hbase";
        }
        return TYPE_BY_STEM.getOrDefault(stem.toLowerCase(Locale.ROOT), stem);
    }

    /** The plug-in for a step type. */
    static String plugIn(String stepType, Side side) {
        String lower = stepType.toLowerCase(Locale.ROOT);
        return STEM_BY_TYPE.getOrDefault(lower, lower) + side.category();
    }

    /** Why DataX cannot run this step, if it cannot. */
    static Optional<String> missing(String stepType, Side side) {
        String lower = stepType.toLowerCase(Locale.ROOT);
        boolean oneSided =
                lower.equals("elasticsearch") && side == Side.READER || lower.equals("holo") && side == Side.READER;
        return MISSING_IN_DATAX.contains(lower) || oneSided
                ? Optional.of("DataX has no " + side.category() + " for " + stepType)
                : Optional.empty();
    }
}
