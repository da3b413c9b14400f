package eventkit.reports;

import eventkit.core.Callers;
import eventkit.core.Permission;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where in the app stands what a number is made of; null for whoever may not open it. */
final class Links {
    private static final String COST = "accountClass=COST&accountClass=EXCHANGE";
    private static final String REVENUE = "accountClass=REVENUE";

    private static final String FIRM = Stream.of(
                    "CONFIRMED", "PREP", "LOAD_OUT", "ON_SITE", "LOAD_IN", "DE_PREP", "CLOSED")
            .map(phase -> "&phase=" + phase)
            .collect(Collectors.joining());

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

    /** @param of what the list of deals is narrowed down by */
    static @Nullable String deals(String of) {
        return may(Permission.DEAL_READ, "/deals?" + of);
    }

    static @Nullable String openInvoices(List<UUID> clients) {
        return may(Permission.INVOICE_READ, "/invoices?open=true" + all("client", clients));
    }

    /** Events that were confirmed or are over and begin on one of these days. */
    static @Nullable String begin(Asked asked, Days days) {
        return begin(asked, days, "");
    }

    /** @param month of any year, 1 is January */
    static @Nullable String begin(Asked asked, Days days, int month) {
        return begin(asked, days, "&beginsIn=" + month);
    }

    private static @Nullable String begin(Asked asked, Days days, String more) {
        return may(
                Permission.EVENT_READ,
                "/events?beginsFrom=" + days.from() + "&beginsTo=" + days.to() + more + FIRM
                        + all("client", asked.clients())
                        + all("type", asked.eventTypes())
                        + all("warehouse", asked.warehouses()));
    }

    /** Lines of the ledger that were posted on these days, of the events or the clients that were asked for. */
    static String posted(Asked asked, Days days) {
        return days(days)
                + (asked.byEvents()
                        ? all("eventClient", asked.clients()) + kinds(asked)
                        : all("client", asked.clients()));
    }

    /** What was posted of one client. */
    static String posted(Asked asked, Days days, UUID client) {
        return "&client=" + client + days(days)
                + (asked.byEvents() ? all("eventClient", asked.clients()) + kinds(asked) : "");
    }

    /** Lines of the ledger of the events that were asked for, by their last days. */
    static String ofEvents(Asked asked) {
        return "&eventFrom=" + asked.days().from() + "&eventTo=" + asked.days().to()
                + all("eventClient", asked.clients()) + kinds(asked);
    }

    private static String kinds(Asked asked) {
        return all("eventType", asked.eventTypes()) + all("warehouse", asked.warehouses());
    }

    /** As another report is narrowed down. */
    static String narrowed(Asked asked) {
        return all("client", asked.clients()) + kinds(asked);
    }

    static String instants(String from, String to, Asked asked, Days days) {
        return from + "=" + days.from().atStartOfDay(asked.zone()).toInstant() + "&" + to + "="
                + days.to().plusDays(1).atStartOfDay(asked.zone()).toInstant();
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
