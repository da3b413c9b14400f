package eventkit.core.web;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An example of each schema: what its fields are called and of which type they are says what may stand there. */
final class ApiExamples {
    private static final Map<String, Object> BY_NAME = Map.ofEntries(
            Map.entry("name", "Moving head"),
            Map.entry("number", "MH-0042"),
            Map.entry("serial", "SN 4711-08"),
            Map.entry("email", "ana@stagelight.example"),
            Map.entry("currency", "EUR"),
            Map.entry("locale", "en"),
            Map.entry("timeZone", "Europe/Berlin"),
            Map.entry("password", "copper lantern 42 orchard"),
            Map.entry("currentPassword", "copper lantern 42 orchard"),
            Map.entry("newPassword", "velvet harbour 77 comet"),
            Map.entry("companyName", "Stagelight GmbH"),
            Map.entry("ownerName", "Ana Ruiz"),
            Map.entry("country", "DE"),
            Map.entry("baseUrl", "https://kit.stagelight.example"),
            Map.entry("link", "https://kit.stagelight.example/join/3f1c"),
            Map.entry("phone", "+49 30 1234567"),
            Map.entry("sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Map.entry("mediaType", "image/jpeg"),
            Map.entry("condition", "Good"),
            Map.entry("prefix", "MH-"),
            Map.entry("numberPrefix", "MH-"),
            Map.entry("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"),
            Map.entry("version", 7L),
            Map.entry("total", 1L),
            Map.entry("done", 1L),
            Map.entry("percent", 20),
            Map.entry("amountMinor", 12_550L),
            Map.entry("weightGrams", 21_500L),
            Map.entry("powerWatts", 470L));
    private static final UUID ID = new UUID(0x01890a5d_ac96_774bL, 0xbcce_b302_099a_8057L);
    private final Map<String, Schema<?>> schemas = new LinkedHashMap<>();

    @SuppressWarnings("rawtypes")
    ApiExamples(Map<String, Schema> components) {
        components.forEach((name, schema) -> schemas.put(name, schema));
    }

    /** Gives each schema that is an object its example. */
    void tell() {
        var examples = new IdentityHashMap<Schema<?>, Object>();
        for (var schema : schemas.values())
            if (of(schema, "", 0) instanceof Map<?, ?> example) examples.put(schema, example);
        // only now, or an example would be made of another one
        examples.forEach(Schema::setExample);
    }

    private @Nullable Object of(Schema<?> schema, String name, int depth) {
        if (schema.get$ref() != null) {
            var target = schemas.get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
            return target == null || depth > 4 ? null : of(target, name, depth + 1);
        }
        if (schema.getExample() != null) return schema.getExample();
        if (schema.getEnum() != null && !schema.getEnum().isEmpty())
            return schema.getEnum().getFirst();
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "integer" -> BY_NAME.get(name) instanceof Number n ? n : 1;
            case "number" -> BY_NAME.get(name) instanceof Number n ? n : 1;
            case "boolean" -> false;
            case "string" -> string(schema, name);
            default -> "anything";
        };
    }

    private static String type(Schema<?> schema) {
        if (schema.getTypes() != null) {
            for (var type : schema.getTypes()) if (!type.equals("null")) return type;
        }
        if (schema.getType() != null) return schema.getType();
        return schema.getProperties() == null ? "any" : "object";
    }

    private Map<String, @Nullable Object> object(Schema<?> schema, int depth) {
        var result = new LinkedHashMap<String, @Nullable Object>();
        if (schema.getProperties() == null || depth > 5) return result;
        schema.getProperties().forEach((name, property) -> result.put(name, of(property, name, depth + 1)));
        return result;
    }

    private List<Object> array(Schema<?> schema, String name, int depth) {
        var result = new ArrayList<Object>();
        var item = schema.getItems() == null ? null : of(schema.getItems(), name.replaceFirst("s$", ""), depth + 1);
        if (item != null) result.add(item);
        return result;
    }

    private static Object string(Schema<?> schema, String name) {
        return switch (String.valueOf(schema.getFormat())) {
            case "uuid" -> ID.toString();
            case "date" -> "2027-06-01";
            case "date-time" -> "2027-06-01T10:00:00Z";
            case "binary" -> "…";
            default -> BY_NAME.get(name) instanceof String s ? s : name.isEmpty() ? "text" : words(name);
        };
    }

    /** {@code locationPath} reads Location path. */
    private static String words(String name) {
        var spaced = name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
