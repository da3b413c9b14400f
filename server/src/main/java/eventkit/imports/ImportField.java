package eventkit.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A field that a column can be read as.
 *
 * @param choices for CHOICE only
 * @param synonyms titles that mean it
 */
public record ImportField(
        String name,
        FieldType type,
        boolean required,
        List<String> choices,
        @JsonIgnore List<String> synonyms) {

    ImportField must() {
        return new ImportField(name, type, true, choices, synonyms);
    }

    ImportField choosing(String... values) {
        return new ImportField(name, type, required, List.of(values), synonyms);
    }

    @JsonProperty
    public List<String> units() {
        return type.units();
    }
}
