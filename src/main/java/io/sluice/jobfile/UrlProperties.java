package io.sluice.jobfile;

import io.sluice.script.ImportedJob;
import io.sluice.script.InlineDataSource;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import java.util.regex.Pattern;

/**
 * What JDBC URLs of a job file say after their question mark and a data source does not keep, because only DataX needs
 * it. It travels in the script, by data source, for an export.
 */
final class UrlProperties {
    private static final Path PLACE = Path.of("extend", "datax", "url");
    private static final Pattern SECRET = Pattern.compile("(?i)(password|passwd|pwd|secret|token|user)[^=&]*=");

    private UrlProperties() {}

    /** The script with the properties of the connections it spelled out. */
    static ScriptDocument kept(ImportedJob job) {
        ScriptDocument document = job.document();
        for (InlineDataSource source : job.dataSources()) {
            String url = source.jdbcUrl();
            String properties = url.substring(Math.min(url.length(), (url + "?").indexOf('?') + 1));
            if (!properties.isEmpty() && !SECRET.matcher(properties).find()) {
                document = document.with(PLACE.child(source.name()), new ConfigValue.Text(properties));
            }
        }
        return document;
    }

    /** The URL of a data source with its properties in this script. */
    static String joined(ScriptDocument document, String source, String url) {
        String properties =
                document.read(PLACE.child(source)).map(ConfigValue::toString).orElse("");
        return properties.isEmpty() || url.contains("?") ? url : url + "?" + properties;
    }
}
