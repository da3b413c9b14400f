package eventkit.finance;

import static eventkit.finance.db.Tables.SERIES;
import static eventkit.finance.db.Tables.SERIES_NUMBER;

import eventkit.finance.db.tables.records.SeriesRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL of series and their numbers. */
@Component
class SeriesRows {
    private final DSLContext db;
    private final Bookkeeping bookkeeping;

    SeriesRows(DSLContext db, Bookkeeping bookkeeping) {
        this.db = db;
        this.bookkeeping = bookkeeping;
    }

    record Taken(int year, long number, String label) {}

    /** The next number; whoever wants one of the same series waits until this transaction ends, and gets it if this one fails. */
    Taken take(UUID series, LocalDate on) {
        var row = db.selectFrom(SERIES).where(SERIES.ID.eq(series)).fetchSingle();
        int year = row.getYearly() ? on.getYear() : 0;
        long number = db.insertInto(SERIES_NUMBER)
                .set(SERIES_NUMBER.SERIES_ID, series)
                .set(SERIES_NUMBER.YEAR, year)
                .set(SERIES_NUMBER.LAST, 1L)
                .onConflict(SERIES_NUMBER.SERIES_ID, SERIES_NUMBER.YEAR)
                .doUpdate()
                .set(SERIES_NUMBER.LAST, SERIES_NUMBER.LAST.plus(1))
                .returning(SERIES_NUMBER.LAST)
                .fetchSingle()
                .getLast();
        return new Taken(year, number, label(row.getPrefix(), row.getWidth(), on.getYear(), number));
    }

    static String label(String prefix, int width, int year, long number) {
        return prefix.replace("{year}", String.valueOf(year)) + String.format(Locale.ROOT, "%0" + width + "d", number);
    }

    List<Series> all() {
        return db.selectFrom(SERIES).orderBy(SERIES.KIND.desc(), SERIES.NAME).fetch(this::map);
    }

    Optional<Series> find(UUID id) {
        return db.selectFrom(SERIES).where(SERIES.ID.eq(id)).fetchOptional(this::map);
    }

    Series standard(boolean credit) {
        return db.selectFrom(SERIES)
                .where(SERIES.KIND.eq((credit ? Series.Kind.CREDIT_NOTE : Series.Kind.INVOICE).name()))
                .and(SERIES.STANDARD)
                .fetchSingle(this::map);
    }

    void lockAll() {
        db.execute("lock table finance.series in share row exclusive mode");
    }

    boolean used(UUID id) {
        return db.fetchExists(SERIES_NUMBER, SERIES_NUMBER.SERIES_ID.eq(id));
    }

    void notStandard(Series.Kind kind) {
        db.update(SERIES)
                .set(SERIES.STANDARD, false)
                .set(SERIES.VERSION, SERIES.VERSION.plus(1))
                .where(SERIES.KIND.eq(kind.name()))
                .and(SERIES.STANDARD)
                .execute();
    }

    void insert(UUID id, FinanceSettings.SeriesDetails d) {
        db.insertInto(SERIES)
                .set(SERIES.ID, id)
                .set(SERIES.KIND, d.kind().name())
                .set(SERIES.NAME, d.name())
                .set(SERIES.PREFIX, d.prefix())
                .set(SERIES.WIDTH, d.width())
                .set(SERIES.YEARLY, d.yearly())
                .set(SERIES.STANDARD, d.standard())
                .execute();
    }

    void update(UUID id, FinanceSettings.SeriesDetails d) {
        db.update(SERIES)
                .set(SERIES.NAME, d.name())
                .set(SERIES.PREFIX, d.prefix())
                .set(SERIES.WIDTH, d.width())
                .set(SERIES.YEARLY, d.yearly())
                .set(SERIES.STANDARD, d.standard())
                .set(SERIES.VERSION, SERIES.VERSION.plus(1))
                .where(SERIES.ID.eq(id))
                .execute();
    }

    private Series map(SeriesRecord r) {
        int year = bookkeeping.today().getYear();
        long last = db.select(SERIES_NUMBER.LAST)
                .from(SERIES_NUMBER)
                .where(SERIES_NUMBER.SERIES_ID.eq(r.getId()))
                .and(SERIES_NUMBER.YEAR.eq(r.getYearly() ? year : 0))
                .fetchOptional(SERIES_NUMBER.LAST)
                .orElse(0L);
        return new Series(
                r.getId(),
                Series.Kind.valueOf(r.getKind()),
                r.getName(),
                r.getPrefix(),
                r.getWidth(),
                r.getYearly(),
                r.getStandard(),
                label(r.getPrefix(), r.getWidth(), year, last + 1),
                r.getVersion());
    }
}
