package eventkit.maintenance;

import eventkit.core.Check;
import eventkit.maintenance.Inspection.Answer;
import eventkit.maintenance.Inspection.Result;
import eventkit.maintenance.Inspections.AnswerEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Works out what the answers to a checklist mean. */
record Verdict(List<Answer> answers, Result result) {

    /**
     * A failure may leave items out, because nobody goes on testing what is broken; everything else answers all of them.
     *
     * @param wanted what the inspector says, null to let the answers say it
     */
    static Verdict of(
            List<ChecklistItem> checklist,
            @Nullable List<AnswerEntry> entries,
            @Nullable Result wanted,
            @Nullable String remarks,
            Check check) {
        var given = entries == null ? List.<AnswerEntry>of() : entries;
        check.size(given, "answers", checklist.size());
        var byItem = new HashMap<String, Integer>();
        for (int i = 0; i < given.size(); i++) {
            var at = "answers[" + i + "]";
            check.required(given.get(i), at);
            if (given.get(i) == null) continue;
            var entry = given.get(i);
            check.required(entry.item(), at + ".item").line(entry.note(), at + ".note", 500);
            check.that(
                    ChecklistItem.sane(entry.value()), at + ".value", "out-of-range", "Use a number of ordinary size.");
            boolean known = checklist.stream().anyMatch(item -> Objects.equals(item.id(), entry.item()));
            check.that(known, at + ".item", "unknown-item", "The plan's checklist has no such item.");
            check.that(
                    byItem.put(String.valueOf(entry.item()), i) == null,
                    at + ".item",
                    "not-unique",
                    "Answer each item once.");
        }
        if (check.failed()) return new Verdict(List.of(), Result.FAIL);
        var answers = new ArrayList<Answer>();
        var open = new ArrayList<String>();
        for (var item : checklist) {
            var index = byItem.get(String.valueOf(item.id()));
            var answer = index == null ? null : answer(item, given.get(index), "answers[" + index + "]", check);
            if (answer == null) open.add(item.text());
            else answers.add(answer);
        }
        boolean failed = answers.stream().anyMatch(answer -> !answer.passed());
        var result = wanted != null
                ? wanted
                : failed ? Result.FAIL : remarks != null ? Result.PASS_WITH_REMARKS : Result.PASS;
        check.that(
                !failed || result == Result.FAIL,
                "result",
                "item-failed",
                "An item of the checklist failed, so the inspection did too.");
        check.that(
                open.isEmpty() || result == Result.FAIL,
                "answers",
                "incomplete",
                "Answer every item of the checklist. Open: "
                        + String.join(", ", open.subList(0, Math.min(3, open.size()))) + ".");
        check.that(wanted != null || !checklist.isEmpty(), "result", "required", "Say whether it passed.");
        check.that(
                result != Result.PASS_WITH_REMARKS || remarks != null,
                "remarks",
                "required",
                "Say what the remarks are.");
        return new Verdict(answers, result);
    }

    private static @Nullable Answer answer(ChecklistItem item, AnswerEntry entry, String at, Check check) {
        var note = ChecklistItem.blankToNull(entry.note());
        return switch (item.kind()) {
            case CHECK -> {
                check.that(entry.value() == null, at + ".value", "not-measured", "This item is checked, not measured.");
                yield entry.passed() == null
                        ? null
                        : new Answer(
                                String.valueOf(item.id()), item.text(), entry.passed(), null, null, null, null, note);
            }
            case MEASURE -> {
                if (entry.value() == null) yield null;
                boolean passes = item.passes(entry.value());
                check.that(
                        entry.passed() == null || entry.passed() == passes || !entry.passed(),
                        at + ".passed",
                        "outside-limits",
                        "The value is outside the limits, so the item did not pass.");
                boolean passed = passes && !Boolean.FALSE.equals(entry.passed());
                yield new Answer(
                        String.valueOf(item.id()),
                        item.text(),
                        passed,
                        entry.value(),
                        item.unit(),
                        item.min(),
                        item.max(),
                        note);
            }
        };
    }
}
