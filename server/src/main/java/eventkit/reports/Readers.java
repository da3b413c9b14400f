package eventkit.reports;

import eventkit.core.Permission;
import eventkit.identity.People;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see which report now, by their roles. */
@Component
class Readers {
    private final People people;

    Readers(People people) {
        this.people = people;
    }

    /** Active people only. @param report null: any */
    Set<UUID> of(@Nullable ReportKind report) {
        var all = new HashSet<>(people.whoMay(Permission.REPORT_READ));
        if (report != null)
            for (var permission : report.permissions()) all.retainAll(new HashSet<>(people.whoMay(permission)));
        return all;
    }

    /** Sending it is taking it out. */
    Set<UUID> senders(ReportKind report) {
        var all = of(report);
        all.retainAll(new HashSet<>(people.whoMay(Permission.EXPORT)));
        return all;
    }
}
