package eventkit.quoting;

import eventkit.core.Callers;
import eventkit.core.Ids;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import eventkit.planning.PullLine;
import eventkit.planning.PullLines;
import eventkit.planning.PullLists;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a new quote begins with: from a deal, a pull list, another quote, or from nothing. */
@Component
class QuoteSources {
    private static final int PAGE = 500;
    private final QuoteRows rows;
    private final PriceRows prices;
    private final QuoteVat vat;
    private final PullLists lists;
    private final PullLines lines;
    private final CompanyProfile companies;
    private final Ids ids;
    private final Clock clock;

    QuoteSources(
            QuoteRows rows,
            PriceRows prices,
            QuoteVat vat,
            PullLists lists,
            PullLines lines,
            CompanyProfile companies,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.prices = prices;
        this.vat = vat;
        this.lists = lists;
        this.lines = lines;
        this.companies = companies;
        this.ids = ids;
        this.clock = clock;
    }

    /** For whom, what and when, as far as the source says. */
    private record Job(
            @Nullable String name,
            @Nullable UUID client,
            @Nullable UUID contact,
            @Nullable UUID deal,
            @Nullable UUID event,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    Quotes.Details details(Quotes.Begin begin) {
        var copyOf = begin.copyOf();
        var copied = copyOf == null ? null : rows.find(copyOf).orElseThrow(() -> new NotFound(Quotes.KIND, copyOf));
        var job = job(begin, copied);
        var client = rows.client(job.client());
        var settings = prices.settings();
        var home = companies.find().map(Company::currency).orElse("EUR");
        boolean sameClient = copied != null
                && copied.client() != null
                && copied.client().id().equals(job.client());
        var currency = copied != null && (sameClient || client.currency() == null)
                ? copied.current().currency()
                : client.currency() == null ? home : client.currency();
        if (job.client() == null && !begin.ofTemplate())
            throw new Invalid("clientId", "required", "Say for whom the quote is.");
        var language = client.language().startsWith("de") || client.language().startsWith("en")
                ? client.language().substring(0, 2)
                : companies
                        .find()
                        .map(c -> c.locale().startsWith("de") ? "de" : "en")
                        .orElse("en");
        var today = LocalDate.ofInstant(clock.instant(), zone());
        var v = copied == null ? null : copied.current();
        var details = new Quotes.Details(
                Objects.requireNonNullElse(job.name(), "Quote"),
                job.client(),
                job.contact(),
                job.deal(),
                job.event(),
                null,
                Callers.current().userId(),
                null,
                currency,
                v != null && v.currency().equals(currency) ? v.exchangeRate() : BigDecimal.ONE,
                language,
                job.from(),
                job.to(),
                days(job.from(), job.to(), v),
                begin.ofTemplate() ? null : today.plusDays(settings.validityDays()),
                v != null ? v.intro() : settings.intro(language),
                v != null ? v.terms() : settings.terms(language),
                prices.discountOf(currency, client.tags(), job.from()),
                v == null ? null : v.discount().percent(),
                v == null || !v.currency().equals(currency) ? null : Quotes.Details.amount(v.discount(), currency),
                v != null ? v.depositPercent() : settings.depositPercent(),
                v != null ? v.cancellation() : settings.cancellation(),
                copied == null
                        ? vat.of(client, settings.vat())
                        : sameClient ? copied.current().vat() : vat.copied(client, copied),
                begin.listId() != null
                        ? ofPullList(begin.listId())
                        : v != null
                                ? copied(v, currency)
                                : List.of(new Quotes.Group(ids.next(), "", null, null, List.of())));
        return v == null ? details : settings.follow(v.language(), details);
    }

    private static int days(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable QuoteVersion copied) {
        if (from != null && to != null) return (int) Math.clamp(ChronoUnit.DAYS.between(from, to) + 1, 1, 3_660);
        return copied == null ? 1 : copied.chargedDays();
    }

    private ZoneId zone() {
        return companies.zone();
    }

    private Job job(Quotes.Begin begin, @Nullable Quote copied) {
        var dealId = begin.dealId();
        var deal = dealId == null ? null : rows.deal(dealId).orElseThrow(() -> new NotFound("deal", dealId));
        var list = begin.listId() == null ? null : lists.get(begin.listId());
        var event = rows.event(list != null ? list.eventId() : deal != null ? deal.getEventId() : null)
                .orElse(null);
        var client = begin.clientId() != null
                ? begin.clientId()
                : deal != null
                        ? deal.getClientId()
                        : event != null
                                ? event.getClientId()
                                : copied != null && copied.client() != null
                                        ? copied.client().id()
                                        : null;
        var ofClient = deal != null && deal.getClientId().equals(client) ? deal : null;
        var zone = event == null ? zone() : ZoneId.of(event.getTimeZone());
        var name = begin.name() != null && !begin.name().isBlank()
                ? begin.name().strip()
                : deal != null
                        ? deal.getName()
                        : event != null ? event.getName() : copied != null ? copied.name() : null;
        return new Job(
                name,
                client,
                ofClient == null ? null : ofClient.getContactId(),
                ofClient == null ? null : dealId,
                event == null ? null : event.getId(),
                event != null
                        ? LocalDate.ofInstant(event.getFromAt(), zone)
                        : deal != null ? deal.getEventFrom() : null,
                event != null
                        ? LocalDate.ofInstant(event.getToAt().minusSeconds(1), zone)
                        : deal == null ? null : deal.getEventTo() != null ? deal.getEventTo() : deal.getEventFrom());
    }

    /** Group by group. What no register knows becomes a line of words; a unit price that differs from the hire price was agreed and stays. */
    private List<Quotes.Group> ofPullList(UUID listId) {
        var list = lists.get(listId);
        var groups = new LinkedHashMap<@Nullable UUID, List<Quotes.Line>>();
        var names = new HashMap<@Nullable UUID, String>();
        names.put(null, "");
        groups.put(null, new ArrayList<>());
        list.groups().forEach(g -> {
            names.put(g.id(), g.name());
            groups.put(g.id(), new ArrayList<>());
        });
        var all = new ArrayList<PullLine>();
        String cursor = null;
        do {
            var page = lines.list(listId, new ListQuery(null, null, PAGE, cursor, 0));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null && all.size() <= Quotes.LINES_MAX);
        var products = prices.products(
                all.stream().map(PullLine::productId).filter(Objects::nonNull).toList());
        var kits = prices.kits(
                all.stream().map(PullLine::kitId).filter(Objects::nonNull).toList());
        for (var line : all) {
            var group = groups.computeIfAbsent(line.groupId(), id -> new ArrayList<>());
            group.add(ofPullLine(line, products, kits));
        }
        return groups.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty() || groups.size() == 1)
                .map(e -> new Quotes.Group(ids.next(), names.getOrDefault(e.getKey(), ""), null, null, e.getValue()))
                .toList();
    }

