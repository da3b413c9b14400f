package eventkit.catalogue;

import eventkit.core.Check;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What definitions of attributes and values under them must be like. */
final class AttributeRules {
    static final int DEFINITIONS_MAX = 100;
    private static final int CHOICES_MAX = 200;
    private static final int TEXT_MAX = 2_000;
    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9_]{0,49}");
    private static final BigDecimal NUMBER_MAX = new BigDecimal("1e15");

    private AttributeRules() {}

    static void checkDefinitions(Check check, List<AttributeDefinition> definitions) {
        check.size(definitions, "attributes", DEFINITIONS_MAX);
        var keys = new HashSet<String>();
        for (int i = 0; i < Math.min(definitions.size(), DEFINITIONS_MAX); i++) {
            var field = "attributes[" + i + "]";
            var d = definitions.get(i);
            check.required(d.key(), field + ".key")
                    .that(
                            d.key() == null || KEY.matcher(d.key()).matches(),
                            field + ".key",
                            "not-a-key",
                            "Begin with a small letter; then letters, digits and _, 50 in all.")
                    .that(
                            d.key() == null || keys.add(d.key().toLowerCase(Locale.ROOT)),
                            field + ".key",
                            "taken",
                            "Use each key once.")
                    .required(d.label(), field + ".label")
                    .line(d.label(), field + ".label", 100)
                    .required(d.type(), field + ".type")
                    .line(d.unit(), field + ".unit", 20);
            if (d.type() != null) checkType(check, field, d);
        }
    }

    private static void checkType(Check check, String field, AttributeDefinition d) {
        boolean number = d.type() == AttributeDefinition.Type.NUMBER;
        boolean choice = d.type() == AttributeDefinition.Type.CHOICE;
        check.that(
                number || (d.min() == null && d.max() == null),
                field + ".min",
                "not-for-this-type",
                "Only numbers have a smallest and a largest value.");
        if (number) {
            check.that(fits(d.min()), field + ".min", "out-of-range", "Use a number of at most 15 digits.");
            check.that(fits(d.max()), field + ".max", "out-of-range", "Use a number of at most 15 digits.");
            check.that(
                    d.min() == null || d.max() == null || d.min().compareTo(d.max()) <= 0,
                    field + ".max",
                    "below-min",
                    "Must not be below the smallest value.");
        }
        check.that(
                choice || d.choices().isEmpty(), field + ".choices", "not-for-this-type", "Only choices have a list.");
        if (choice) {
            check.that(!d.choices().isEmpty(), field + ".choices", "required", "Give at least one choice.")
                    .size(d.choices(), field + ".choices", CHOICES_MAX)
                    .that(
                            new HashSet<>(d.choices()).size() == d.choices().size(),
                            field + ".choices",
                            "repeated",
                            "Give each choice once.");
            for (int i = 0; i < Math.min(d.choices().size(), CHOICES_MAX); i++) {
                check.required(d.choices().get(i), field + ".choices[" + i + "]")
                        .line(d.choices().get(i), field + ".choices[" + i + "]", 100);
            }
        }
    }

    /**
     * Values that stood there before under a key that is defined no more may stay; new ones need a definition.
     *
     * @param complete whether required values must be there
     */
    static void checkValues(
            Check check,
            List<AttributeDefinition> definitions,
            Map<String, JsonNode> values,
            Map<String, JsonNode> before,
            boolean complete) {
        check.that(values.size() <= 300, "attributes", "too-many", "Use at most 300 attributes.");
        var known = new HashSet<String>();
        for (var d : definitions) {
            known.add(d.key());
            var value = values.get(d.key());
            var field = "attributes." + d.key();
            if (value == null
                    || value.isNull()
                    || (value.isString() && value.asString().isBlank())) {
                check.that(
                        !complete || !Boolean.TRUE.equals(d.required()),
                        field,
                        "required",
                        "Fill in " + d.label() + ".");
            } else {
                checkValue(check, field, d, value);
            }
        }
        values.forEach((key, value) -> {
            if (known.contains(key) || value.equals(before.get(key))) return;
            var shown = KEY.matcher(key).matches() ? "attributes." + key : "attributes";
            check.that(false, shown, "unknown-attribute", "The product's category has no such attribute.");
        });
    }

    private static void checkValue(Check check, String field, AttributeDefinition d, JsonNode value) {
        switch (d.type()) {
            case TEXT -> {
                check.that(value.isString(), field, "not-a-text", "Use a text.");
                if (value.isString()) check.text(value.asString(), field, TEXT_MAX);
            }
            case NUMBER -> {
                check.that(value.isNumber(), field, "not-a-number", "Use a number.");
                boolean finite = value.isNumber() && Double.isFinite(value.doubleValue());
                check.that(finite || !value.isNumber(), field, "out-of-range", "Use a number of at most 15 digits.");
                if (finite) checkNumber(check, field, d, value.decimalValue());
            }
            case BOOLEAN -> check.that(value.isBoolean(), field, "not-yes-or-no", "Use true or false.");
            case DATE -> {
                var date = date(value);
                check.that(date != null, field, "not-a-date", "Use a date such as 2027-06-01.");
                check.date(date, field);
            }
            case CHOICE ->
                check.that(
                        value.isString() && d.choices().contains(value.asString()),
                        field,
                        "not-a-choice",
                        "Choose one of: " + String.join(", ", d.choices()) + ".");
        }
    }

    private static void checkNumber(Check check, String field, AttributeDefinition d, BigDecimal number) {
        check.that(fits(number), field, "out-of-range", "Use a number of at most 15 digits.");
        check.that(
                d.min() == null || number.compareTo(d.min()) >= 0,
                field,
                "out-of-range",
                "Use at least " + d.min() + ".");
        check.that(
                d.max() == null || number.compareTo(d.max()) <= 0,
                field,
                "out-of-range",
                "Use at most " + d.max() + ".");
    }

    private static boolean fits(@org.jspecify.annotations.Nullable BigDecimal number) {
        return number == null || (number.abs().compareTo(NUMBER_MAX) < 0 && number.scale() <= 15);
    }

    private static @org.jspecify.annotations.Nullable LocalDate date(JsonNode value) {
        if (!value.isString() || value.asString().length() != 10) return null;
        try {
            return LocalDate.parse(value.asString());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
