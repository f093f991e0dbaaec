package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceBatchTest {
    @Test
    void neighboursAreTogetherWhateverTheOrderTheyWereChosenIn() {
        assertThat(SequenceBatch.of(List.of(9L, 1L, 7L, 3L, 5L), 2))
                .containsExactly(
                        new SequenceBatch(List.of(1L, 3L)),
                        new SequenceBatch(List.of(5L, 7L)),
                        new SequenceBatch(List.of(9L)));
    }

    @Test
    void nothingMakesNoStatement() {
        assertThat(SequenceBatch.of(List.of(), 500)).isEmpty();
    }
}
