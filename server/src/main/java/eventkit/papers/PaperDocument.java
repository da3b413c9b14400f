package eventkit.papers;

import eventkit.core.Money;
import eventkit.core.VatRate;
import eventkit.core.VatTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paper: what it says, not how it looks.
 *
 * @param language {@code en} or {@code de}; anything else is English
 * @param number its own, such as Q-2026-0042
 * @param date its own
 * @param subject what it is about
 * @param facts what stands beside the address, in this order
 * @param intro null: the design's own words for this kind
 * @param closing null: the design's own words for this kind
 * @param account what is open, of a reminder or statement
 * @param notes below the sums: why there is no VAT, terms
 * @param draft says across each page that it is none yet
 */
public record PaperDocument(
        PaperKind kind,
        String language,
        String number,
        LocalDate date,
        @Nullable String subject,
        Recipient recipient,
        List<Fact> facts,
        @Nullable String intro,
        @Nullable String closing,
        List<Group> groups,
        @Nullable Sums sums,
        @Nullable Account account,
        List<String> notes,
        @Nullable Payment payment,
        @Nullable Acceptance acceptance,
        boolean draft) {

    public PaperDocument {
        facts = List.copyOf(facts);
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
    }

    /** @param lines below the name, as on a letter */
    public record Recipient(String name, List<String> lines) {
        public Recipient {
            lines = List.copyOf(lines);
        }
    }

    /** What a fact is; its word is the paper's. */
    public enum Topic {
        EVENT,
        VENUE,
        PERIOD,
        VALID_UNTIL,
        DUE,
        VERSION,
        CLIENT_NUMBER,
        CLIENT_VAT_NUMBER,
        REFERENCE,
        ORDER,
        QUOTE,
        INVOICE,
        CONTACT,
        PHONE,
        EMAIL
    }

    /** A text, a day, or days from one to another with both of them. */
    public record Fact(
            Topic topic,
            @Nullable String text,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public static Fact of(Topic topic, String text) {
            return new Fact(topic, text, null, null);
        }

        public static Fact of(Topic topic, LocalDate day) {
            return new Fact(topic, null, day, null);
        }

        public static Fact of(Topic topic, LocalDate from, LocalDate to) {
            return new Fact(topic, null, from, from.equals(to) ? null : to);
        }
    }

    /** @param title null: lines without a heading; @param subtotal null: none is shown */
    public record Group(
            @Nullable String title,
            List<Line> lines,
            @Nullable Money subtotal) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /** How a line counts. */
    public enum Mark {
        /** In the sum. */
        NORMAL,
        /** May be ordered with it; not in the sum. */
        OPTIONAL,
        /** May be ordered instead; not in the sum. */
        ALTERNATIVE,
        /** What another line consists of; has no price of its own. */
        PART,
        /** Words between the lines. */
        TEXT
    }

    /**
     * @param unit as people read it
     * @param factor by which days are charged
     * @param price of one, before factor and discount
     * @param net null: words only, or part of another line
     */
    public record Line(
            @Nullable String position,
            String name,
            @Nullable String description,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable BigDecimal factor,
            @Nullable BigDecimal price,
            @Nullable BigDecimal discountPercent,
            @Nullable Money net,
            @Nullable VatRate rate,
            Mark mark) {}

    /** An amount with its own words; taken off where it is negative. */
    public record Extra(String label, Money amount) {}

    /** What was paid before, with tax. */
    public record Deposit(String number, LocalDate date, Money gross) {}

    /**
     * @param before the lines' sum, where something of the whole comes between it and the net amount
     * @param extras discounts and charges of the whole
     * @param deposits taken off the gross amount
     */
    public record Sums(@Nullable Money before, List<Extra> extras, VatTotals totals, List<Deposit> deposits) {
        public Sums {
            extras = List.copyOf(extras);
            deposits = List.copyOf(deposits);
        }

        Money due() {
            return totals.due(deposits.stream()
                    .map(Deposit::gross)
                    .reduce(Money.zero(totals.gross().currency()), Money::plus));
        }
    }

    /**
     * @param extras fees and interest of a reminder
     * @param due all of it
     */
    public record Account(List<Item> items, List<Extra> extras, Money due) {
        public Account {
            items = List.copyOf(items);
            extras = List.copyOf(extras);
        }
    }

    /** @param overdueDays null: not due yet */
    public record Item(
            String number,
            LocalDate date,
            @Nullable LocalDate dueOn,
            Money amount,
            Money open,
            @Nullable Integer overdueDays) {}

    /** Where to pay. In euros it is also a code that banking apps read. */
    public record Payment(
            String holder,
            String iban,
            @Nullable String bic,
            @Nullable String bank,
            String reference,
            Money amount) {}

    /** How a quote is accepted: on its page, and with ink. @param link null: with ink only */
    public record Acceptance(@Nullable String link) {}
}
