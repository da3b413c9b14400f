package eventkit.identity;

import static eventkit.identity.db.Tables.COMPANY;

import eventkit.identity.CompanyProfile.Details;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The SQL of the company's one row. Nearly every request asks for it, so it is remembered for ten seconds: what this server changes is forgotten at the
 * commit, another server on the same database notices after ten seconds.
 */
@Component
class Companies {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    /** Compared by identity: whoever read before a change can not put back what was true then. */
    private static final class Known {
        final @Nullable Company company;
        final long readNanos;

        Known(@Nullable Company company) {
            this.company = company;
            this.readNanos = System.nanoTime();
        }

        boolean fresh() {
            return company != null && System.nanoTime() - readNanos < REMEMBERED.toNanos();
        }
    }

    private final DSLContext db;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(null));

    Companies(DSLContext db) {
        this.db = db;
    }

    /** As it is, or was within the last ten seconds; a transaction that changed it sees its own change. */
    Optional<Company> find() {
        if (TransactionSynchronizationManager.hasResource(this)) return read();
        var before = Objects.requireNonNull(known.get());
        if (before.fresh()) return Optional.ofNullable(before.company);
        var now = read();
        // A snapshot shows what was; it is not for others.
        if (TransactionSynchronizationManager.getCurrentTransactionIsolationLevel() == null)
            known.compareAndSet(before, new Known(now.orElse(null)));
        return now;
    }

    private void changed() {
        known.set(new Known(null));
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || TransactionSynchronizationManager.hasResource(this)) return;
        TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Companies.this);
                known.set(new Known(null));
            }
        });
    }

    private Optional<Company> read() {
        return db.selectFrom(COMPANY)
                .fetchOptional(row -> new Company(
                        row.getName(),
                        List.of(row.getAddressLines()),
                        row.getPhone(),
                        row.getEmail(),
                        row.getWeb(),
                        row.getCurrency(),
                        row.getTimeZone(),
                        row.getLocale(),
                        row.getBaseUrl(),
                        List.of(row.getFormerBaseUrls()),
                        row.getPropertyNotice(),
                        row.getLogoFileId(),
                        row.getAssetNumberWidth(),
                        row.getVersion()));
    }

    /** Waits for whoever changes it now. */
    Optional<Company> lock() {
        db.selectOne().from(COMPANY).forUpdate().fetch();
        return read();
    }

    void insert(String name, String currency, String timeZone, String locale, Instant now) {
        db.insertInto(COMPANY)
                .set(COMPANY.NAME, name)
                .set(COMPANY.CURRENCY, currency)
                .set(COMPANY.TIME_ZONE, timeZone)
                .set(COMPANY.LOCALE, locale)
                .set(COMPANY.CREATED_AT, now)
                .execute();
        changed();
    }

    void logo(@Nullable UUID fileId, long version) {
        db.update(COMPANY)
                .set(COMPANY.LOGO_FILE_ID, fileId)
                .set(COMPANY.VERSION, version)
                .execute();
        changed();
    }

    void update(Details d, List<String> formerBaseUrls, long version) {
        db.update(COMPANY)
                .set(COMPANY.NAME, d.name())
                .set(COMPANY.ADDRESS_LINES, d.addressLines().toArray(String[]::new))
                .set(COMPANY.PHONE, d.phone())
                .set(COMPANY.EMAIL, d.email())
                .set(COMPANY.WEB, d.web())
                .set(COMPANY.CURRENCY, d.currency())
                .set(COMPANY.TIME_ZONE, d.timeZone())
                .set(COMPANY.LOCALE, d.locale())
                .set(COMPANY.BASE_URL, d.baseUrl())
                .set(COMPANY.FORMER_BASE_URLS, formerBaseUrls.toArray(String[]::new))
                .set(COMPANY.PROPERTY_NOTICE, d.propertyNotice())
                .set(COMPANY.ASSET_NUMBER_WIDTH, d.assetNumberWidth())
                .set(COMPANY.VERSION, version)
                .execute();
        changed();
    }
}
