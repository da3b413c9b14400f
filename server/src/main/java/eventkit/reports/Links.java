package eventkit.reports;

import eventkit.core.Callers;
import eventkit.core.Permission;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where in the app stands what a number is made of; null for whoever may not open it. */
final class Links {
    private static final String COST = "accountClass=COST&accountClass=EXCHANGE";
    private static final String REVENUE = "accountClass=REVENUE";

    private Links() {}

    static @Nullable String event(UUID id) {
        return may(Permission.EVENT_READ, "/events/" + id + "?tab=money");
    }

    static @Nullable String client(UUID id) {
        return may(Permission.CLIENT_READ, "/clients/" + id + "?tab=money");
    }

    static @Nullable String revenue(String of) {
        return ledger(REVENUE, of);
    }

    static @Nullable String cost(String of) {
        return ledger(COST, of);
    }

    static @Nullable String profit(String of) {
        return ledger(REVENUE + "&" + COST, of);
    }

    private static @Nullable String ledger(String classes, String of) {
        return may(Permission.LEDGER_READ, "/ledger?" + classes + of);
    }

    static String days(Days days) {
        return days.all() ? "" : "&from=" + days.from() + "&to=" + days.to();
    }

    static String all(String name, List<UUID> ids) {
        return ids.stream().map(id -> "&" + name + "=" + id).collect(Collectors.joining());
    }

    static @Nullable String may(Permission permission, String link) {
        return Callers.current().may(permission) ? link : null;
    }

    /** Another report, over these days. */
    static String report(ReportKind kind, By by, Days days, String more) {
        return "/reports/" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "?by=" + by
                + (days.all() ? "&span=ALL" : "&span=DAYS&from=" + days.from() + "&to=" + days.to()) + more;
    }
}
