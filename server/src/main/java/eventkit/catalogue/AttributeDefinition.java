package eventkit.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a category wants to know of its products.
 *
 * @param key under which products store it: a small letter, then letters, digits and underscores
 * @param choices for CHOICE only
 * @param min for NUMBER only, as is max
 */
public record AttributeDefinition(
        String key,
        String label,
        Type type,
        @Nullable String unit,
        @Nullable Boolean required,
        List<String> choices,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) {
    public enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        CHOICE
    }

    public AttributeDefinition {
        required = Boolean.TRUE.equals(required);
        choices = choices == null ? List.of() : List.copyOf(choices);
    }
}
