package eventkit.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes values that a schema asks for, and values that it does not: the same seed gives the same ones. */
final class FuzzValues {
    /** JSON that no mapper would write. */
    record Raw(String json) {}

    private static final List<String> WORDS = List.of(
            "Moving head",
            "SM58",
            "Haus A, Regal 3",
            "Ünïcödé ß Æ",
            "日本語のケーブル",
            "عربي",
            "🎛️🔦",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'; drop table core.audit_entry; --",
            "%' or 1=1 --",
            "=HYPERLINK(\"http://x\")",
            "@SUM(1)",
            "../../etc/passwd",
            "C:\\windows\\system32",
            "${7*7}{{7*7}}#{7*7}",
            "%s%n%d",
            "{0}",
            "a\nb\tc\rd",
            "",
            " ",
            "null",
            "-1",
            "1e999",
            "a,b;c|d",
            "\u202Eevil\u202C",
            "e\u0301\u0302\u0303",
            "\u200B",
            "\uFEFFBOM",
            "^XA^FO50^FS^XZ",
            "_\\_%%");
    private static final List<String> HOSTILE = List.of(
            "\u0000",
            "a\u0000b",
            "\uFFFE\uFFFF",
            "x".repeat(300),
            "x".repeat(5_000),
            "ß".repeat(70_000),
            "e\u0301".repeat(2_000),
            "\u0007\u001b[31m");
    private static final List<Raw> RAW = List.of(
            new Raw("\"\\ud800\""),
            new Raw("\"\\udc00x\\ud800\""),
            new Raw("99999999999999999999999999"),
            new Raw("-9223372036854775809"),
            new Raw("1e400"),
            new Raw("1e-400"),
            new Raw("0.1234567890123456789012345678901234567890"),
            new Raw("1" + "0".repeat(900)),
            new Raw("-0"),
            new Raw("2.5"),
            new Raw("NaN"),
            new Raw("[".repeat(600) + "]".repeat(600)),
            new Raw("{\"a\":".repeat(300) + "1" + "}".repeat(300)),
            new Raw("{\"a\":1,\"a\":2}"));
    private static final List<Long> NUMBERS = List.of(
            0L,
            1L,
            2L,
            3L,
            7L,
            12L,
            100L,
            1_000L,
            -1L,
            -100L,
            50_000L,
            100_001L,
            (long) Integer.MAX_VALUE,
            (long) Integer.MIN_VALUE,
            Integer.MAX_VALUE + 1L,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            1L << 53);
    private static final List<String> DATES = List.of(
            "2027-06-01",
            "2024-02-29",
            "1900-01-01",
            "2026-11-21",
            "2023-02-29",
            "0000-00-00",
            "9999-12-31",
            "+999999999-12-31",
            "-4713-01-01",
            "01.06.2027",
            "2027-06-01T10:00:00Z");
    private static final List<String> INSTANTS = List.of(
            "2026-11-21T10:00:00Z",
            "2026-11-21T10:00:00.123456789Z",
            "2020-01-01T00:00:00+02:00",
            "+1000000000-12-31T23:59:59Z",
            "-1000000000-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "0001-01-01T00:00:00Z",
            "2026-11-21",
            "now()",
            "infinity");
    private static final List<String> NAMED = List.of(
            "EUR",
            "USD",
            "XXX",
            "BTC",
            "Europe/Berlin",
            "en",
            "de",
            "ana@stagelight.example",
            "https://eventkit.example");
    /** What a field of this name wants to hear. */
    private static final Map<String, List<String>> FITTING = Map.of(
            "currency", List.of("EUR", "USD", "JPY"),
            "locale", List.of("en", "de"),
            "timeZone", List.of("Europe/Berlin", "UTC"),
            "website", List.of("https://eventkit.example/a?b=c"),
            "baseUrl", List.of("https://eventkit.example"),
            "email", List.of("ana@stagelight.example", "ben@stagelight.example"),
            "prefix", List.of("SM", "MH", "X"),
            "country", List.of("DE", "AT"));

    private final Random random;
    private final JsonNode schemas;
    private final List<String> ids = new ArrayList<>();
    private final Map<String, List<String>> idsOf = new LinkedHashMap<>();

    FuzzValues(Random random, JsonNode schemas) {
        this.random = random;
        this.schemas = schemas;
    }

    /** @param room the resource that answered: {@code assets} */
    void learn(JsonNode answer, String room) {
        if (answer.isArray() || answer.isObject()) answer.forEach(each -> learn(each, room));
        var id = answer.path("id");
        if (id.isString() && id.asString().length() == 36 && ids.size() < 4_000) {
            ids.add(id.asString());
            idsOf.computeIfAbsent(room, r -> new ArrayList<>()).add(id.asString());
        }
    }

