package eventkit.quoting;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.VatRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Quotes: what was offered to whom, for how much. */
public interface Quotes {
    String KIND = "quote";

    /** Of one version. */
    int LINES_MAX = 2_000;

    /** Empty and null: not filtered by it. */
    record Filter(
            List<UUID> clients,
            List<UUID> deals,
            List<UUID> events,
            List<QuoteState> states,
            List<UUID> owners,
            boolean templates) {
        public static final Filter NONE = new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), false);
    }

    /** A quote as lists show it: with what its newest version comes to. */
    record Row(
            UUID id,
            @Nullable String number,
            String name,
            @Nullable Named client,
            @Nullable Named deal,
            @Nullable Named event,
            @Nullable Named owner,
            UUID versionId,
            int nth,
            QuoteState state,
            @Nullable LocalDate hireFrom,
            @Nullable LocalDate hireTo,
            @Nullable LocalDate validUntil,
            Money net,
            Money gross,
            @Nullable Money margin,
            @Nullable Instant sentAt,
            Instant changedAt,
            long version) {}

    /** A version as the list of versions shows it. */
    record VersionLine(
            UUID id,
            int nth,
            QuoteState state,
            Instant stateSince,
            Money net,
            Money gross,
            @Nullable Instant sentAt,
            @Nullable String sentByName) {}

    /**
     * Where a new quote comes from; with nothing but a client it is empty. What is given here goes before what the source says.
     *
     * @param dealId its client, contact, days and event
     * @param listId a pull list, whose lines are taken over; with its event
     * @param copyOf a quote or a template, of whose newest version the lines are taken over, priced anew
     * @param template whether it is to be a template itself
     */
    record Begin(
            @Nullable String name,
            @Nullable UUID clientId,
            @Nullable UUID dealId,
            @Nullable UUID listId,
            @Nullable UUID copyOf,
            @Nullable Boolean template) {
        public Begin {
            template = Boolean.TRUE.equals(template);
        }

        boolean ofTemplate() {
            return Boolean.TRUE.equals(template);
        }
    }

    /** All that may be changed of a quote while its newest version is a draft. Groups and lines are given all together. */
    record Details(
            String name,
            @Nullable UUID clientId,
            @Nullable UUID contactId,
            @Nullable UUID dealId,
            @Nullable UUID eventId,
            @Nullable UUID warehouseId,
            @Nullable UUID ownerId,
            @Nullable String notes,
            String currency,
            BigDecimal exchangeRate,
            String language,
            @Nullable LocalDate hireFrom,
            @Nullable LocalDate hireTo,
            int chargedDays,
            @Nullable LocalDate validUntil,
            @Nullable String intro,
            @Nullable String terms,
            @Nullable BigDecimal clientDiscountPercent,
            @Nullable BigDecimal discountPercent,
            @Nullable Money discount,
            @Nullable BigDecimal depositPercent,
            List<CancellationStep> cancellation,
            VatRate vat,
            List<Group> groups) {
        public Details {
            groups = groups == null ? List.of() : List.copyOf(groups);
            cancellation = CancellationStep.sorted(cancellation);
        }

        public static Details of(Quote q) {
            var v = q.current();
            return new Details(
                    q.name(),
                    id(q.client()),
                    id(q.contact()),
                    id(q.deal()),
                    id(q.event()),
                    id(q.warehouse()),
                    id(q.owner()),
                    q.notes(),
                    v.currency(),
                    v.exchangeRate(),
                    v.language(),
                    v.hireFrom(),
                    v.hireTo(),
                    v.chargedDays(),
                    v.validUntil(),
                    v.intro(),
                    v.terms(),
                    v.clientDiscountPercent(),
                    v.discount().percent(),
                    amount(v.discount(), v.currency()),
                    v.depositPercent(),
                    v.cancellation(),
                    v.vat(),
                    v.groups().stream().map(g -> Group.of(g, v.currency())).toList());
        }

        Details taxed(VatRate rate) {
            return with(name, notes, validUntil, intro, terms, rate);
        }

        Details stripped() {
            return with(
                    name == null ? "" : name.strip(),
                    QuoteForms.blankToNull(notes),
                    validUntil,
                    QuoteForms.blankToNull(intro),
                    QuoteForms.blankToNull(terms),
                    vat);
        }

        Details validUntil(LocalDate day) {
            return with(name, notes, day, intro, terms, vat);
        }

        Details saying(@Nullable String newIntro, @Nullable String newTerms) {
            return with(name, notes, validUntil, newIntro, newTerms, vat);
        }

        /** The same but for these. */
        private Details with(
                String newName,
                @Nullable String newNotes,
                @Nullable LocalDate newValidUntil,
                @Nullable String newIntro,
                @Nullable String newTerms,
                VatRate newVat) {
            return new Details(
                    newName,
                    clientId,
                    contactId,
                    dealId,
                    eventId,
                    warehouseId,
                    ownerId,
                    newNotes,
                    currency,
                    exchangeRate,
                    language,
                    hireFrom,
                    hireTo,
                    chargedDays,
                    newValidUntil,
                    newIntro,
                    newTerms,
                    clientDiscountPercent,
                    discountPercent,
                    discount,
                    depositPercent,
                    cancellation,
                    newVat,
                    groups);
        }

        private static @Nullable UUID id(@Nullable Named named) {
            return named == null ? null : named.id();
        }

        static @Nullable Money amount(Discount discount, String currency) {
            return discount.amountMinor() == null ? null : Money.of(discount.amountMinor(), currency);
        }
    }

    /** @param id null: a new one */
    record Group(
            @Nullable UUID id,
            String name,
            @Nullable BigDecimal discountPercent,
            @Nullable Money discount,
            List<Line> lines) {
        public Group {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }

        static Group of(QuoteGroup g, String currency) {
            return new Group(
                    g.id(),
                    g.name(),
                    g.discount().percent(),
                    Details.amount(g.discount(), currency),
                    g.lines().stream().map(Line::of).toList());
        }
    }

    /**
     * @param id null: a new one, or one made by the caller, so that an alternative can point to it
     * @param name null: that of the product or kit
     * @param quantity null for one
     * @param listPrice null: looked up once, and frozen then; given: entered. Of lines that stand already null leaves what was frozen
     * @param unit null: as the price that is found says, else the whole job
     * @param percentOf null: of the equipment
     * @param chosen null: whether it is neither optional nor an alternative
     * @param vat null: as the quote
     */
    record Line(
            @Nullable UUID id,
            LineKind kind,
            @Nullable UUID productId,
            @Nullable UUID kitId,
            @Nullable String name,
            @Nullable String note,
            @Nullable BigDecimal quantity,
            @Nullable Boolean byParts,
            @Nullable BigDecimal listPrice,
            @Nullable ChargeUnit unit,
            @Nullable BigDecimal discountPercent,
            @Nullable BigDecimal percent,
            @Nullable PercentOf percentOf,
            @Nullable Boolean optional,
            @Nullable UUID alternativeTo,
            @Nullable Boolean chosen,
            @Nullable VatRate vat,
            @Nullable BigDecimal unitCost) {

        Line renamed(UUID to, @Nullable UUID alternative) {
            return new Line(
                    to,
                    kind,
                    productId,
                    kitId,
                    name,
                    note,
                    quantity,
                    byParts,
                    listPrice,
                    unit,
                    discountPercent,
                    percent,
                    percentOf,
                    optional,
                    alternative,
                    chosen,
                    vat,
                    unitCost);
        }

        static Line of(QuoteLine l) {
            boolean entered = l.basis().source() == Basis.Source.ENTERED;
            return new Line(
                    l.id(),
                    l.kind(),
                    l.productId(),
                    l.kitId(),
                    l.name(),
                    l.note(),
                    l.quantity(),
                    l.byParts(),
                    entered ? l.basis().listPrice() : null,
                    l.basis().unit(),
                    l.discountPercent(),
                    l.percent(),
                    l.percentOf(),
                    l.optional(),
                    l.alternativeTo(),
                    l.chosen(),
                    l.ownVat() ? l.vat() : null,
                    l.unitCost());
        }
    }

    /** What a line costs now, and what it would cost were its price looked up today. */
    record Resync(UUID lineId, String name, Side before, Side now) {
        record Side(BigDecimal listPrice, BigDecimal factor, BigDecimal rate, Money amount) {}
    }

    /** @param lines those that are priced anew; null: all that differ */
    record Resyncing(@Nullable List<UUID> lines) {}

    /**
     * How a line stands against what is free in the quote's time.
     *
     * @param firm how many are free against what is confirmed, in the line's own units
     * @param worst against options, too
     * @param lacking of what is wanted; lines that share stock lack it together
     */
    record LineFree(UUID lineId, int wanted, int firm, int worst, int lacking) {}

    /** @param from null: the quote says no days, so nothing was asked */
    record Stock(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UUID warehouseId,
            List<LineFree> lines) {}

    /** What of a line or of the version as a whole differs; {@code field} is null where it came or went. */
    record Difference(
            @Nullable UUID lineId,
            @Nullable String line,
            Kind kind,
            @Nullable String field,
            @Nullable String before,
            @Nullable String now) {
        public enum Kind {
            ADDED,
            REMOVED,
            CHANGED
        }
    }

    record Diff(VersionLine before, VersionLine now, List<Difference> differences) {}

    record Refusing(String reason) {}

    /** Sorts: number, name, changedAt, net, validUntil. */
    @Needs(Permission.QUOTE_READ)
    Page<Row> list(Filter filter, ListQuery query);

    @Needs(Permission.QUOTE_READ)
    Quote get(UUID id);

    /** Any version, by its own id. */
    @Needs(Permission.QUOTE_READ)
    QuoteVersion version(UUID versionId);

    /** What it comes to with these options and alternatives chosen, and no others; stores nothing. Throws {@link eventkit.core.Invalid}. */
    @Needs(Permission.QUOTE_READ)
    QuoteVersion choose(UUID versionId, Set<UUID> chosen);

    @Needs(Permission.QUOTE_READ)
    Diff diff(UUID id, int from, int to);

    /** Live: what is free now. */
    @Needs(Permission.QUOTE_READ)
    Stock stock(UUID id);

    @Needs(Permission.QUOTE_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);

    @Needs(Permission.QUOTE_EDIT)
    Quote create(Begin begin);

    /** Throws {@link QuoteNotDraft}. */
    @Needs(Permission.QUOTE_EDIT)
    Quote change(UUID id, Details details, IfMatch ifMatch);

    /** The draft is gone; the quote with it where there is no other version. Throws {@link QuoteNotDraft}. */
    @Needs(Permission.QUOTE_EDIT)
    void remove(UUID id, IfMatch ifMatch);

    /** What would differ, were all prices looked up today; changes nothing. */
    @Needs(Permission.QUOTE_READ)
    List<Resync> resync(UUID id);

    /** Throws {@link QuoteNotDraft}. */
    @Needs(Permission.QUOTE_EDIT)
    Quote resync(UUID id, Resyncing which, IfMatch ifMatch);

    /** Sent where nobody has to approve the discount, else it waits for that. Throws {@link IllegalQuoteMove}, {@link QuoteNotReady}. */
    @Needs(Permission.QUOTE_EDIT)
    Quote send(UUID id, IfMatch ifMatch);

    /** And sent. Throws {@link IllegalQuoteMove}, {@link QuoteNotReady}. */
    @Needs(Permission.QUOTE_APPROVE)
    Quote approve(UUID id, IfMatch ifMatch);

    /** It is a draft again, with what was said. Throws {@link IllegalQuoteMove}. */
    @Needs(Permission.QUOTE_APPROVE)
    Quote refuse(UUID id, Refusing refusing, IfMatch ifMatch);

    /** Who asked for approval thinks again. Throws {@link IllegalQuoteMove}. */
    @Needs(Permission.QUOTE_EDIT)
    Quote withdraw(UUID id, IfMatch ifMatch);

    /** A draft with the same lines and prices; the one that was sent stands until this one is sent. Throws {@link IllegalQuoteMove}. */
    @Needs(Permission.QUOTE_EDIT)
    Quote revise(UUID id, IfMatch ifMatch);

    /** The client opened it. Nothing happens where it did before, or has answered. */
    @Needs(Permission.QUOTE_EDIT)
    void viewed(UUID versionId);

    /**
     * The client said yes to this version with these options. Nothing happens where it said so before with the same. Throws {@link IllegalQuoteMove},
     * {@link eventkit.core.Invalid}.
     */
    @Needs(Permission.QUOTE_EDIT)
    QuoteVersion accept(UUID versionId, Set<UUID> chosen);

    /** The event that came of a yes; one that the quote names already stays. */
    @Needs(Permission.QUOTE_EDIT)
    void cameTrue(UUID id, UUID eventId);

    /** Throws {@link IllegalQuoteMove}. */
    @Needs(Permission.QUOTE_EDIT)
    QuoteVersion decline(UUID versionId, Refusing refusing);
}