    private static Quotes.Line ofPullLine(
            PullLine l, Map<UUID, PriceBook.Thing> products, Map<UUID, PriceBook.Thing> kits) {
        var thing =
                l.productId() != null ? products.get(l.productId()) : l.kitId() != null ? kits.get(l.kitId()) : null;
        var kind = switch (l.kind()) {
            case PRODUCT -> thing != null && thing.consumed() ? LineKind.CONSUMABLE : LineKind.PRODUCT;
            case KIT -> LineKind.KIT;
            case CASE, ASSET, TEXT -> LineKind.TEXT;
        };
        boolean agreed =
                l.unitPrice() != null && (thing == null || !l.unitPrice().equals(thing.hirePrice()));
        return new Quotes.Line(
                null,
                kind,
                kind == LineKind.TEXT ? null : l.productId(),
                kind == LineKind.TEXT ? null : l.kitId(),
                kind == LineKind.TEXT ? l.name() : null,
                null,
                BigDecimal.valueOf(l.quantity()),
                false,
                agreed && l.unitPrice() != null ? Discount.major(l.unitPrice()) : null,
                kind == LineKind.TEXT ? ChargeUnit.DAY : null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    /** The same lines with ids of their own; entered prices go along in the same currency. */
    private List<Quotes.Group> copied(QuoteVersion v, String currency) {
        var renamed = new HashMap<UUID, UUID>();
        v.lines().forEach(line -> renamed.put(line.id(), ids.next()));
        boolean same = v.currency().equals(currency);
        return v.groups().stream()
                .map(g -> new Quotes.Group(
                        ids.next(),
                        g.name(),
                        g.discount().percent(),
                        same ? Quotes.Details.amount(g.discount(), currency) : null,
                        g.lines().stream()
                                .map(Quotes.Line::of)
                                .map(l -> l.renamed(
                                        Objects.requireNonNull(renamed.get(l.id())),
                                        l.alternativeTo() == null ? null : renamed.get(l.alternativeTo())))
                                .toList()))
                .toList();
    }
}
