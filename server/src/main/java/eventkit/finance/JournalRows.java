package eventkit.finance;

import static eventkit.finance.db.Tables.CLOSED_MONTH;
import static eventkit.finance.db.Tables.ENTRY;
import static eventkit.finance.db.Tables.EVENT_SEEN;
import static eventkit.finance.db.Tables.LINE;
import static eventkit.finance.db.Tables.LINE_ROW;
import static eventkit.finance.db.Tables.SETTINGS;

import eventkit.core.Columns;
import eventkit.core.Ids;
import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Money;
import eventkit.core.Page;
import eventkit.finance.db.tables.records.EntryRecord;
import eventkit.finance.db.tables.records.LineRowRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of the journal. */
@Component
class JournalRows {
    private static final Listing ENTRIES =
            Listing.by(ENTRY.ID, "-number").sort("number", ENTRY.NUMBER).sort("date", ENTRY.DATE);
    private static final Listing LINES =
            Listing.by(LINE_ROW.ID, "-date").sort("date", LINE_ROW.DATE).sort("own", LINE_ROW.OWN_MINOR);
    private static final int FETCH = 2_000;
    private final DSLContext db;
    private final Ids ids;

    JournalRows(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    UUID insert(Posting posting, Instant now, String by) {
        var id = ids.next();
        var words = posting.words();
        db.insertInto(ENTRY)
                .set(ENTRY.ID, id)
                .set(ENTRY.DATE, posting.date())
                .set(ENTRY.TEXT, posting.text())
                .set(ENTRY.WORDS, words == null ? null : words.kind().name())
                .set(ENTRY.WORDS_OF, words == null ? null : words.of())
                .set(ENTRY.WORDS_REASON, words == null ? null : words.reason())
                .set(ENTRY.SOURCE_KIND, posting.sourceKind())
                .set(ENTRY.SOURCE_ID, posting.sourceId())
                .set(ENTRY.REVERSES_ID, posting.reverses())
                .set(ENTRY.POSTED_AT, now)
                .set(ENTRY.POSTED_BY_NAME, by)
                .execute();
        var lines = posting.lines();
        db.execute(
                """
                insert into finance.line (id, entry_id, position, account_id, amount_minor, currency, own_minor, event_id, client_id, deal_id, text)
                select id, ?::uuid, position - 1, account_id, amount_minor, currency, own_minor, event_id, client_id, deal_id, text
                  from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::bigint[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[])
                       with ordinality as l (id, account_id, amount_minor, currency, own_minor, event_id, client_id, deal_id, text, position)
                """,
                id,
                Columns.column(lines, UUID.class, l -> ids.next()),
                Columns.column(lines, UUID.class, Posting.Line::account),
                Columns.column(lines, Long.class, Posting.Line::amount),
                Columns.column(lines, String.class, Posting.Line::currency),
                Columns.column(lines, Long.class, Posting.Line::own),
                Columns.column(lines, UUID.class, l -> l.about().event()),
                Columns.column(lines, UUID.class, l -> l.about().client()),
                Columns.column(lines, UUID.class, l -> l.about().deal()),
                Columns.column(lines, String.class, Posting.Line::text));
        return id;
    }

    /** The currency in which the books are kept; empty before the first entry. */
    Optional<Currency> currency() {
        return db.select(SETTINGS.CURRENCY)
                .from(SETTINGS)
                .fetchOptional(SETTINGS.CURRENCY)
                .map(Currency::getInstance);
    }

    /** The first entry fixes it. */
    Currency currency(Currency ofCompany) {
        var known = currency();
        if (known.isPresent()) return known.get();
        db.update(SETTINGS)
                .set(SETTINGS.CURRENCY, ofCompany.getCurrencyCode())
                .where(SETTINGS.CURRENCY.isNull())
                .execute();
        return currency().orElseThrow();
    }

    Optional<JournalEntry> find(UUID id, Currency own) {
        return entries(List.of(id), own).stream().findFirst();
    }

    /** What somebody posts to or reverses is looked at by one at a time. */
    void lock(UUID id) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "finance.entry:" + id);
    }

    Page<JournalEntry> list(Books.Filter filter, ListQuery query, Currency own) {
        var byId = new HashMap<UUID, JournalEntry>();
        return ENTRIES.page(
                db,
                query,
                ENTRY,
                entryCondition(filter, query.text()),
                found -> {
                    for (var entry : entries(found, own)) byId.put(entry.id(), entry);
                    return db.selectFrom(ENTRY).where(ENTRY.ID.in(found));
                },
                EntryRecord::getId,
                r -> Objects.requireNonNull(byId.get(r.getId())));
    }

    Page<LedgerLine> lines(Books.Filter filter, ListQuery query, Currency own) {
        return LINES.page(
                db,
                query,
                LINE_ROW,
                lineCondition(filter, query.text()),
                found -> db.selectFrom(LINE_ROW).where(LINE_ROW.ID.in(found)),
                LineRowRecord::getId,
                r -> line(r, own));
    }

    List<Books.Balance> balances(Books.Filter filter, Currency own) {
        var debit = DSL.sum(LINE_ROW.OWN_MINOR).filterWhere(LINE_ROW.OWN_MINOR.gt(0L));
        var credit = DSL.sum(LINE_ROW.OWN_MINOR).filterWhere(LINE_ROW.OWN_MINOR.lt(0L));
        return db.select(
                        LINE_ROW.ACCOUNT_ID,
                        LINE_ROW.ACCOUNT_CODE,
                        LINE_ROW.ACCOUNT_NAME,
                        LINE_ROW.CLASS,
                        LINE_ROW.PROFIT_GROUP,
                        debit,
                        credit,
                        DSL.count())
                .from(LINE_ROW)
                .where(lineCondition(filter, null))
                .groupBy(
                        LINE_ROW.ACCOUNT_ID,
                        LINE_ROW.ACCOUNT_CODE,
                        LINE_ROW.ACCOUNT_NAME,
                        LINE_ROW.CLASS,
                        LINE_ROW.PROFIT_GROUP)
                .orderBy(LINE_ROW.ACCOUNT_CODE)
                .fetch(r -> {
                    long in = r.get(debit) == null ? 0 : r.get(debit).longValueExact();
                    long out = r.get(credit) == null ? 0 : -r.get(credit).longValueExact();
                    return new Books.Balance(
                            r.value1(),
                            r.value2(),
                            r.value3(),
                            AccountClass.valueOf(r.value4()),
                            group(r.value5()),
                            new Money(in, own),
                            new Money(out, own),
                            new Money(in - out, own),
                            r.value8());
                });
    }

    private static Condition entryCondition(Books.Filter f, @Nullable String text) {
        var wanted = new ArrayList<Condition>();
        if (!f.sources().isEmpty()) wanted.add(ENTRY.SOURCE_KIND.in(f.sources()));
        if (f.sourceId() != null) wanted.add(ENTRY.SOURCE_ID.eq(f.sourceId()));
        if (f.from() != null) wanted.add(ENTRY.DATE.ge(f.from()));
        if (f.to() != null) wanted.add(ENTRY.DATE.le(f.to()));
        var lines = ofLines(f);
        if (!lines.isEmpty())
            wanted.add(
                    DSL.exists(DSL.selectOne().from(LINE_ROW).where(LINE_ROW.ENTRY_ID.eq(ENTRY.ID), DSL.and(lines))));
        wanted.add(says(text, ENTRY.WORDS, ENTRY.TEXT, ENTRY.NUMBER.cast(String.class)));
        return DSL.and(wanted);
    }

    private static Condition lineCondition(Books.Filter f, @Nullable String text) {
        var wanted = new ArrayList<>(ofLines(f));
        if (!f.sources().isEmpty()) wanted.add(LINE_ROW.SOURCE_KIND.in(f.sources()));
        if (f.sourceId() != null) wanted.add(LINE_ROW.SOURCE_ID.eq(f.sourceId()));
        if (f.from() != null) wanted.add(LINE_ROW.DATE.ge(f.from()));
        if (f.to() != null) wanted.add(LINE_ROW.DATE.le(f.to()));
        wanted.add(says(
                text,
                LINE_ROW.WORDS,
                LINE_ROW.TEXT,
                LINE_ROW.ACCOUNT_CODE,
                LINE_ROW.ACCOUNT_NAME,
                DSL.coalesce(LINE_ROW.CLIENT_NAME, "")));
        return DSL.and(wanted);
    }

    /** Each word stands in one of the fields, or in what a German reader sees in place of their English. */
    @SafeVarargs
    private static Condition says(@Nullable String text, Field<String> words, Field<String>... fields) {
        return Listing.words(
                text,
                word -> DSL.or(Arrays.stream(fields)
                                .map(field -> field.containsIgnoreCase(word))
                                .toList())
                        .or(words.in(
                                EntryWords.saying(word).stream().map(Enum::name).toList())));
    }

    private static List<Condition> ofLines(Books.Filter f) {
        var wanted = new ArrayList<Condition>();
        if (!f.accounts().isEmpty()) wanted.add(LINE_ROW.ACCOUNT_ID.in(f.accounts()));
        if (!f.classes().isEmpty())
            wanted.add(LINE_ROW.CLASS.in(f.classes().stream().map(Enum::name).toList()));
        if (!f.groups().isEmpty())
            wanted.add(
                    LINE_ROW.PROFIT_GROUP.in(f.groups().stream().map(Enum::name).toList()));
        if (!f.events().isEmpty()) wanted.add(LINE_ROW.EVENT_ID.in(f.events()));
        if (!f.clients().isEmpty()) wanted.add(LINE_ROW.CLIENT_ID.in(f.clients()));
        if (!f.deals().isEmpty()) wanted.add(LINE_ROW.DEAL_ID.in(f.deals()));
        if (f.of() != null) wanted.add(LINE_ROW.EVENT_ID.in(events(f.of())));
        return wanted;
    }

    private static Select<Record1<UUID>> events(Books.OfEvents of) {
        var wanted = new ArrayList<Condition>();
        if (!of.types().isEmpty()) wanted.add(EVENT_SEEN.TYPE_ID.in(of.types()));
        if (!of.warehouses().isEmpty()) wanted.add(EVENT_SEEN.WAREHOUSE_ID.in(of.warehouses()));
        if (!of.clients().isEmpty()) wanted.add(EVENT_SEEN.CLIENT_ID.in(of.clients()));
        if (of.lastFrom() != null) wanted.add(EVENT_SEEN.LAST_DAY.ge(of.lastFrom()));
        if (of.lastTo() != null) wanted.add(EVENT_SEEN.LAST_DAY.le(of.lastTo()));
        return DSL.select(EVENT_SEEN.ID).from(EVENT_SEEN).where(wanted);
    }

    List<JournalEntry> entries(Collection<UUID> wanted, Currency own) {
        var lines = new LinkedHashMap<UUID, List<JournalEntry.Line>>();
        db.selectFrom(LINE_ROW)
                .where(LINE_ROW.ENTRY_ID.in(wanted))
                .orderBy(LINE_ROW.ENTRY_ID, LINE_ROW.POSITION)
                .forEach(r -> lines.computeIfAbsent(r.getEntryId(), key -> new ArrayList<>())
                        .add(new JournalEntry.Line(
                                r.getPosition(),
                                r.getAccountId(),
                                r.getAccountCode(),
                                r.getAccountName(),
                                Money.of(r.getAmountMinor(), r.getCurrency()),
                                new Money(r.getOwnMinor(), own),
                                event(r),
                                named(r.getClientId(), r.getClientName()),
                                named(r.getDealId(), r.getDealNumber()),
                                r.getLineText())));
        var reversed = reversals(wanted);
        return db.selectFrom(ENTRY)
                .where(ENTRY.ID.in(wanted))
                .fetch(r -> new JournalEntry(
                        r.getId(),
                        r.getNumber(),
                        r.getDate(),
                        r.getText(),
                        words(r.getWords(), r.getWordsOf(), r.getWordsReason()),
                        r.getSourceKind(),
                        r.getSourceId(),
                        r.getReversesId(),
                        reversed.get(r.getId()),
                        List.copyOf(lines.getOrDefault(r.getId(), List.of())),
                        r.getPostedAt(),
                        r.getPostedByName()));
    }

    private Map<UUID, UUID> reversals(Collection<UUID> of) {
        return db.select(ENTRY.REVERSES_ID, ENTRY.ID)
                .from(ENTRY)
                .where(ENTRY.REVERSES_ID.in(of))
                .fetchMap(ENTRY.REVERSES_ID, ENTRY.ID);
    }

    /** As they are posted, for the entry that takes this one back. */
    List<Posting.Line> postedLines(UUID entry) {
        return db.selectFrom(LINE)
                .where(LINE.ENTRY_ID.eq(entry))
                .orderBy(LINE.POSITION)
                .fetch(r -> new Posting.Line(
                        r.getAccountId(),
                        r.getAmountMinor(),
                        r.getCurrency(),
                        r.getOwnMinor(),
                        new Posting.About(r.getEventId(), r.getClientId(), r.getDealId()),
                        r.getText()));
    }

    boolean closed(LocalDate month) {
        return db.fetchExists(CLOSED_MONTH, CLOSED_MONTH.MONTH.eq(month));
    }

    List<Books.Month> months() {
        return db.fetch("""
                        select coalesce(e.month, c.month) as month, coalesce(e.entries, 0) as entries, c.closed_at, c.closed_by_name
                          from (select date_trunc('month', date::timestamp)::date as month, count(*) as entries from finance.entry group by 1) e
                          full join finance.closed_month c on c.month = e.month
                         order by 1 desc
                        """)
                .map(r -> new Books.Month(
                        r.get("month", LocalDate.class),
                        r.get("entries", Long.class),
                        r.get("closed_at", Instant.class),
                        r.get("closed_by_name", String.class)));
    }

    /** Waits for those who are posting, who hold the books open until they commit. */
    void close(LocalDate month, Instant now, String by) {
        db.execute("select pg_advisory_xact_lock(hashtext('finance.closed_month'))");
        db.insertInto(CLOSED_MONTH)
                .set(CLOSED_MONTH.MONTH, month)
                .set(CLOSED_MONTH.CLOSED_AT, now)
                .set(CLOSED_MONTH.CLOSED_BY_NAME, by)
                .onConflictDoNothing()
                .execute();
    }

    void open(LocalDate month) {
        db.deleteFrom(CLOSED_MONTH).where(CLOSED_MONTH.MONTH.eq(month)).execute();
    }

    Books.Recount recount() {
        return db.fetchSingle("""
                        select (select count(*) from finance.sum) as sums, (select count(*) from finance.line) as lines,
                               (select count(*)
                                  from (select event_id, quarter, client_id, class, profit_group, own_minor, lines from finance.sum
                                         where own_minor <> 0 or lines <> 0
                                        except select * from finance.recount
                                        union all
                                        (select * from finance.recount
                                         except select event_id, quarter, client_id, class, profit_group, own_minor, lines from finance.sum)) d)
                             + (select count(*)
                                  from (select * from finance.event_profit except select * from finance.profit_recount
                                        union all
                                        (select * from finance.profit_recount except select * from finance.event_profit)) d)
                             + (select count(*)
                                  from (select * from finance.client_profit except select * from finance.client_recount
                                        union all
                                        (select * from finance.client_recount except select * from finance.client_profit)) d) as wrong
                        """)
                .map(r -> new Books.Recount(
                        r.get("sums", Long.class), r.get("lines", Long.class), r.get("wrong", Long.class)));
    }

    List<String> currencies() {
        return db.selectDistinct(LINE.CURRENCY)
                .from(LINE)
                .orderBy(LINE.CURRENCY)
                .fetch(LINE.CURRENCY);
    }

    /** All lines in the order of their entries, a few thousand at a time. Only within a transaction, or all would come at once. */
    Stream<LineRowRecord> everything() {
        return db.selectFrom(LINE_ROW)
                .orderBy(LINE_ROW.DATE, LINE_ROW.ENTRY_ID, LINE_ROW.POSITION)
                .fetchSize(FETCH)
                .fetchStream();
    }

    private static LedgerLine line(LineRowRecord r, Currency own) {
        return new LedgerLine(
                r.getId(),
                r.getEntryId(),
                r.getEntryNumber(),
                r.getDate(),
                r.getLineText() == null ? r.getText() : r.getText() + ": " + r.getLineText(),
                words(r.getWords(), r.getWordsOf(), r.getWordsReason()),
                r.getLineText(),
                r.getAccountCode(),
                r.getAccountName(),
                AccountClass.valueOf(r.getClass_()),
                group(r.getProfitGroup()),
                Money.of(r.getAmountMinor(), r.getCurrency()),
                new Money(r.getOwnMinor(), own),
                event(r),
                named(r.getClientId(), r.getClientName()),
                named(r.getDealId(), r.getDealNumber()),
                r.getSourceKind(),
                r.getSourceId());
    }

    private static @Nullable EntryWords words(@Nullable String kind, @Nullable String of, @Nullable String reason) {
        return kind == null ? null : new EntryWords(EntryWords.Kind.valueOf(kind), of, reason);
    }

    static @Nullable ProfitGroup group(@Nullable String name) {
        return name == null ? null : ProfitGroup.valueOf(name);
    }

    static @Nullable Named named(@Nullable UUID id, @Nullable String name) {
        return id == null ? null : new Named(id, name == null ? "" : name);
    }

    private static @Nullable Named event(LineRowRecord r) {
        return named(r.getEventId(), r.getEventNumber() + " " + r.getEventName());
    }
}
