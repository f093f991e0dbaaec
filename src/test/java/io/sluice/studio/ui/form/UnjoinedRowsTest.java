package io.sluice.studio.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows of the mapping that no line uses: no script holds them, so they are kept beside it. */
class UnjoinedRowsTest {
    @Test
    void keepsRowsWithoutALineAndTakesThemOverAgain() {
        MappingTasks left = MappingTasks.tables("[\"order_id\"]", "[\"order_id\"]");
        left.presenter.add(AddedRow.sqlConstant("web"));
        left.presenter.add(AddedRow.sqlConstant("shop"));
        left.presenter.delete(left.source("'shop'"));
        assertThat(left.unjoined).extracting(Values::brief).containsExactly("'web'");
        MappingTasks found = MappingTasks.tables("[\"order_id\"]", "[\"order_id\"]");
        found.presenter.putBack(left.unjoined);
        assertThat(found.mapping().sources()).extracting(SourceColumn::name).endsWith("'web'");
        found.connect("'web'", "note");
        assertThat(found.readerItems()).containsExactly("order_id", "'web'");
        assertThat(found.unjoined).isEmpty();
        assertThat(found.texts).hasSize(1);
    }
}
