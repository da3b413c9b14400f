package eventkit.catalogue;

import eventkit.core.Check;
import eventkit.core.Money;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a product's facts must be like. */
final class ProductRules {
    static final long AMOUNT_MAX = 1_000_000_000_000L;
    private static final long GRAMS_MAX = 100_000_000;
    private static final long MILLIMETRES_MAX = 1_000_000;
    private static final long WATTS_MAX = 100_000_000;
    private static final int BARCODES_MAX = 20;
    private static final int CONNECTORS_MAX = 50;
    private static final int MADE_PREFIX_MAX = 12;
    private static final Pattern PREFIX = Pattern.compile("[A-Z0-9][A-Z0-9._/-]{0,23}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private ProductRules() {}

    /** The same without blanks around texts and without values that say nothing; prefix and country in capitals. */
    static ProductDetails tidy(ProductDetails d) {
        return new ProductDetails(
                d.kind(),
                d.name() == null ? "" : d.name().strip(),
                stripped(d.manufacturer()),
                stripped(d.model()),
                d.categoryId(),
                capitals(d.numberPrefix()),
                d.barcodes().stream()
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList(),
                d.weightGrams(),
                d.widthMillimetres(),
                d.heightMillimetres(),
                d.depthMillimetres(),
                d.powerWatts(),
                d.connectors(),
                d.replacementValue(),
                d.hirePrice(),
                capitals(d.countryOfOrigin()),
                given(d.attributes()),
                stripped(d.manualUrl()),
                stripped(d.productUrl()),
                stripped(d.notes()));
    }

    static void check(Check check, ProductDetails d) {
        check.required(d.kind(), "kind")
                .required(d.name(), "name")
                .line(d.name(), "name", 300)
                .line(d.manufacturer(), "manufacturer", 200)
                .line(d.model(), "model", 200)
                .that(
                        d.numberPrefix() == null
                                || PREFIX.matcher(d.numberPrefix()).matches(),
                        "numberPrefix",
                        "not-a-prefix",
                        "Begin with a letter or digit; then letters, digits and . _ / -, 24 in all.")
                .size(d.barcodes(), "barcodes", BARCODES_MAX)
                .between(d.weightGrams(), "weightGrams", 0, GRAMS_MAX)
                .between(d.widthMillimetres(), "widthMillimetres", 0, MILLIMETRES_MAX)
                .between(d.heightMillimetres(), "heightMillimetres", 0, MILLIMETRES_MAX)
                .between(d.depthMillimetres(), "depthMillimetres", 0, MILLIMETRES_MAX)
                .that(
                        d.countryOfOrigin() == null || COUNTRIES.contains(d.countryOfOrigin()),
                        "countryOfOrigin",
                        "unknown-country",
                        "Use an ISO 3166 code such as DE.")
                .webAddress(d.manualUrl(), "manualUrl")
                .webAddress(d.productUrl(), "productUrl")
                .text(d.notes(), "notes", 10_000);
        for (int i = 0; i < Math.min(d.barcodes().size(), BARCODES_MAX); i++)
            check.line(d.barcodes().get(i), "barcodes[" + i + "]", 100);
        checkPower(check, d);
        checkConnectors(check, d.connectors());
        checkMoney(check, d.replacementValue(), "replacementValue");
        checkMoney(check, d.hirePrice(), "hirePrice");
        check.that(
                d.hirePrice() == null
                        || d.replacementValue() == null
                        || d.hirePrice().currency() == null
                        || d.hirePrice().currency().equals(d.replacementValue().currency()),
                "hirePrice.currency",
                "currencies-differ",
                "Use one currency for all amounts of a product.");
    }

    static void checkMoney(Check check, @Nullable Money money, String field) {
        if (money == null) return;
        check.required(money.currency(), field + ".currency")
                .between(money.amountMinor(), field + ".amountMinor", 0, AMOUNT_MAX);
    }

    private static void checkPower(Check check, ProductDetails d) {
        var watts = d.powerWatts();
        if (watts == null) return;
        check.that(
                watts.precision() - watts.scale() <= 12
                        && watts.stripTrailingZeros().scale() <= 1,
                "powerWatts",
                "too-exact",
                "Use watts with at most one decimal place.");
        if (watts.precision() - watts.scale() <= 12) check.between(watts, "powerWatts", 0, WATTS_MAX);
    }

    private static void checkConnectors(Check check, List<Connector> connectors) {
        check.size(connectors, "connectors", CONNECTORS_MAX);
        for (int i = 0; i < Math.min(connectors.size(), CONNECTORS_MAX); i++) {
            var field = "connectors[" + i + "]";
            check.required(connectors.get(i).kind(), field + ".kind")
                    .required(connectors.get(i).type(), field + ".type")
                    .line(connectors.get(i).type(), field + ".type", 100)
                    .between(connectors.get(i).count(), field + ".count", 1, 10_000);
        }
    }

    /** A prefix for the numbers of its assets: the letters and digits of the model, else of the name. */
    static String prefixOf(ProductDetails d) {
        for (var text : new String[] {d.model(), d.name()}) {
            if (text == null) continue;
            var plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                    .toUpperCase(Locale.ROOT)
                    .replaceAll("[^A-Z0-9]", "");
            if (!plain.isEmpty()) return plain.substring(0, Math.min(MADE_PREFIX_MAX, plain.length()));
        }
        return "P";
    }

    private static Map<String, JsonNode> given(Map<String, JsonNode> attributes) {
        var result = new LinkedHashMap<String, JsonNode>();
        attributes.forEach((key, value) -> {
            if (!value.isNull() && !(value.isString() && value.asString().isBlank())) result.put(key, value);
        });
        return result;
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String capitals(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip().toUpperCase(Locale.ROOT);
    }
}
