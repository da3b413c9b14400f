package eventkit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Check;
import eventkit.core.Refusal.FieldError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AttributeRulesTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<AttributeDefinition> DEFINITIONS = JSON.readValue("""
            [{"key":"lamp","label":"Lamp","type":"CHOICE","required":true,"choices":["LED","HMI"]},
             {"key":"lumen","label":"Light","type":"NUMBER","unit":"lm","min":0,"max":100000},
             {"key":"outdoor","label":"Outdoor","type":"BOOLEAN"},
             {"key":"since","label":"Since","type":"DATE"},
             {"key":"note","label":"Note","type":"TEXT"}]
            """, new TypeReference<>() {});

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"lamp":"LED"}                                  |
            {"lamp":"HMI","lumen":12.5,"outdoor":false}     |
            {"lamp":"LED","since":"2027-02-28","note":"<b>"}|
            {}                                              | attributes.lamp required
            {"lamp":"Candle"}                               | attributes.lamp not-a-choice
            {"lamp":"LED","lumen":"12"}                     | attributes.lumen not-a-number
            {"lamp":"LED","lumen":-1}                       | attributes.lumen out-of-range
            {"lamp":"LED","lumen":1e400}                    | attributes.lumen out-of-range
            {"lamp":"LED","outdoor":"yes"}                  | attributes.outdoor not-yes-or-no
            {"lamp":"LED","since":"2027-02-30"}             | attributes.since not-a-date
            {"lamp":"LED","since":"0001-01-01"}             | attributes.since date-out-of-range
            {"lamp":"LED","note":{"a":1}}                   | attributes.note not-a-text
            {"lamp":"LED","colour":"red"}                   | attributes.colour unknown-attribute
            """)
    void checksValuesByTheirDefinition(String values, String error) {
        var check = new Check();
        AttributeRules.checkValues(
                check,
                DEFINITIONS,
                JSON.readValue(values, new TypeReference<Map<String, JsonNode>>() {}),
                Map.of(),
                true);
        var found = check.errors().stream()
                .map(e -> e.field() + " " + e.code())
                .distinct()
                .toList();
        assertThat(found).isEqualTo(error == null ? List.of() : List.of(error));
    }

    @Test
    void keepsValuesWhoseDefinitionIsGone() {
        Map<String, JsonNode> values = JSON.readValue("{\"lamp\":\"LED\",\"old\":5}", new TypeReference<>() {});
        var check = new Check();
        AttributeRules.checkValues(check, DEFINITIONS, values, Map.of("old", JSON.readTree("5")), true);
        assertThat(check.failed()).isFalse();
    }

    @Test
    void checksDefinitions() {
        List<AttributeDefinition> wrong = JSON.readValue("""
                [{"key":"Bad key","label":"x","type":"TEXT"},
                 {"key":"a","label":"","type":"TEXT","min":1},
                 {"key":"A","label":"x","type":"NUMBER","min":5,"max":1},
                 {"key":"b","label":"x","type":"CHOICE"},
                 {"key":"b","label":"x"}]
                """, new TypeReference<>() {});
        var check = new Check();
        AttributeRules.checkDefinitions(check, wrong);
        assertThat(check.errors().stream().map(FieldError::field))
                .contains(
                        "attributes[0].key",
                        "attributes[1].label",
                        "attributes[1].min",
                        "attributes[2].max",
                        "attributes[3].choices",
                        "attributes[4].key",
                        "attributes[4].type");
    }
}
