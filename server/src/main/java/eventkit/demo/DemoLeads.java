package eventkit.demo;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who asked over the years, what was said to clients about every deal, and what sales has to do this week. */
@Component
final class DemoLeads {
    private static final long SEED = 20_261_127;
    private static final String SELLER = "sales@demo.example";

    private record Deal(
            UUID id,
            String name,
            UUID client,
            String clientName,
            @Nullable UUID contact,
            @Nullable String contactName,
            String state,
            Instant begun,
            Instant since) {}

    private record Asked(
            String state,
            String source,
            String name,
            @Nullable String company,
            String email,
            String message,
            @Nullable String venue,
            int daysAgo,
            @Nullable String reason) {}

    private static final List<Asked> OPEN = List.of(
            new Asked(
                    "NEW",
                    "FORM",
                    "Marlene Koch",
                    "Stadtfest Altona e. V.",
                    "koch@stadtfest-altona.example",
                    "Für unser Stadtfest brauchen wir zwei Bühnen mit Ton und Licht, dazu Strom auf dem Platz. Können Sie uns ein Angebot machen?",
                    "Platz der Republik, Hamburg",
                    0,
                    null),
            new Asked(
                    "NEW",
                    "FORM",
                    "Tom Eriksen",
                    null,
                    "tom.eriksen@mail.example",
                    "We marry in August, 120 guests, a band with five people. Small system, some light on the trees.",
                    "Gut Wulfsdorf",
                    1,
                    null),
            new Asked(
                    "NEW",
                    "PHONE",
                    "Frau Sander",
                    "Hanseatische Volksbank",
                    "sander@hvb.example",
                    "General meeting with 400 people, four delegates' microphones, two screens.",
                    "Handelskammer",
                    2,
                    null),
            new Asked(
                    "QUALIFIED",
                    "REFERRAL",
                    "Yasmin Aydin",
                    "Kampnagel Sommer",
                    "aydin@kampnagel-sommer.example",
                    "Three weeks in August, moving lights for two halls; recommended by Nordlicht.",
                    "Kampnagel",
                    5,
                    null),
            new Asked(
                    "QUALIFIED",
                    "FAIR",
                    "Peter Lund",
                    "Lund & Partner",
                    "lund@lund-partner.example",
                    "Met at Prolight. Road show with six stops, needs a compact PA that two people set up.",
                    null,
                    9,
                    null),
            new Asked(
                    "DISCARDED",
                    "FORM",
                    "J. Smith",
                    "SEO Kings",
                    "js@seo-kings.example",
                    "We bring your web site to the first page.",
                    null,
                    12,
                    "Advertising."),
            new Asked(
                    "DISCARDED",
                    "EMAIL",
                    "Anne Behrens",
                    null,
                    "behrens@mail.example",
                    "Two loudspeakers for a birthday in Munich.",
                    "Munich",
                    20,
                    "Too small and too far; sent on to a colleague there."));

    private final JdbcTemplate jdbc;
    private final Dice dice = new Dice(SEED);

