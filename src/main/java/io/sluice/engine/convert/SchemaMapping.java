package io.sluice.engine.convert;

import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What becomes of the columns of one schema in those of another, by position. Needs no data and no connection. */
public record SchemaMapping(List<ColumnMapping> columns) {
    private static final String NOT_FINITE = "the target has no NaN and no infinities";

    public SchemaMapping {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param reason in words for a person; empty when there is nothing to say
     */
    public record ColumnMapping(Column source, Column target, Kind kind, String reason) {}

    /**
     * Judges all columns.
     *
     * @param target with as many columns as the source
     * @param nonFiniteLost whether the source may deliver NaN and infinities that the target does not know
     */
    public static SchemaMapping of(Schema source, Schema target, ConversionRules rules, boolean nonFiniteLost) {
        List<ColumnMapping> columns = new ArrayList<>(source.size());
        for (int index = 0; index < source.size(); index++) {
            columns.add(of(source.column(index), target.column(index), rules, nonFiniteLost));
        }
        return new SchemaMapping(columns);
    }

    private static ColumnMapping of(Column source, Column target, ConversionRules rules, boolean nonFiniteLost) {
        TypeMapping types = TypeMapping.of(source.type(), target.type(), rules);
        if (types.kind() == Kind.IMPOSSIBLE) {
            return new ColumnMapping(source, target, Kind.IMPOSSIBLE, types.reason());
        }
        List<String> reasons = new ArrayList<>();
        if (!types.reason().isEmpty()) {
            reasons.add(types.reason());
        }
        int before = reasons.size();
        if (nonFiniteLost && mayBeInfinite(source.type()) && mayBeInfinite(target.type())) {
            reasons.add(NOT_FINITE);
        }
        if (source.nullable() && !target.nullable()) {
            reasons.add("NULL does not fit a column that is NOT NULL");
        }
        Kind kind = reasons.size() > before ? Kind.LOSSY : types.kind();
        return new ColumnMapping(source, target, kind, String.join("; ", reasons));
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
