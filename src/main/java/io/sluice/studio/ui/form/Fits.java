package io.sluice.studio.ui.form;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.convert.SchemaMapping;
import io.sluice.engine.convert.ValueChoices;
import io.sluice.script.Setting;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges lines by the engine's own function; equal questions are asked once. */
final class Fits {
    private record Pair(LogicalType source, boolean mayBeNull, LogicalType target, boolean nullable) {}

    private final ConversionRules rules;
    private final ValueChoices choices;
    private final Map<Pair, SchemaMapping.ColumnMapping> known = new HashMap<>();

    Fits(ConversionRules rules, ValueChoices choices) {
        this.rules = rules;
        this.choices = choices;
    }

    static ConversionRules rules(Setting setting) {
        Setting.Conversion conversion = setting.conversion();
        return new ConversionRules(
                conversion.timeZone().orElse(null),
                conversion.datetimeFormat(),
                conversion.dateFormat(),
                conversion.timeFormat(),
                conversion.extraFormats());
    }

    /** @param from type of the source's values as they leave the processing; null when it is not known */
    Line line(int source, int target, SourceColumn left, @Nullable LogicalType from, TargetColumn right) {
        LogicalType to = right.type();
        if (from == null || to == null) {
            return new Line(source, target, Line.Fit.UNKNOWN, List.of(), "");
        }
        String through = from.equals(left.type()) ? "" : TypeWords.of(from);
        Pair pair = new Pair(from, left.mayBeNull(), to, right.nullable());
        SchemaMapping.ColumnMapping mapping = known.computeIfAbsent(pair, this::judge);
        Line.Fit fit = switch (mapping.kind()) {
            case EXACT -> Line.Fit.EXACT;
            case WIDENING -> Line.Fit.WIDENING;
            case LOSSY -> Line.Fit.LOSSY;
            case IMPOSSIBLE -> Line.Fit.IMPOSSIBLE;
        };
        return new Line(source, target, fit, mapping.reasons(), through);
    }

    private SchemaMapping.ColumnMapping judge(Pair pair) {
        Schema source = Schema.of(new Column("source", pair.source(), pair.mayBeNull(), "", false));
        Schema target = Schema.of(new Column("target", pair.target(), pair.nullable(), "", false));
        return SchemaMapping.of(source, target, rules, choices).columns().getFirst();
    }
}
