package io.sluice.script;

import io.sluice.spi.Sentence;
import io.sluice.spi.Unrepresentable;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Bool;
import io.sluice.spi.config.ConfigValue.Obj;
import io.sluice.spi.config.ConfigValue.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the plug-ins of DataX: which step types they are (script-format.md section 8.2) and, after their
 * public documentation, which parameters they have and what those mean when they are not given.
 */
final class PlugIns {
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

    private static final Set<String> TABLE = Set.of("column", "table", "connection");

    /** The parameters of the plug-ins whose systems have a connector here. */
    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "mysqlreader", withTable("where", "splitPk", "querySql", "session"),
            "mysqlwriter", withTable("preSql", "postSql", "session", "writeMode", "batchSize", "batchByteSize"),
            "postgresqlreader", withTable("where", "splitPk", "querySql", "fetchSize"),
            "postgresqlwriter", withTable("preSql", "postSql", "batchSize", "batchByteSize"),
            "txtfilereader",
                    Set.of(
                            "path",
                            "column",
                            "fieldDelimiter",
                            "compress",
                            "encoding",
                            "skipHeader",
                            "nullFormat",
                            "csvReaderConfig"),
            "txtfilewriter",
                    Set.of(
                            "path",
                            "fileName",
                            "writeMode",
                            "fieldDelimiter",
                            "compress",
                            "encoding",
                            "nullFormat",
                            "dateFormat",
                            "fileFormat",
                            "header"),
            "streamreader", Set.of("column", "sliceRecordCount"),
            "streamwriter", Set.of("print", "fieldDelimiter", "recordNumBeforeSleep", "sleepTime"));

    private static final Text ALL_COLUMNS = new Text("*");
    private static final List<Silence> COLUMNS =
            List.of(new Silence("", "column", null, new Array(List.of(ALL_COLUMNS))));
    private static final Map<String, List<Silence>> SILENCES = Map.of(
            "mysqlreader",
                    List.of(
                            COLUMNS.getFirst(),
                            new Silence(Unrepresentable.PARAMETER, "zeroDate", new Text("convertToNull"), null)),
            "mysqlwriter", COLUMNS,
            "postgresqlreader", COLUMNS,
            "postgresqlwriter", COLUMNS,
            "txtfilereader",
                    List.of(
                            COLUMNS.getFirst(),
                            new Silence("csvReaderConfig", "skipEmptyRecords", new Bool(true), new Bool(false))),
            "txtfilewriter",
                    List.of(
                            new Silence("", "writeMode", null, new Text("truncate")),
                            new Silence("", "fileFormat", new Text("text"), new Text("csv"))),
            "streamwriter", List.of(new Silence("", "print", new Bool(true), new Bool(false))));

    private PlugIns() {}

    /**
     * A parameter that means one thing to DataX and another one here when it is not given.
     *
     * @param group the parameter it is a part of; empty for one that stands alone
     * @param there what it means to DataX; null when DataX demands it
     * @param here what it means here; null when DataX has no such parameter and always does what {@code there} says
     */
    record Silence(
            String group,
            String name,
            @Nullable ConfigValue there,
            @Nullable ConfigValue here) {
        String path() {
            return group.isEmpty() ? name : group + "." + name;
        }

        boolean keptIn(Obj parameter) {
            return around(parameter).find(name).isEmpty();
        }

        Obj broken(Obj parameter, ConfigValue meant) {
            Obj spoken = around(parameter).with(name, meant);
            return group.isEmpty() ? spoken : parameter.with(group, spoken);
        }

        boolean meansTheSame(Obj parameter) {
            return around(parameter)
                    .find(name)
                    .filter(said -> said.equals(there))
                    .isPresent();
        }

        /** The parameters without this one and all it is a part of, for DataX has neither. */
        Obj withdrawn(Obj parameter) {
            return parameter.without(group.isEmpty() ? name : group);
        }

        /** That DataX leaves no choice. */
        Sentence always() {
            return Sentence.of("DataX always does as {0} says", path() + "=" + there);
        }

        private Obj around(Obj parameter) {
            if (group.isEmpty()) {
                return parameter;
            }
            return parameter.find(group).orElse(null) instanceof Obj inner ? inner : Obj.EMPTY;
        }
    }

    private static Set<String> withTable(String... others) {
        return Stream.concat(TABLE.stream(), Arrays.stream(others)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a plug-in has a parameter; true of those nothing is known of. */
    static boolean knows(String plugIn, String parameter) {
        return !PARAMETERS.containsKey(plugIn) || PARAMETERS.get(plugIn).contains(parameter);
    }

    /** Whether table and query of a plug-in stand with the connection; so it is with those nothing is known of. */
    static boolean hasConnection(String plugIn) {
        return knows(plugIn, "connection");
    }

    /** The parameters whose absence means something else to the plug-in than here. */
    static List<Silence> silences(String plugIn) {
        return SILENCES.getOrDefault(plugIn, List.of());
    }

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
