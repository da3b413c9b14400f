package eventkit.maintenance;

import static eventkit.maintenance.ChecklistItem.Kind.CHECK;
import static eventkit.maintenance.ChecklistItem.Kind.MEASURE;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Check;
import eventkit.core.Money;
import eventkit.core.Refusal.FieldError;
import eventkit.maintenance.Inspection.Result;
import eventkit.maintenance.Inspections.AnswerEntry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules alone: no server, no database. */
class MaintenanceRulesTests {
    private static final LocalDate MAY_31 = LocalDate.parse("2027-05-31");
    private static final List<ChecklistItem> CHECKLIST = List.of(
            new ChecklistItem("plug", "Plug and cable unharmed", CHECK, null, null, null),
            new ChecklistItem("insulation", "Insulation", MEASURE, "MΩ", new BigDecimal("1.0"), null),
            new ChecklistItem("leakage", "Leakage", MEASURE, "mA", null, new BigDecimal("3.5")));

    @Test
    void theStateMachineIsAsWritten() throws IOException {
        var written = Files.readString(
                Path.of("").toAbsolutePath().getParent().resolve("docs/state-machines/maintenance-job.md"));
        var table = Stream.of(MaintenanceJobState.values())
                .map(s -> "| " + s + " | "
                        + s.successors().stream().map(Enum::name).collect(Collectors.joining(", ")) + " |")
                .collect(Collectors.joining("\n"));
        assertThat(written).contains(table);
    }

    @Test
    void onlyWhatIsOverLeadsNowhere() {
        for (var state : MaintenanceJobState.values())
            assertThat(state.open())
                    .as(state.name())
                    .isEqualTo(!state.successors().isEmpty());
    }

    @Test
    void theIntervalKeepsToTheEndOfShortMonths() {
        assertThat(plan(1, null).nextDue(MAY_31, null)).isEqualTo("2027-06-30");
        assertThat(plan(9, null).nextDue(MAY_31, null)).isEqualTo("2028-02-29");
        assertThat(plan(null, 90).nextDue(MAY_31, null)).isEqualTo("2027-08-29");
    }

    @Test
    void aCertificateShortensButNeverLengthensTheInterval() {
        assertThat(plan(12, null).nextDue(MAY_31, LocalDate.parse("2027-12-01")))
                .isEqualTo("2027-12-01");
        assertThat(plan(12, null).nextDue(MAY_31, LocalDate.parse("2030-01-01")))
                .isEqualTo("2028-05-31");
    }

    @Test
    void isInDateOnItsLastDayAndOverdueTheDayAfter() {
        assertThat(DueInspection.state(MAY_31, 30, null, MAY_31)).isEqualTo(DueInspection.State.DUE_SOON);
        assertThat(DueInspection.state(MAY_31, 30, null, MAY_31.plusDays(1))).isEqualTo(DueInspection.State.OVERDUE);
        assertThat(DueInspection.state(MAY_31, 30, null, MAY_31.minusDays(30))).isEqualTo(DueInspection.State.DUE_SOON);
        assertThat(DueInspection.state(MAY_31, 30, null, MAY_31.minusDays(31))).isEqualTo(DueInspection.State.IN_DATE);
        assertThat(DueInspection.state(MAY_31, 30, Result.FAIL, MAY_31.minusDays(99)))
                .isEqualTo(DueInspection.State.FAILED);
    }

    @Test
    void theAnswersDecideTheResult() {
        assertThat(verdict(null, null, passed("plug"), value("insulation", "1.0"), value("leakage", "3.5"))
                        .result())
                .isEqualTo(Result.PASS);
        assertThat(verdict(null, "scratched", passed("plug"), value("insulation", "2"), value("leakage", "0"))
                        .result())
                .isEqualTo(Result.PASS_WITH_REMARKS);
        assertThat(verdict(null, null, passed("plug"), value("insulation", "0.999"), value("leakage", "1"))
                        .result())
                .isEqualTo(Result.FAIL);
        assertThat(verdict(null, null, failed("plug")).result()).isEqualTo(Result.FAIL);
        var answer = verdict(null, null, value("leakage", "3.51"), failed("plug"))
                .answers()
                .getLast();
        assertThat(answer.passed()).isFalse();
        assertThat(answer.max()).isEqualByComparingTo("3.5");
        assertThat(answer.unit()).isEqualTo("mA");
    }

    @Test
    void anInspectorMayFailWhatTheLimitsLetPass() {
        var entry = new AnswerEntry("insulation", false, new BigDecimal("5"), "burnt smell");
        assertThat(verdict(null, null, passed("plug"), entry, value("leakage", "1"))
                        .result())
                .isEqualTo(Result.FAIL);
        assertThat(errors(
                        null,
                        null,
                        passed("plug"),
                        new AnswerEntry("insulation", true, new BigDecimal("0.1"), null),
                        value("leakage", "1")))
                .contains("answers[1].passed outside-limits");
    }

    @Test
    void refusesAPassThatTheAnswersContradict() {
        assertThat(errors(Result.PASS, null, failed("plug"), value("insulation", "2"), value("leakage", "1")))
                .containsExactly("result item-failed");
        assertThat(errors(Result.PASS, null, passed("plug"))).containsExactly("answers incomplete");
        assertThat(errors(
                        Result.PASS_WITH_REMARKS,
                        null,
                        passed("plug"),
                        value("insulation", "2"),
                        value("leakage", "1")))
                .containsExactly("remarks required");
        assertThat(errors(Result.FAIL, null)).as("a failure needs no answers").isEmpty();
    }

