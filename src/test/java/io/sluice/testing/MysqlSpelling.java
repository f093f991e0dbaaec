package io.sluice.testing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tests ask a MariaDB in words of its own, in those a MySQL knows: a table is replaced, numbers are counted up. */
final class MysqlSpelling {
    private static final Pattern REPLACED = Pattern.compile("(?i)create or replace (table|user) (\\S+)");
    private static final Pattern NUMBERS = Pattern.compile("\\bseq_(\\d+)_to_(\\d+)\\b");
    private static final String COUNTED = "(with recursive numbers (seq) as (select cast($1 as unsigned) union all"
            + " select seq + 1 from numbers where seq < $2) select seq from numbers) as $0";

    private MysqlSpelling() {}

    static List<String> statements(String sql) {
        Matcher replaced = REPLACED.matcher(sql);
        if (!replaced.lookingAt()) {
            return List.of(query(sql));
        }
        String kind = replaced.group(1);
        String name = replaced.group(2);
        String created = "create " + kind + " " + name + sql.substring(replaced.end());
        return List.of("drop " + kind + " if exists " + name, query(created));
    }

    static String query(String sql) {
        return NUMBERS.matcher(sql).replaceAll(COUNTED);
    }
}