    boolean chance(double of) {
        return random.nextDouble() < of;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Mostly one that exists and is of the right kind; the latest more often than the oldest. */
    String id(String room) {
        if (ids.isEmpty() || chance(0.05)) return new UUID(random.nextLong(), random.nextLong()).toString();
        var fitting = idsOf.getOrDefault(room, ids);
        var from = chance(0.9) ? fitting : ids;
        return chance(0.3)
                ? from.get(Math.max(0, from.size() - 1 - random.nextInt(Math.min(5, from.size()))))
                : one(from);
    }

    private String room(String field) {
        var singular = field.replaceFirst("Ids?$", "");
        for (var room : idsOf.keySet())
            if (!singular.isEmpty() && room.startsWith(singular.replaceFirst("y$", ""))) return room;
        return field.toLowerCase(java.util.Locale.ROOT).contains("location") ? "locations" : home;
    }

    /** The resource that ids are meant for where the field does not say. */
    void home(String room) {
        home = room;
    }

    private String home = "";

    /** @param mischief the share of values that break the schema */
    @Nullable
    Object value(JsonNode schema, String name, double mischief, int depth) {
        if (chance(mischief)) return anything();
        var ref = schema.path("$ref").asString("");
        if (!ref.isEmpty()) {
            return value(schemas.path(ref.substring(ref.lastIndexOf('/') + 1)), name, mischief, depth);
        }
        for (var choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.path(choice).size() > 0)
                return value(
                        schema.path(choice)
                                .get(random.nextInt(schema.path(choice).size())),
                        name,
                        mischief,
                        depth);
        }
        if (schema.path("enum").size() > 0 && !chance(0.02)) {
            return schema.path("enum")
                    .get(random.nextInt(schema.path("enum").size()))
                    .asString();
        }
        var type = type(schema);
        if (type.equals("null")) return null;
        return switch (type) {
            case "object" -> object(schema, mischief, depth);
            case "array" -> array(schema, name, mischief, depth);
            case "integer", "number" -> chance(0.95) ? (Object) NUMBERS.get(random.nextInt(7)) : one(NUMBERS);
            case "boolean" -> random.nextBoolean();
            case "string" -> string(schema.path("format").asString(""), name);
            default -> chance(0.5) ? word() : anything();
        };
    }

    private String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            var kinds = new ArrayList<String>();
            type.forEach(t -> kinds.add(t.asString()));
            if (kinds.remove("null") && chance(0.45)) return "null";
            return kinds.isEmpty() ? "null" : kinds.getFirst();
        }
        if (type.isString()) return type.asString();
        return schema.has("properties") ? "object" : "any";
    }

    private Map<String, @Nullable Object> object(JsonNode schema, double mischief, int depth) {
        var result = new LinkedHashMap<String, @Nullable Object>();
        if (depth > 6) return result;
        for (var property : schema.path("properties").properties()) {
            if (chance(mischief / 2)) continue;
            result.put(property.getKey(), value(property.getValue(), property.getKey(), mischief, depth + 1));
        }
        if (schema.has("additionalProperties")) {
            for (int i = random.nextInt(3); i > 0; i--)
                result.put(word(), value(schema.path("additionalProperties"), "", mischief, depth + 1));
        }
        if (chance(mischief / 2)) result.put(chance(0.5) ? "noSuchField" : word(), anything());
        return result;
    }

    private List<@Nullable Object> array(JsonNode schema, String name, double mischief, int depth) {
        var result = new ArrayList<@Nullable Object>();
        int size = depth > 5 ? 0 : chance(0.01) ? 600 : random.nextInt(4);
        for (int i = 0; i < size; i++) result.add(value(schema.path("items"), name, mischief, depth + 1));
        if (!result.isEmpty() && chance(0.1)) result.add(result.getFirst());
        return result;
    }

    Object string(String format, String name) {
        return switch (format) {
            case "uuid" -> chance(0.99) ? id(room(name)) : word();
            case "date" -> chance(0.9) ? DATES.get(random.nextInt(4)) : one(DATES);
            case "date-time" -> chance(0.9) ? INSTANTS.get(random.nextInt(3)) : one(INSTANTS);
            default -> FITTING.containsKey(name) && chance(0.95) ? one(FITTING.getOrDefault(name, NAMED)) : word();
        };
    }

    String word() {
        if (chance(0.01)) return one(HOSTILE);
        if (chance(0.05)) return one(NAMED);
        if (chance(0.05)) return id(home);
        var word = chance(0.5) ? WORDS.get(random.nextInt(7)) : one(WORDS);
        return chance(0.4) && !word.isBlank() ? word + " " + random.nextInt(1_000) : word;
    }

    /** Of any type, whatever was asked for. */
    @Nullable
    Object anything() {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2, 3 -> one(NUMBERS);
            case 4 -> random.nextGaussian() * Math.pow(10, random.nextInt(40));
            case 5 -> one(HOSTILE);
            case 6 -> one(RAW);
            case 7 -> List.of(word(), one(NUMBERS));
            case 8 -> Map.of(word(), word());
            default -> word();
        };
    }
}
