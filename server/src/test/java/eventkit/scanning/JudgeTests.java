package eventkit.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import eventkit.scanning.ScanAnswer.NeedNow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples that the device's judge is held to as well. */
class JudgeTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode examples() throws IOException {
        return JSON.readTree(
                Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/specs/scanning-cases.json")));
    }

    @TestFactory
    Stream<DynamicTest> judgesAsWritten() throws IOException {
        var all = examples();
        var now = Instant.parse(all.path("now").asString());
        var tests = new ArrayList<DynamicTest>();
        for (var one : all.path("cases"))
            tests.add(dynamicTest(one.path("title").asString(), () -> judge(all.path("jobs"), one, now)));
        return tests.stream();
    }

    private static void judge(JsonNode jobs, JsonNode one, Instant now) {
        var permissions = new HashSet<String>();
        one.path("caller").path("permissions").forEach(p -> permissions.add(p.asString()));
        var job = JSON.treeToValue(jobs.path(one.path("job").asString()), ScanJob.class);
        var stand = StandOfJob.of(
                UUID.fromString(one.path("caller").path("userId").asString()),
                permissions.contains("SCAN"),
                permissions.contains("SCAN_ADD"),
                List.of(job));
        stand.mayBind = permissions.contains("LABEL_PRINT");
        var judge = new Judge(stand, now);
        for (int i = 0; i < one.path("scans").size(); i++) {
            var answer = judge.judge(JSON.treeToValue(one.path("scans").get(i), Scan.class))
                    .answer();
            matches(answer, one.path("answers").get(i), "scan " + (i + 1));
        }
    }

    private static void matches(ScanAnswer answer, JsonNode wanted, String which) {
        var told = which + ": " + answer;
        assertThat(answer.code()).as(told).isEqualTo(wanted.path("code").asString());
        assertThat(answer.result().name())
                .as(told)
                .isEqualTo(wanted.path("result").asString());
        var facts = JSON.readTree(JSON.writeValueAsString(answer.facts()));
        for (var fact : wanted.path("facts").properties())
            assertThat(facts.path(fact.getKey())).as(told).isEqualTo(fact.getValue());
        assertThat(answer.message()).as(told).isNotBlank();
        if (wanted.has("warnings"))
            assertThat(JSON.<JsonNode>valueToTree(answer.warnings())).as(told).isEqualTo(wanted.path("warnings"));
        var thing = JSON.<JsonNode>valueToTree(answer.thing());
        for (var part : wanted.path("thing").properties())
            assertThat(thing.path(part.getKey())).as(told).isEqualTo(part.getValue());
        if (!wanted.has("needs")) return;
        var needs = new java.util.HashMap<String, JsonNode>();
        for (NeedNow need : answer.needs()) needs.put(need.key(), JSON.valueToTree(need));
        assertThat(needs.keySet()).as(told).isEqualTo(keys(wanted.path("needs")));
        for (var need : wanted.path("needs")) {
            JsonNode is =
                    java.util.Objects.requireNonNull(needs.get(need.path("key").asString()));
            for (var part : need.properties())
                assertThat(is.path(part.getKey()).asString())
                        .as(told)
                        .isEqualTo(part.getValue().asString());
        }
    }

    private static Set<String> keys(JsonNode needs) {
        var keys = new HashSet<String>();
        needs.forEach(n -> keys.add(n.path("key").asString()));
        return keys;
    }

    @org.junit.jupiter.api.Test
    void aCodeOfAMillionCharactersIsTooLongAndNothingElse() {
        var stand = StandOfJob.of(UUID.randomUUID(), true, true, List.of());
        var scan = new Scan(
                UUID.randomUUID(),
                ScanKind.LOOK_UP,
                Instant.EPOCH,
                null,
                "https://rental.example/" + "a".repeat(1_000_000),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(new Judge(stand, Instant.EPOCH).judge(scan).answer().facts()).isEqualTo(Map.of("length", 1_000_023));
    }
}
