package io.sluice.engine.convert;

import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What becomes of the columns of one schema in those of another, by position. Needs no data and no connection. */
public record SchemaMapping(List<ColumnMapping> columns) {
    public SchemaMapping {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param reasons empty when there is nothing to say
     */
    public record ColumnMapping(Column source, Column target, Kind kind, List<Reason> reasons) {
        public ColumnMapping {
            reasons = List.copyOf(reasons);
        }

        /** The reasons in English; empty when there is nothing to say. */
        public String reason() {
            return Reason.english(reasons);
        }
    }

    /** Judges all columns. @param target with as many columns as the source */
    public static SchemaMapping of(Schema source, Schema target, ConversionRules rules, ValueChoices choices) {
        List<ColumnMapping> columns = new ArrayList<>(source.size());
        for (int index = 0; index < source.size(); index++) {
            columns.add(of(source.column(index), target.column(index), rules, choices));
        }
        return new SchemaMapping(columns);
    }

    private static ColumnMapping of(Column source, Column target, ConversionRules rules, ValueChoices choices) {
        Substitutions chosen = Substitutions.of(source, target, rules, choices.limits());
        TypeMapping types = chosen.before(source, ColumnConversion.of(source.type(), target.type(), rules))
                .mapping();
        if (types.kind() == Kind.IMPOSSIBLE) {
            return new ColumnMapping(source, target, Kind.IMPOSSIBLE, types.reasons());
        }
        List<Reason> reasons = new ArrayList<>(types.reasons());
        reasons.addAll(choices.reasons(source.type()));
        int before = reasons.size();
        if (choices.nonFiniteLost()
                && !chosen.coversNonFinite()
                && mayBeInfinite(source.type())
                && mayBeInfinite(target.type())) {
            reasons.addAll(because(Code.NON_FINITE_REFUSED));
        }
        boolean mayBeNull = source.nullable() || choices.makesNull(source.type());
        if (mayBeNull && !target.nullable()) {
            reasons.addAll(because(Code.NULL_REFUSED));
        }
        Kind kind = reasons.size() > before ? Kind.LOSSY : types.kind();
        return new ColumnMapping(source, target, kind, reasons);
    }

    private static boolean mayBeInfinite(LogicalType type) {
        return switch (type) {
            case LogicalType.Real ignored -> true;
            case LogicalType.Decimal decimal -> decimal.precision() == 0;
            case LogicalType.Date ignored -> true;
            case LogicalType.Timestamp ignored -> true;
            case LogicalType.Instant ignored -> true;
            case LogicalType.Time ignored -> false;
            case LogicalType.Bool ignored -> false;
            case LogicalType.Int ignored -> false;
            case LogicalType.Text ignored -> false;
            case LogicalType.Binary ignored -> false;
            case LogicalType.Bits ignored -> false;
            case LogicalType.Interval ignored -> false;
            case LogicalType.Json ignored -> false;
            case LogicalType.Uuid ignored -> false;
        };
    }

    /** The kind of the column that fits worst; EXACT when there is none. */
    public Kind worst() {
        return columns.stream()
                .map(ColumnMapping::kind)
                .max(Comparator.naturalOrder())
                .orElse(Kind.EXACT);
    }
}