    @Test
    void refusesAnswersToNothing() {
        assertThat(errors(null, null, passed("plug"), passed("plug"))).contains("answers[1].item not-unique");
        assertThat(errors(null, null, passed("nothing"))).contains("answers[0].item unknown-item");
        assertThat(errors(null, null, passed(null))).contains("answers[0].item required");
        assertThat(errors(null, null, (AnswerEntry) null)).contains("answers[0] required");
        assertThat(errors(null, null, value("plug", "1"))).contains("answers[0].value not-measured");
        assertThat(errors(null, null, value("insulation", "1e400"))).contains("answers[0].value out-of-range");
        var check = new Check();
        Verdict.of(List.of(), null, null, null, check);
        assertThat(check.errors()).extracting(FieldError::field).containsExactly("result");
    }

    @Test
    void checklistsAreSound() {
        var check = new Check();
        ChecklistItem.check(
                check,
                Arrays.asList(
                        null,
                        new ChecklistItem("a", "", CHECK, null, null, null),
                        new ChecklistItem("a", "x", CHECK, "V", null, null),
                        new ChecklistItem(null, "x\u0007", MEASURE, "V", BigDecimal.TEN, BigDecimal.ONE),
                        new ChecklistItem(null, "x", null, null, null, new BigDecimal("1e99"))),
                "checklist");
        assertThat(check.errors().stream().map(e -> e.field() + " " + e.code()))
                .contains(
                        "checklist[0] required",
                        "checklist[1].text required",
                        "checklist[2].id not-unique",
                        "checklist[2].kind limits-need-measure",
                        "checklist[3].text control-characters",
                        "checklist[3].max below-min",
                        "checklist[4].kind required",
                        "checklist[4].max out-of-range");
        var numbered = ChecklistItem.numbered(List.of(
                new ChecklistItem(null, "a", CHECK, null, null, null),
                new ChecklistItem("item-1", "b", CHECK, null, null, null),
                new ChecklistItem(null, "c", CHECK, null, null, null)));
        assertThat(numbered)
                .extracting(ChecklistItem::id)
                .doesNotHaveDuplicates()
                .contains("item-1");
    }

    @Test
    void costsAreExactAndInOneCurrency() {
        var line = new CostLine.Entry(CostLine.Kind.LABOUR, "Bench", new BigDecimal("1.333"), Money.of(4500, "EUR"))
                .line();
        assertThat(line.total()).isEqualTo(Money.of(5999, "EUR"));
        assertThat(costErrors(entry("1", 100, "EUR"), entry("1", 100, "CHF")))
                .containsExactly("lines[1].unitCost.currency mixed-currencies");
        assertThat(costErrors(entry("0", 100, "EUR"))).containsExactly("lines[0].quantity out-of-range");
        assertThat(costErrors(entry("-1", 100, "EUR"))).containsExactly("lines[0].quantity out-of-range");
        assertThat(costErrors(entry("0.0001", 100, "EUR"))).containsExactly("lines[0].quantity out-of-range");
        assertThat(costErrors(entry("1e30", 100, "EUR"))).containsExactly("lines[0].quantity out-of-range");
        assertThat(costErrors(entry("1", -1, "EUR"))).containsExactly("lines[0].unitCost.amountMinor out-of-range");
        assertThat(costErrors((CostLine.Entry) null)).containsExactly("lines[0] required");
    }

    @Test
    void downtimeRunsUntilTheEnd() {
        var reported = Instant.parse("2027-06-01T08:00:00Z");
        assertThat(MaintenanceJob.minutes(reported, null, reported.plusSeconds(7_200)))
                .isEqualTo(120);
        assertThat(MaintenanceJob.minutes(reported, reported.plusSeconds(3_600), reported.plusSeconds(7_200)))
                .isEqualTo(60);
    }

    private static InspectionPlan plan(@Nullable Integer months, @Nullable Integer days) {
        return new InspectionPlan(
                new UUID(0, 1),
                "PAT",
                InspectionPlan.Kind.PAT,
                null,
                null,
                months,
                days,
                InspectionPlan.FirstDue.AFTER_INTERVAL,
                30,
                true,
                null,
                List.of(),
                null,
                0,
                Instant.EPOCH,
                1);
    }

    private static AnswerEntry passed(@Nullable String item) {
        return new AnswerEntry(item, true, null, null);
    }

    private static AnswerEntry failed(String item) {
        return new AnswerEntry(item, false, null, null);
    }

    private static AnswerEntry value(String item, String value) {
        return new AnswerEntry(item, null, new BigDecimal(value), null);
    }

    private static Verdict verdict(@Nullable Result wanted, @Nullable String remarks, AnswerEntry... entries) {
        var check = new Check();
        var verdict = Verdict.of(CHECKLIST, Arrays.asList(entries), wanted, remarks, check);
        assertThat(check.errors()).isEmpty();
        return verdict;
    }

    private static List<String> errors(@Nullable Result wanted, @Nullable String remarks, AnswerEntry... entries) {
        var check = new Check();
        Verdict.of(CHECKLIST, Arrays.asList(entries), wanted, remarks, check);
        return check.errors().stream().map(e -> e.field() + " " + e.code()).toList();
    }

    private static CostLine.Entry entry(String quantity, long minor, String currency) {
        return new CostLine.Entry(CostLine.Kind.PART, "Lamp", new BigDecimal(quantity), Money.of(minor, currency));
    }

    private static List<String> costErrors(CostLine.Entry... entries) {
        var check = new Check();
        CostLine.check(check, Arrays.asList(entries), "lines");
        return check.errors().stream().map(e -> e.field() + " " + e.code()).toList();
    }
}
