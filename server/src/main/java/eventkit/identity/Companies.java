package eventkit.identity;

import static eventkit.identity.db.Tables.COMPANY;

import eventkit.identity.CompanyProfile.Details;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of the company's one row. */
@Component
class Companies {
    private final DSLContext db;

    Companies(DSLContext db) {
        this.db = db;
    }

    Optional<Company> find() {
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
        return find();
    }

    void insert(String name, String currency, String timeZone, String locale, Instant now) {
        db.insertInto(COMPANY)
                .set(COMPANY.NAME, name)
                .set(COMPANY.CURRENCY, currency)
                .set(COMPANY.TIME_ZONE, timeZone)
                .set(COMPANY.LOCALE, locale)
                .set(COMPANY.CREATED_AT, now)
                .execute();
    }

    void logo(@Nullable UUID fileId, long version) {
        db.update(COMPANY)
                .set(COMPANY.LOGO_FILE_ID, fileId)
                .set(COMPANY.VERSION, version)
                .execute();
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
    }
}
