package eventkit.scanning;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The examples of counts and transfers that the device's judge is held to as well. */
class SheetJudgeTests {
    @TestFactory
    Stream<DynamicTest> judgesAsWritten() throws IOException {
        var all = JudgeTests.examples("scanning-sheet-cases.json");
        var now = Instant.parse(all.path("now").asString());
        var tests = new ArrayList<DynamicTest>();
        for (var one : all.path("cases"))
            tests.add(dynamicTest(one.path("title").asString(), () -> judge(all.path("sheets"), one, now)));
        return tests.stream();
    }

    private static void judge(JsonNode sheets, JsonNode one, Instant now) {
        var permissions = new HashSet<String>();
        one.path("caller").path("permissions").forEach(p -> permissions.add(p.asString()));
        var sheet = JudgeTests.JSON.treeToValue(sheets.path(one.path("sheet").asString()), ScanSheet.class);
        var stand = StandOfJob.of(
                UUID.fromString(one.path("caller").path("userId").asString()), permissions.contains("SCAN"), sheet);
        var judge = new Judge(stand, now);
        for (int i = 0; i < one.path("scans").size(); i++) {
            var answer = judge.judge(
                            JudgeTests.JSON.treeToValue(one.path("scans").get(i), Scan.class))
                    .answer();
            JudgeTests.matches(answer, one.path("answers").get(i), "scan " + (i + 1));
        }
    }
}
