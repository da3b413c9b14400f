package eventkit.scanning;

import eventkit.scanning.Judge.Ruling;
import eventkit.scanning.ScanAnswer.NeedNow;
import eventkit.scanning.ScanAnswer.ThingNow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an answer says to a person: what is so, or what to do. */
final class Sentences {
    private Sentences() {}

    static String of(Ruling ruling, Scan scan, @Nullable ThingNow thing, List<NeedNow> needs, Stand stand) {
        var it = thing == null ? "It" : scan.pieces() > 1 ? scan.pieces() + " × " + thing.label() : thing.label();
        var facts = ruling.facts();
        var number = facts.get("number");
        var what = number == null || thing == null || number.equals(thing.label()) ? it : number + " in " + it;
        return switch (ruling.code()) {
            case "looked-up" -> it + ".";
            case "picked" -> it + " is picked" + sum(needs, true) + ".";
            case "unpicked" -> it + " is not picked any more" + sum(needs, true) + ".";
            case "checked-out" -> it + " is out" + sum(needs, false) + ".";
            case "checked-in" -> it + " is back.";
            case "damaged" ->
                scan.kind() == ScanKind.CHECK_IN
                        ? it + " is back, damaged. A repair is reported."
                        : what + " is damaged or in repair. Take another one.";
            case "missing" -> it + " is reported missing.";
            case "moved" -> it + " is moved.";
            case "packed" -> it + " is in the case.";
            case "unpacked" -> it + " is out of the case.";
            case "case-opened" -> it + " is open.";
            case "case-closed" -> it + " is closed.";
            case "bound" -> it + " answers to this code from now on.";
            case "code-taken" ->
                facts.containsKey("label")
                        ? "This code belongs to " + facts.get("label")
                                + ". Take another one, or take it off there first."
                        : "This code belongs to several other things. Take another one.";
            case "undone" -> "It is taken back.";
            case "permission-gone" -> "You may not scan any more. Ask whoever manages roles.";
            case "another-person" -> "Somebody else scanned this. Sign in as that person to send it.";
            case "bad-scan" -> "Fill in " + facts.get("field") + ".";
            case "unknown-event" -> "There is no such event. Choose another one.";
            case "event-phase-forbids" ->
                "The event is in the phase " + facts.get("phase") + ". Bring it to " + facts.get("phases") + " first.";
            case "prep-unchecked" ->
                facts.get("numbers") instanceof List<?> numbers && !numbers.isEmpty()
                        ? "Nobody made this ready, so nobody has checked it: " + numbers
                                + ". Pick it and have it checked."
                        : "A second person is to check what was made ready before it leaves.";
            case "unknown-code" -> "Nothing has this code. Bind it to what it stands on, or type the number.";
            case "code-too-long" -> "This code is too long to be one of ours.";
            case "code-ambiguous" -> "Several things have this code. Choose the one you mean.";
            case "foreign-instance" -> "This label belongs to " + facts.get("host") + ", not to us.";
            case "label-unbound" -> "This label stands on nothing yet. Bind it first.";
            case "wrong-kind" -> "This can not be done with it. Scan an asset, a case or counted pieces.";
            case "case-out-of-service" -> it + " is out of service. Take another case.";
            case "in-case" ->
                what + " is packed in " + facts.get("caseNumber") + ". Scan the case, or take it out first.";
            case "gone" -> what + " is not ours to use any more.";
            case "already-out" -> what + " is out already" + forEvent(facts.get("event")) + ".";
            case "already-picked" -> what + " is picked already" + forEvent(facts.get("event")) + ".";
            case "lost" -> what + " is reported lost. Say that it was found first.";
            case "quarantined" -> what + " is put aside: " + facts.get("reason") + ".";
            case "unfit" -> what + " must not go on a job. Take another one.";
            case "inspection-due-before-end" ->
                "The inspection of " + what + " falls due on " + facts.get("dueOn")
                        + ", before the job ends. Take another one.";
            case "reserved-for-another-event" ->
                what + " is kept" + forEvent(facts.get("event")) + ". Take another one.";
            case "not-on-list" -> it + " is not on the list. Add it, or put it back.";
            case "too-many" ->
                "The list wants " + facts.get("wanted") + ", and there is room for " + facts.get("room")
                        + ". Add it, or put it back.";
            case "contents-not-on-list" ->
                "In " + it + " is what the list does not want: " + facts.get("numbers") + ".";
            case "not-enough-stock" -> "Only " + facts.get("there") + " are there. Count again.";
            case "not-picked" -> it + " is not picked for this event.";
            case "not-out" -> it + " is not out.";
            case "unknown-location" -> "There is no such place any more. Scan another one.";
            case "wrong-place" -> it + " can not be moved from where it is.";
            case "case-not-open" -> "Open " + facts.get("caseNumber") + " first.";
            case "in-another-case" -> it + " is packed in " + facts.get("caseNumber") + ". Take it out first.";
            case "not-in-case" -> it + " is not in " + facts.get("caseNumber") + ".";
            case "not-packable" -> it + " can not be packed.";
            case "counted" -> it + " is counted" + counted(facts) + ".";
            case "uncounted" -> it + " is not counted any more" + counted(facts) + ".";
            case "loaded" -> it + " is on the transfer.";
            case "unloaded" -> it + " is off the transfer.";
            case "arrived" -> it + " has arrived" + counted(facts) + ".";
            case "not-arrived" -> it + " has not arrived" + counted(facts) + ".";
            case "unknown-sheet" -> "There is no such count or transfer any more. Choose another one.";
            case "sheet-closed" -> facts.get("sheet") + " takes no such scans in the state " + facts.get("state") + ".";
            case "place-outside" -> "This place does not belong to " + facts.get("sheet") + ". Scan another one.";
            case "which-place" -> it + " lies in several places: " + facts.get("places") + ". Scan the shelf first.";
            case "already-counted" -> it + " is counted already.";
            case "not-counted" -> it + " is not counted.";
            case "already-on-sheet" -> it + " is on " + facts.get("sheet") + " already.";
            case "not-on-sheet" -> it + " is not on " + facts.get("sheet") + ".";
            case "not-at-origin" -> it + " is not where " + facts.get("sheet") + " leaves. Move it there first.";
            case "not-undoable" -> "This can not be taken back any more.";
            case "overtaken" -> "Somebody changed it at the same moment. Scan it again.";
            default -> throw new IllegalStateException("no sentence for " + ruling.code());
        };
    }

    private static String forEvent(@Nullable Object event) {
        return event == null ? "" : " for " + event;
    }

    private static String counted(Map<String, Object> facts) {
        return facts.containsKey("expected") ? ": " + facts.get("found") + " of " + facts.get("expected") : "";
    }

    private static String sum(List<NeedNow> needs, boolean picked) {
        if (needs.size() != 1 || needs.getFirst().wanted() == 0) return "";
        var need = needs.getFirst();
        long n = picked ? need.picked() + need.out() : need.out();
        return ": " + n + " of " + need.wanted();
    }
}
