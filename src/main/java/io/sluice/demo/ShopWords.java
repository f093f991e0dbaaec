package io.sluice.demo;

import java.util.List;

/** The words the shop is made of: names as they are written around the world. */
final class ShopWords {
    static final List<String> GIVEN_NAMES = List.of(
            "Zoë", "Björn", "Łukasz", "Renée", "Jürgen", "Siân", "Øystein", "Íñigo", "Žofie", "Ayşe", "Nguyên", "Chloë",
            "Marta", "Pavel", "Sofia", "Liam", "Amara", "Kwame", "Noor", "Dmitri");
    static final List<String> FAMILY_NAMES = List.of(
            "Müller",
            "O’Connor",
            "García",
            "Sørensen",
            "Dvořák",
            "Nowak",
            "Lefèvre",
            "Ångström",
            "Özdemir",
            "da Silva",
            "van der Berg",
            "Popescu",
            "Kowalski",
            "Ó Briain",
            "Fernández-López",
            "Smith",
            "Okafor",
            "Haddad");
    static final List<String> WHOLE_NAMES = List.of(
            "王小明",
            "李娜",
            "張偉",
            "佐藤 花子",
            "鈴木 一郎",
            "김민준",
            "이서연",
            "Иван Петров",
            "Ольга Кузнецова",
            "Νίκος Παππάς",
            "محمد علي",
            "נועה כהן",
            "प्रिया शर्मा",
            "สมชาย ใจดี");
    static final List<String> PLACES = List.of(
            "Zürich,CH",
            "São Paulo,BR",
            "København,DK",
            "Kraków,PL",
            "München,DE",
            "Málaga,ES",
            "Reykjavík,IS",
            "東京,JP",
            "上海,CN",
            "서울,KR",
            "Αθήνα,GR",
            "Москва,RU",
            "Québec,CA",
            "Cork,IE",
            "Lagos,NG",
            "Oslo,NO");
    static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD", "GBP", "CHF", "CNY", "JPY");
    static final List<String> STATES =
            List.of("new", "paid", "paid", "shipped", "shipped", "shipped", "shipped", "returned", "cancelled");
    static final List<String> THINGS = List.of(
            "Espresso cup",
            "Teekanne",
            "Crème brûlée torch",
            "Chef’s knife 8\"",
            "Wok 炒锅",
            "Chopsticks 筷子",
            "Piñata",
            "Jalapeño plant",
            "Rain jacket",
            "Notebook, ruled",
            "Desk lamp",
            "Kids’ bike 🚲",
            "Headphones 🎧",
            "Puzzle 🧩",
            "Tent; 2 persons",
            "Sleeping bag -5 °C",
            "Jam ½ l",
            "Olive oil 1 l",
            "Candle 🕯️",
            "Ladder 3 m");
    static final List<String> CATEGORIES = List.of("kitchen", "garden", "outdoor", "office", "toys", "food");
    static final List<String> NOTES = List.of(
            "Please ring twice",
            "Leave it at the neighbour’s, thanks 🙏",
            "Gift: no invoice, please",
            "请放在门口",
            "\"Fragile\", handle with care",
            "Lieferung ab 18:00 Uhr",
            "first line\nsecond line",
            "50 % off; code: SPRING");
    static final List<String> SUPPLIERS = List.of("Nordlys A/S", "Günther & Söhne", "三和商事", "Casa Núñez S.L.");

    private ShopWords() {}
}
