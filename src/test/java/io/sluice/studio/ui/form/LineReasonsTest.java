package io.sluice.studio.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.convert.Reason;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a line follows the parameters of the task. */
class LineReasonsTest {
    @Test
    void whatTheTaskChoosesIsSaidOfALine() {
        String chosen = "\"column\": [\"ordered_at\"], \"unrepresentable\": {\"infiniteDate\": \"convertToNull\"}";
        List<Column> source = List.of(new Column("ordered_at", new LogicalType.Timestamp(6), true, "timestamp", false));
        MappingTasks task = MappingTasks.known(
                MappingTasks.script("postgresql", "[\"ordered_at\"]", "mysql", chosen), source, source);
        Line line = task.mapping().lines().getFirst();
        assertThat(line.fit()).isEqualTo(Line.Fit.EXACT);
        assertThat(line.reasons())
                .extracting(Reason::toString)
                .containsExactly("infinite dates become NULL, as the task says");
    }
}
