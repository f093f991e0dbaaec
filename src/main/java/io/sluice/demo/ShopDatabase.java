package io.sluice.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The sample shop: five tables and some 50,000 orders, the same on every machine. */
final class ShopDatabase {
    static final int CUSTOMERS = 4_000;
    static final int PRODUCTS = 400;
    static final int ORDERS = 50_000;

    private static final long SEED = 20_190_701;
    private static final int MOST_LINES = 4;
    private static final int SECONDS_BETWEEN_ORDERS = 1_260;
    private static final LocalDateTime OPENED = LocalDateTime.of(2024, 1, 2, 8, 30);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final List<String> TABLES = List.of("""
            CREATE TABLE customer (
                id INTEGER PRIMARY KEY, name VARCHAR(120) NOT NULL, email VARCHAR(200), city VARCHAR(80) NOT NULL,
                country CHAR(2) NOT NULL, birthday DATE, newsletter BOOLEAN NOT NULL)
            """, """
            CREATE TABLE product (
                id INTEGER PRIMARY KEY, sku VARCHAR(20) NOT NULL UNIQUE, name VARCHAR(120) NOT NULL,
                category VARCHAR(40) NOT NULL, price DECIMAL(10,2) NOT NULL, weight_kg DOUBLE)
            """, """
            CREATE TABLE orders (
                id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customer (id),
                ordered_at DATETIME NOT NULL, status VARCHAR(20) NOT NULL, currency CHAR(3) NOT NULL,
                total DECIMAL(12,2) NOT NULL, shipped_on DATE, note TEXT)
            """, """
            CREATE TABLE order_item (
                order_id INTEGER NOT NULL REFERENCES orders (id), line INTEGER NOT NULL,
                product_id INTEGER NOT NULL REFERENCES product (id), quantity INTEGER NOT NULL,
                unit_price DECIMAL(10,2) NOT NULL, PRIMARY KEY (order_id, line))
            """, """
            CREATE TABLE supplier_price (
                sku VARCHAR(20) NOT NULL, supplier VARCHAR(80) NOT NULL, price DECIMAL(10,2) NOT NULL,
                valid_from DATE NOT NULL, remark TEXT, PRIMARY KEY (sku, supplier))
            """);

    private static final String CUSTOMER = "INSERT INTO customer VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String PRODUCT = "INSERT INTO product VALUES (?, ?, ?, ?, ?, ?)";
    private static final String ORDER = "INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ITEM = "INSERT INTO order_item VALUES (?, ?, ?, ?, ?)";

    private final RandomGenerator random =
            RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(SEED);
    private final long[] cents = new long[PRODUCTS];

    private ShopDatabase() {}

    /** Writes the shop into a file that appears only when it is complete. */
    static void create(Path file) throws IOException, SQLException {
        Path part = part(file);
        Files.deleteIfExists(part);
        new ShopDatabase().write(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether a process ended while it wrote the shop. */
    static boolean unfinished(Path file) {
        return Files.exists(part(file));
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    static String sku(int product) {
        return String.format("SL-%04d", product);
    }

    private void write(Path file) throws SQLException {
        try (Connection shop = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (Statement statement = shop.createStatement()) {
                statement.execute("PRAGMA synchronous = OFF");
                for (String table : TABLES) {
                    statement.execute(table);
                }
            }
            shop.setAutoCommit(false);
            customers(shop);
            products(shop);
            orders(shop);
            shop.commit();
        }
    }

    private void customers(Connection shop) throws SQLException {
        try (PreparedStatement row = shop.prepareStatement(CUSTOMER)) {
            for (int id = 1; id <= CUSTOMERS; id++) {
                String[] place = one(ShopWords.PLACES).split(",");
                row.setInt(1, id);
                row.setString(2, customerName(id));
                optional(row, 3, random.nextInt(12) > 0, "customer" + id + "@example.org");
                row.setString(4, place[0]);
                row.setString(5, place[1]);
                LocalDate birthday = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(24_000));
                optional(row, 6, random.nextInt(5) > 0, birthday.toString());
                row.setInt(7, random.nextInt(2));
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private String customerName(int id) {
        return id % 7 == 0
                ? one(ShopWords.WHOLE_NAMES)
                : one(ShopWords.GIVEN_NAMES) + " " + one(ShopWords.FAMILY_NAMES);
    }

    private void products(Connection shop) throws SQLException {
        try (PreparedStatement row = shop.prepareStatement(PRODUCT)) {
            for (int id = 1; id <= PRODUCTS; id++) {
                cents[id - 1] = 95 + random.nextInt(30_000);
                row.setInt(1, id);
                row.setString(2, sku(id));
                row.setString(3, one(ShopWords.THINGS) + " No. " + id);
                row.setString(4, one(ShopWords.CATEGORIES));
                row.setString(5, money(cents[id - 1]));
                if (random.nextInt(6) > 0) {
                    row.setDouble(6, (1 + random.nextInt(200)) / 8.0);
                } else {
                    row.setNull(6, Types.REAL);
                }
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private void orders(Connection shop) throws SQLException {
        LocalDateTime time = OPENED;
        try (PreparedStatement order = shop.prepareStatement(ORDER);
                PreparedStatement item = shop.prepareStatement(ITEM)) {
            for (int id = 1; id <= ORDERS; id++) {
                time = time.plusSeconds(1 + random.nextInt(2 * SECONDS_BETWEEN_ORDERS));
                order(order, id, time, items(item, id));
            }
            order.executeBatch();
            item.executeBatch();
        }
    }

    private void order(PreparedStatement row, int id, LocalDateTime time, long total) throws SQLException {
        String status = one(ShopWords.STATES);
        boolean left = status.equals("shipped") || status.equals("returned");
        LocalDate shipped = time.toLocalDate().plusDays(1 + random.nextInt(6));
        row.setInt(1, id);
        row.setInt(2, 1 + random.nextInt(CUSTOMERS));
        row.setString(3, SECOND.format(time));
        row.setString(4, status);
        row.setString(5, one(ShopWords.CURRENCIES));
        row.setString(6, money(total));
        optional(row, 7, left, shipped.toString());
        optional(row, 8, random.nextInt(9) == 0, one(ShopWords.NOTES));
        row.addBatch();
    }

    /** The sum of the order's items in cents. */
    private long items(PreparedStatement row, int order) throws SQLException {
        long total = 0;
        int lines = 1 + random.nextInt(MOST_LINES);
        for (int line = 1; line <= lines; line++) {
            int product = random.nextInt(PRODUCTS);
            int quantity = 1 + random.nextInt(3);
            row.setInt(1, order);
            row.setInt(2, line);
            row.setInt(3, product + 1);
            row.setInt(4, quantity);
            row.setString(5, money(cents[product]));
            row.addBatch();
            total += quantity * cents[product];
        }
        return total;
    }

    private static void optional(PreparedStatement row, int column, boolean present, String value) throws SQLException {
        row.setString(column, present ? value : null);
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
