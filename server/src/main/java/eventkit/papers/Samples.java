package eventkit.papers;

import eventkit.core.Money;
import eventkit.core.VatRate;
import eventkit.core.VatTotals;
import eventkit.papers.PaperDocument.Acceptance;
import eventkit.papers.PaperDocument.Account;
import eventkit.papers.PaperDocument.Deposit;
import eventkit.papers.PaperDocument.Extra;
import eventkit.papers.PaperDocument.Fact;
import eventkit.papers.PaperDocument.Group;
import eventkit.papers.PaperDocument.Item;
import eventkit.papers.PaperDocument.Line;
import eventkit.papers.PaperDocument.Mark;
import eventkit.papers.PaperDocument.Payment;
import eventkit.papers.PaperDocument.Recipient;
import eventkit.papers.PaperDocument.Sums;
import eventkit.papers.PaperDocument.Topic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Papers as they might be, to look at a design by. */
final class Samples {
    private static final VatRate STANDARD = VatRate.standard("19");
    private static final VatRate REDUCED = VatRate.standard("7");
    private static final LocalDate DAY = LocalDate.of(2027, 5, 10);

    private final boolean german;
    private final Currency currency;
    private final String company;

    private Samples(String language, String currency, String company) {
        this.german = language.equals("de");
        this.currency = Currency.getInstance(currency);
        this.company = company;
    }

    static PaperDocument of(PaperKind kind, String language, String currency, String company) {
        return new Samples(language, currency, company).document(kind);
    }

    private PaperDocument document(PaperKind kind) {
        return switch (kind) {
            case QUOTE ->
                paper(
                        kind,
                        "Q-2027-0042",
                        goods(true),
                        List.of(),
                        null,
                        new Acceptance("https://kit.example.com/q/7F3K-92QD"));
            case INVOICE ->
                paper(
                        kind,
                        "R-2027-0117",
                        goods(false),
                        List.of(new Deposit("R-2027-0098", LocalDate.of(2027, 4, 2), money(150_000))),
                        null,
                        null);
            case DEPOSIT_INVOICE ->
                paper(
                        kind,
                        "R-2027-0098",
                        List.of(new Group(
                                null,
                                List.of(line(
                                        "1",
                                        say("Deposit of 30 % for your event", "Anzahlung 30 % für Ihre Veranstaltung"),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        126_050,
                                        STANDARD,
                                        Mark.NORMAL)),
                                null)),
                        List.of(),
                        null,
                        null);
            case CREDIT_NOTE ->
                paper(
                        kind,
                        "G-2027-0009",
                        List.of(new Group(
                                null,
                                List.of(line(
                                        "1",
                                        say("Moving head, not needed", "Moving Head, nicht benötigt"),
                                        null,
                                        "2",
                                        null,
                                        "1.8",
                                        "65",
                                        null,
                                        23_400,
                                        STANDARD,
                                        Mark.NORMAL)),
                                null)),
                        List.of(),
                        null,
                        null);
            case REMINDER, STATEMENT ->
                paper(
                        kind,
                        kind == PaperKind.REMINDER ? "M-2027-0003" : "K-1042",
                        List.of(),
                        List.of(),
                        account(kind),
                        null);
        };
    }

    private PaperDocument paper(
            PaperKind kind,
            String number,
            List<Group> groups,
            List<Deposit> deposits,
            @Nullable Account account,
            @Nullable Acceptance acceptance) {
        var sums = account == null ? sums(groups, deposits, kind == PaperKind.QUOTE) : null;
        boolean paid = kind != PaperKind.QUOTE && kind != PaperKind.CREDIT_NOTE && kind != PaperKind.STATEMENT;
        var due = sums != null ? sums.due() : account == null ? money(0) : account.due();
        return new PaperDocument(
                kind,
                german ? "de" : "en",
                number,
                DAY,
                account != null ? null : say("Summer Stage 2027", "Sommerbühne 2027"),
                new Recipient(
                        say("Riverside Arts Foundation", "Kulturstiftung am Fluss"),
                        List.of(
                                say("Ms Jo Walker", "Frau Johanna Weber"),
                                say("14 Quay Street", "Uferstraße 14"),
                                say("Bristol BS1 6XN", "28195 Bremen"))),
                facts(kind),
                null,
                null,
                groups,
                sums,
                account,
                List.of(),
                paid ? new Payment(company, "DE02120300000000202051", "BYLADEM1001", null, number, due) : null,
                acceptance,
                false);
    }

    private List<Fact> facts(PaperKind kind) {
        var facts = new ArrayList<Fact>();
        if (kind == PaperKind.QUOTE) facts.add(Fact.of(Topic.VALID_UNTIL, DAY.plusDays(14)));
        if (kind == PaperKind.INVOICE || kind == PaperKind.DEPOSIT_INVOICE || kind == PaperKind.REMINDER)
            facts.add(Fact.of(Topic.DUE, DAY.plusDays(14)));
        if (kind == PaperKind.CREDIT_NOTE) facts.add(Fact.of(Topic.INVOICE, "R-2027-0117"));
        facts.add(Fact.of(Topic.CLIENT_NUMBER, "1042"));
        if (kind == PaperKind.REMINDER || kind == PaperKind.STATEMENT) return facts;
        facts.add(Fact.of(Topic.PERIOD, LocalDate.of(2027, 6, 11), LocalDate.of(2027, 6, 13)));
        facts.add(Fact.of(Topic.VENUE, say("Harbour Park", "Hafenpark")));
        facts.add(Fact.of(Topic.CONTACT, "Ana Ruiz"));
        return facts;
    }

