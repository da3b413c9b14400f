package eventkit.cases;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.Subject;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives cases their numbers. */
@Component
class CaseNumbers {
    /** There is one numbering, so it needs no id of its own. */
    private static final UUID ONLY = new UUID(0, 0);

    private final FlightCases cases;
    private final Audit audit;

    CaseNumbers(FlightCases cases, Audit audit) {
        this.cases = cases;
        this.audit = audit;
    }

    /** The next number that no case has and no alias; two callers at once get different ones. */
    String next() {
        var n = cases.lockNumbering();
        long next = n.next();
        while (cases.taken(format(n, next))) next++;
        cases.setNumbering(new Cases.Numbering(n.prefix(), n.width(), next + 1, n.version()));
        return format(n, next);
    }

    Cases.Numbering change(Cases.NumberingChange change, IfMatch ifMatch) {
        var before = cases.lockNumbering();
        ifMatch.require(before.version(), audit, "case-numbering", ONLY);
        new Check()
                .that(change.prefix() != null, "prefix", "required", "Fill this in; it may be empty.")
                .line(change.prefix(), "prefix", 20)
                .required(change.width(), "width")
                .between(change.width(), "width", 1, 10)
                .required(change.next(), "next")
                .between(change.next(), "next", 1, 1_000_000_000_000L)
                .orThrow();
        var after = new Cases.Numbering(change.prefix().strip(), change.width(), change.next(), before.version() + 1);
        cases.setNumbering(after);
        audit.changed(new Subject("case-numbering", ONLY, "Numbers of cases"), after.version(), before, after);
        return after;
    }

    static String format(Cases.Numbering n, long running) {
        var digits = Long.toString(running);
        return n.prefix() + "0".repeat(Math.max(0, n.width() - digits.length())) + digits;
    }
}