    DemoLeads(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void fill(Instant now) {
        var seller = jdbc.queryForObject("select id from identity.user_account where email = ?", UUID.class, SELLER);
        var deals = jdbc.query(
                """
                select d.id, d.name, d.client_id, c.name as client, k.id as contact_id, k.name as contact, d.state, d.created_at, d.stage_since
                  from crm.deal d
                  join clients.client c on c.id = d.client_id
                  left join lateral (select id, name from clients.contact k where k.client_id = c.id order by position limit 1) k on true
                 order by d.created_at, d.id
                """,
                (row, n) -> new Deal(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("client_id", UUID.class),
                        row.getString("client"),
                        row.getObject("contact_id", UUID.class),
                        row.getString("contact"),
                        row.getString("state"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("stage_since").toInstant()));
        int nth = 0;
        for (var deal : deals) {
            talk(deal, seller, now);
            if (++nth % 3 == 0) cameBy(deal, nth / 3, seller);
        }
        nth /= 3;
        for (var asked : OPEN.reversed()) insert(asked, ++nth, now);
        jdbc.update("update crm.numbering set next_lead = ?", nth + 1);
        jdbc.update(
                "update crm.lead_form set open = true, intro_en = ?, intro_de = ?, version = 2",
                "Tell us what you plan, when and where. We answer within two working days with an offer or with questions.",
                "Erzählen Sie uns, was Sie wann und wo vorhaben. Wir antworten innerhalb von zwei Werktagen mit einem Angebot oder mit Fragen.");
    }

    private void talk(Deal deal, @Nullable UUID seller, Instant now) {
        said(
                deal,
                "CALL",
                "First call",
                deal.contactName() == null ? null : deal.contactName() + " told us what they plan.",
                deal.begun(),
                null,
                seller);
        var between =
                deal.begun().plus(Duration.between(deal.begun(), deal.since()).dividedBy(2));
        if (dice.between(0, 2) > 0)
            said(
                    deal,
                    "EMAIL",
                    "Offer for " + deal.name(),
                    "Our offer, with the list of equipment and the dates.",
                    between,
                    null,
                    seller);
        if (dice.between(0, 3) == 0)
            said(deal, "MEETING", "Walked through the site", null, between.plus(Duration.ofHours(3)), null, seller);
        if (deal.state().equals("OPEN")) {
            var day = LocalDate.ofInstant(now, Days.ZONE).plusDays(dice.between(-2, 9));
            said(deal, "TASK", "Ask whether the offer fits", null, Days.office(Days.workday(day), dice), null, seller);
        } else {
            said(
                    deal,
                    "TASK",
                    "Ask for a decision",
                    null,
                    deal.since().minus(Duration.ofDays(1)),
                    deal.since(),
                    seller);
        }
    }

    private void said(
            Deal deal,
            String kind,
            String subject,
            @Nullable String text,
            Instant at,
            @Nullable Instant done,
            @Nullable UUID seller) {
        var made = at.isBefore(deal.begun()) ? at : deal.begun();
        jdbc.update(
                """
                insert into crm.activity (id, client_id, deal_id, contact_id, kind, subject, text, at, done_at, assignee_id, created_at, created_by_name, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'Noah Fischer', ?)
                """,
                dice.id(made),
                deal.client(),
                deal.id(),
                deal.contact(),
                kind,
                subject.length() > 200 ? subject.substring(0, 200) : subject,
                text,
                Timestamp.from(at),
                done == null ? null : Timestamp.from(done),
                kind.equals("TASK") ? seller : null,
                Timestamp.from(made),
                Timestamp.from(made));
    }

    /** What became a deal. */
    private void cameBy(Deal deal, int nth, @Nullable UUID seller) {
        var came = deal.begun().minus(Duration.ofHours(dice.between(20, 90)));
        var source = dice.pick(List.of("FORM", "FORM", "PHONE", "EMAIL", "REFERRAL"));
        jdbc.update(
                """
                insert into crm.lead (id, number, state, source, name, company, email, message, language, owner_id, client_id, deal_id, closed_at,
                                      created_at, created_by_name, changed_at, version)
                values (?, ?, 'CONVERTED', ?, ?, ?, ?, ?, 'en', ?, ?, ?, ?, ?, ?, ?, 2)
                """,
                dice.id(came),
                number(nth),
                source,
                deal.contactName() == null ? deal.clientName() : deal.contactName(),
                deal.clientName(),
                "office@client-" + nth + ".example",
                deal.name() + ": could you send us an offer?",
                seller,
                deal.client(),
                deal.id(),
                Timestamp.from(deal.begun()),
                Timestamp.from(came),
                "Noah Fischer",
                Timestamp.from(deal.begun()));
    }

    private void insert(Asked asked, int nth, Instant now) {
        var day = LocalDate.ofInstant(now, Days.ZONE).minusDays(asked.daysAgo());
        var came = asked.daysAgo() == 0 ? now.minus(Duration.ofMinutes(40)) : Days.office(day, dice);
        var closed = asked.reason() == null ? null : Timestamp.from(came.plus(Duration.ofHours(2)));
        var from = day.plusDays(dice.between(60, 200));
        jdbc.update(
                """
                insert into crm.lead (id, number, state, source, name, company, email, message, event_from, event_to, venue, language, discard_reason, closed_at,
                                      created_at, created_by_name, changed_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                dice.id(came),
                number(nth),
                asked.state(),
                asked.source(),
                asked.name(),
                asked.company(),
                asked.email(),
                asked.message(),
                from,
                from.plusDays(dice.between(0, 2)),
                asked.venue(),
                asked.message().startsWith("F") ? "de" : "en",
                asked.reason(),
                closed,
                Timestamp.from(came),
                asked.source().equals("FORM") ? asked.name() : "Noah Fischer",
                closed == null ? Timestamp.from(came) : closed,
                asked.state().equals("NEW") ? 1 : 2);
    }

    private static String number(int nth) {
        return String.format(Locale.ROOT, "L-%04d", nth);
    }
}