    private List<Group> goods(boolean choices) {
        var sound = new ArrayList<>(List.of(
                line(
                        "1.1",
                        say("Line array, 12 elements", "Line-Array, 12 Elemente"),
                        say(
                                "Flown left and right, with amplifiers and motors",
                                "Links und rechts geflogen, mit Endstufen und Motoren"),
                        "1",
                        null,
                        "1.8",
                        "890",
                        null,
                        160_200,
                        STANDARD,
                        Mark.NORMAL),
                line(
                        "1.2",
                        say("Digital mixing console", "Digitalmischpult"),
                        null,
                        "2",
                        null,
                        "1.8",
                        "245",
                        "10",
                        79_380,
                        STANDARD,
                        Mark.NORMAL),
                line(
                        null,
                        say("Stage box 48/24", "Stagebox 48/24"),
                        null,
                        "2",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Mark.PART),
                line(
                        "1.3",
                        say("Wireless microphone", "Funkmikrofon"),
                        null,
                        "8",
                        null,
                        "1.8",
                        "38.50",
                        null,
                        55_440,
                        STANDARD,
                        Mark.NORMAL)));
        if (choices)
            sound.add(line(
                    "1.4",
                    say("In-ear monitoring, 4 ways", "In-Ear-Monitoring, 4 Wege"),
                    null,
                    "1",
                    null,
                    "1.8",
                    "160",
                    null,
                    28_800,
                    STANDARD,
                    Mark.OPTIONAL));
        return List.of(
                new Group(say("Sound", "Ton"), sound, money(295_020)),
                new Group(
                        say("Light", "Licht"),
                        List.of(
                                line(
                                        "2.1",
                                        say("Moving head, profile", "Moving Head, Profil"),
                                        null,
                                        "12",
                                        null,
                                        "1.8",
                                        "65",
                                        null,
                                        140_400,
                                        STANDARD,
                                        Mark.NORMAL),
                                line(
                                        "2.2",
                                        say("Lighting desk with operator's screen", "Lichtpult mit Bedienmonitor"),
                                        null,
                                        "1",
                                        null,
                                        "1.8",
                                        "190",
                                        null,
                                        34_200,
                                        STANDARD,
                                        Mark.NORMAL)),
                        money(174_600)),
                new Group(
                        say("Crew and transport", "Personal und Transport"),
                        List.of(
                                line(
                                        "3.1",
                                        say("Sound engineer", "Tontechniker"),
                                        null,
                                        "3",
                                        say("days", "Tage"),
                                        null,
                                        "420",
                                        null,
                                        126_000,
                                        STANDARD,
                                        Mark.NORMAL),
                                line(
                                        "3.2",
                                        say("Lorry 7.5 t, there and back", "Lkw 7,5 t, Hin- und Rückfahrt"),
                                        null,
                                        "180",
                                        "km",
                                        null,
                                        "1.295",
                                        null,
                                        23_310,
                                        STANDARD,
                                        Mark.NORMAL),
                                line(
                                        "3.3",
                                        say("Catering for the crew", "Verpflegung der Crew"),
                                        null,
                                        "9",
                                        null,
                                        null,
                                        "18.50",
                                        null,
                                        16_650,
                                        REDUCED,
                                        Mark.NORMAL)),
                        money(165_960)));
    }

    private Sums sums(List<Group> groups, List<Deposit> deposits, boolean discount) {
        var nets = new ArrayList<VatTotals.Line>();
        var before = money(0);
        for (var group : groups)
            for (var line : group.lines()) {
                var net = line.net();
                var rate = line.rate();
                if (net == null || rate == null || line.mark() != Mark.NORMAL) continue;
                nets.add(new VatTotals.Line(rate, net));
                before = before.plus(net);
            }
        var extras = new ArrayList<Extra>();
        if (discount) {
            var off = before.times(new BigDecimal("-0.05"), RoundingMode.HALF_UP);
            nets.add(new VatTotals.Line(STANDARD, off));
            extras.add(new Extra(say("Discount 5 %", "Nachlass 5 %"), off));
        }
        return new Sums(discount ? before : null, extras, VatTotals.of(currency, nets), deposits);
    }

    private Account account(PaperKind kind) {
        boolean reminder = kind == PaperKind.REMINDER;
        var items = new ArrayList<>(List.of(
                new Item(
                        "R-2027-0061",
                        LocalDate.of(2027, 3, 2),
                        LocalDate.of(2027, 3, 16),
                        money(238_000),
                        money(138_000),
                        55),
                new Item(
                        "R-2027-0088",
                        LocalDate.of(2027, 4, 1),
                        LocalDate.of(2027, 4, 15),
                        money(59_500),
                        money(59_500),
                        25)));
        if (!reminder) items.add(new Item("R-2027-0117", DAY, DAY.plusDays(14), money(446_250), money(446_250), null));
        var extras = reminder ? List.of(new Extra(say("Reminder fee", "Mahngebühr"), money(500))) : List.<Extra>of();
        return new Account(items, extras, money(reminder ? 198_000 : 643_750));
    }

    private Line line(
            @Nullable String position,
            String name,
            @Nullable String description,
            @Nullable String quantity,
            @Nullable String unit,
            @Nullable String factor,
            @Nullable String price,
            @Nullable String discount,
            @Nullable Integer net,
            @Nullable VatRate rate,
            Mark mark) {
        return new Line(
                position,
                name,
                description,
                number(quantity),
                unit,
                number(factor),
                number(price),
                number(discount),
                net == null ? null : money(net),
                rate,
                mark);
    }

    private static @Nullable BigDecimal number(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }

    private String say(String english, String inGerman) {
        return german ? inGerman : english;
    }
}
