package io.sluice.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A price list as suppliers send them: CSV with quotes, empty fields and names from everywhere. */
final class PriceList {
    private static final long SEED = 20_200_229;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private PriceList() {}

    /** Writes the list into a file that appears only when it is complete. */
    static void create(Path file) throws IOException {
        RandomGenerator random =
                RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(SEED);
        StringBuilder list = new StringBuilder("sku,supplier,price,valid_from,remark\n");
        for (int product = 1; product <= ShopDatabase.PRODUCTS; product++) {
            for (String supplier : ShopWords.SUPPLIERS) {
                list.append(ShopDatabase.sku(product)).append(',');
                list.append(supplier).append(',');
                list.append(ShopDatabase.money(80 + random.nextInt(25_000))).append(',');
                list.append(FIRST_DAY.plusDays(random.nextInt(330))).append(',');
                list.append(remark(random)).append('\n');
            }
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, list, StandardCharsets.UTF_8);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String remark(RandomGenerator random) {
        List<String> remarks = List.of(
                "\"from 10 pieces, else +5 %\"", "\"says \"\"soon\"\" again\"", "nur solange Vorrat reicht", "新款 ✨");
        return random.nextInt(4) == 0 ? remarks.get(random.nextInt(remarks.size())) : "";
    }
}
