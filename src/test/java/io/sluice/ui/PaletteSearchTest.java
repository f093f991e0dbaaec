package io.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.ui.PaletteEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteSearchTest {
    private static final List<PaletteEntry> ENTRIES = List.of(
            entry(Kind.ACTION, "Save", ""),
            entry(Kind.ACTION, "Submit a version…", ""),
            entry(Kind.TASK, "orders_daily", "shop › daily"),
            entry(Kind.TASK, "reorder_levels", "warehouse"),
            entry(Kind.TASK, "users_full", "shop"),
            entry(Kind.DATA_SOURCE, "orders", "mysql"),
            entry(Kind.RUN, "Run 17 of orders_daily", "Succeeded"),
            entry(Kind.TASK, "订单同步", "商店"));

    @Test
    void wholeWordsComeBeforeTheirMiddleAndLettersApart() {
        assertThat(names("orders")).startsWith("orders", "orders_daily", "Run 17 of orders_daily");
        assertThat(names("order")).endsWith("reorder_levels");
    }

    @Test
    void lettersInTheirOrderAreEnough() {
        assertThat(names("ordda")).contains("orders_daily");
        assertThat(names("uf")).first().isEqualTo("users_full");
        assertThat(names("sav")).first().isEqualTo("Save");
        assertThat(names("dailyo")).doesNotContain("orders_daily");
    }

    @Test
    void everyWordHasToBeFoundInNameOrDetail() {
        assertThat(names("orders shop")).containsExactly("orders_daily");
        assertThat(names("orders daily succeeded")).containsExactly("Run 17 of orders_daily");
        assertThat(names("orders nowhere")).isEmpty();
    }

    @Test
    void writingIsFoundInAnyCaseAndScript() {
        assertThat(names("ORDERS_D")).first().isEqualTo("orders_daily");
        assertThat(names("订单")).containsExactly("订单同步");
        assertThat(names("商店")).containsExactly("订单同步");
    }

    @Test
    void marksTheLettersFound() {
        assertThat(new PaletteSearch(ENTRIES).find("full").getFirst().marks()).containsExactly(6, 7, 8, 9);
        assertThat(new PaletteSearch(ENTRIES).find("usf").getFirst().marks()).containsExactly(0, 1, 6);
    }

    @Test
    void nothingToSearchForGivesSomeOfEachKind() {
        List<PaletteEntry> many = new ArrayList<>(ENTRIES);
        IntStream.range(0, 500).forEach(i -> many.add(entry(Kind.TASK, "task_" + i, "")));
        List<Kind> kinds = new PaletteSearch(many)
                .find("  ").stream()
                        .map(found -> many.get(found.entry()).kind())
                        .toList();
        assertThat(kinds).isSorted().contains(Kind.ACTION, Kind.TASK, Kind.DATA_SOURCE, Kind.RUN);
        assertThat(kinds).hasSizeLessThan(PaletteSearch.MOST);
    }

    @Test
    void tenThousandTasksGiveTheFirstFew() {
        List<PaletteEntry> many = IntStream.range(0, 10_000)
                .mapToObj(i -> entry(Kind.TASK, "copy_of_table_" + i, "flow_" + i % 50))
                .toList();
        assertThat(new PaletteSearch(many).find("cptab77")).hasSize(PaletteSearch.MOST);
        assertThat(new PaletteSearch(many).find("copy_of_table_7777"))
                .extracting(PaletteSearch.Found::entry)
                .contains(7777);
    }

    private static List<String> names(String query) {
        return new PaletteSearch(ENTRIES)
                .find(query).stream()
                        .map(found -> ENTRIES.get(found.entry()).name())
                        .toList();
    }

    private static PaletteEntry entry(Kind kind, String name, String detail) {
        return new PaletteEntry(kind, name, detail, () -> {});
    }
}
