package io.sluice.engine.convert;

import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.Unrepresentable;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a source become those of a target, by position. Columns whose values pass as they are lend the
 * target their vectors. Has no state, so all channels of a run use one.
 */
public final class Conversion {
    private final Schema source;
    private final Schema target;
    private final List<ColumnConversion> columns;
    private final List<@Nullable Kernel> finite;
    private final BitSet lent = new BitSet();

    private Conversion(Schema source, Schema target, ConversionRules rules, TargetLimits limits) {
        this.source = source;
        this.target = target;
        this.columns = new ArrayList<>(source.size());
        this.finite = new ArrayList<>(source.size());
        for (int column = 0; column < source.size(); column++) {
            Column from = source.column(column);
            Column to = target.column(column);
            ColumnConversion one = Substitutions.of(from, to, rules, limits)
                    .before(from, ColumnConversion.of(from.type(), to.type(), rules));
            columns.add(one);
            finite.add(limits.keepsNonFinite() ? null : NonFinite.check(to));
            lent.set(column, one.lent());
        }
    }

    /**
     * @param target with as many columns as the source
     * @param keepsNonFinite whether the target can hold NaN and infinities, numeric and temporal
     */
    public static Conversion plan(Schema source, Schema target, ConversionRules rules, boolean keepsNonFinite) {
        return plan(source, target, rules, new TargetLimits(keepsNonFinite, Unrepresentable.DIRTY));
    }

    /** @param target with as many columns as the source */
    public static Conversion plan(Schema source, Schema target, ConversionRules rules, TargetLimits limits) {
        return new Conversion(source, target, rules, limits);
    }

    /** What every column becomes, in order. */
    public List<TypeMapping> mappings() {
        return columns.stream().map(ColumnConversion::mapping).toList();
    }

    /** A sentence for each column some of whose values may not fit. */
    public List<String> remarks() {
        return sentences(Kind.LOSSY);
    }

    /** A sentence for each column that cannot be converted at all. */
    public List<String> impossible() {
        return sentences(Kind.IMPOSSIBLE);
    }

    private List<String> sentences(Kind kind) {
        List<String> found = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            TypeMapping mapping = columns.get(column).mapping();
            if (mapping.kind() == kind) {
                found.add("Column %d, %s (%s) to %s (%s): %s"
                        .formatted(
                                column + 1,
                                source.column(column).name(),
                                TypeNames.of(source.column(column).type()),
                                target.column(column).name(),
                                TypeNames.of(target.column(column).type()),
                                mapping.reason()));
            }
        }
        return found;
    }

    /** Whether every value of every column passes as it is, unchanged and unchecked. */
    public boolean passesAll() {
        for (int column = 0; column < columns.size(); column++) {
            ColumnConversion one = columns.get(column);
            if (!one.lent() || one.kernel() != null || finite.get(column) != null) {
                return false;
            }
        }
        return true;
    }

    /** A batch of the target's schema that goes with {@code batch} from now on. */
    public RowBatch target(RowBatch batch) {
        return batch.derive(target, lent);
    }

    /** Fills {@code converted}; rows that do not fit are in it too, with arbitrary values, and are named in {@code rejects}. */
    public void apply(RowBatch batch, RowBatch converted, Rejects rejects) {
        converted.clear();
        int rows = batch.rows();
        for (int column = 0; column < columns.size(); column++) {
            Rejects.Column place = new Rejects.Column(rejects, column);
            Kernel kernel = columns.get(column).kernel();
            if (kernel != null) {
                kernel.run(batch.vector(column), converted.vector(column), rows, place);
            }
            Kernel check = finite.get(column);
            if (check != null) {
                check.run(converted.vector(column), converted.vector(column), rows, place);
            }
        }
        converted.endRows(rows);
    }
}
