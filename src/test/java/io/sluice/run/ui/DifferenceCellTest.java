package io.sluice.run.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceCellTest {
    @Test
    void marksWhatDiffersBetweenTheCommonBeginningAndEnd() {
        assertThat(DifferenceCell.of("Ring twice", "Ring Twice"))
                .isEqualTo(new DifferenceCell("Ring ", "t", "wice", false));
        assertThat(DifferenceCell.of("ab ", "ab")).isEqualTo(new DifferenceCell("ab", " ", "", false));
        assertThat(DifferenceCell.of("ab", "ab ")).isEqualTo(new DifferenceCell("ab", "", "", false));
        assertThat(DifferenceCell.of("aa", "a")).isEqualTo(new DifferenceCell("a", "a", "", false));
    }

    @Test
    void nullHasNoPartInCommon() {
        assertThat(DifferenceCell.of(null, "x")).isEqualTo(new DifferenceCell(null, "", "", false));
        assertThat(DifferenceCell.of("x", null)).isEqualTo(new DifferenceCell("", "x", "", false));
        assertThat(DifferenceCell.of("", null)).isEqualTo(new DifferenceCell("", "", "", false));
    }

    @Test
    void charactersOfTwoHalvesStayWhole() {
        assertThat(DifferenceCell.of("a😀b", "a😁b")).isEqualTo(new DifferenceCell("a", "😀", "b", false));
        assertThat(DifferenceCell.of("𐐀", "𠐀").part()).isEqualTo("𐐀");
    }

    @Test
    void whatDiffersIsBroughtIntoSight() {
        DifferenceCell cell =
                DifferenceCell.of("x".repeat(500) + "old" + "y".repeat(500), "x".repeat(500) + "new" + "y".repeat(500));
        assertThat(cell.before()).hasSize(25).startsWith("…");
        assertThat(cell.part()).isEqualTo("old");
        assertThat(cell.after()).hasSize(121).endsWith("…");
    }

    @Test
    void valuesThatWereCutBeforeTheyDifferSaySo() {
        String kept = "x".repeat(2_000) + "…";
        assertThat(DifferenceCell.of(kept, kept).hidden()).isTrue();
        assertThat(DifferenceCell.same(kept).hidden()).isFalse();
    }
}
