package eventkit.identity;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import eventkit.core.Subject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CompanyDesk implements CompanyProfile {
    /** One company an instance, so its id in the audit trail is fixed. */
    static final UUID ID = new UUID(0, 1);

    static final Set<String> LOCALES = Set.of("en", "de");
    private final Companies companies;
    private final Audit audit;
    private final @Nullable String served;

    /** @param served where the operator says that this server is reached, without a slash at the end */
    CompanyDesk(Companies companies, Audit audit, @Value("${eventkit.base-url:#{null}}") @Nullable String served) {
        this.companies = companies;
        this.audit = audit;
        this.served = served == null || served.isBlank() ? null : served.replaceFirst("/+$", "");
    }

    @Override
    public Optional<Company> find() {
        return companies.find();
    }

    @Override
    public Company get() {
        return find().orElseThrow(() -> new NotFound("company", ID));
    }

    @Override
    public ZoneId zone() {
        return find().<ZoneId>map(c -> ZoneId.of(c.timeZone())).orElse(ZoneOffset.UTC);
    }

    @Override
    @Transactional
    public Company change(Details details, IfMatch ifMatch) {
        var before = companies.lock().orElseThrow(() -> new NotFound("company", ID));
        ifMatch.require(before.version(), audit, "company", ID);
        check(details);
        var former = new LinkedHashSet<>(before.formerBaseUrls());
        if (before.baseUrl() != null) former.add(before.baseUrl());
        if (details.baseUrl() != null) former.remove(details.baseUrl());
        companies.update(details, new ArrayList<>(former), before.version() + 1);
        var after = get();
        audit.changed(new Subject("company", ID, after.name()), after.version(), before, after);
        return after;
    }

    @Override
    public String address(String origin) {
        var set = companies.find().map(Company::baseUrl).orElse(null);
        if (set != null) return set;
        return served != null ? served : origin;
    }

    @Override
    public Set<String> addresses(String origin) {
        var all = new LinkedHashSet<String>();
        all.add(origin);
        if (served != null) all.add(served);
        companies.find().ifPresent(c -> {
            if (c.baseUrl() != null) all.add(c.baseUrl());
            all.addAll(c.formerBaseUrls());
        });
        return all;
    }

    @Override
    @Transactional
    public Company changeLogo(@Nullable UUID fileId, IfMatch ifMatch) {
        var before = companies.lock().orElseThrow(() -> new NotFound("company", ID));
        ifMatch.require(before.version(), audit, "company", ID);
        companies.logo(fileId, before.version() + 1);
        var after = get();
        audit.changed(new Subject("company", ID, after.name()), after.version(), before, after);
        return after;
    }

    static void check(Details d) {
        var check = new Check()
                .required(d.name(), "name")
                .line(d.name(), "name", 200)
                .required(d.addressLines(), "addressLines")
                .size(d.addressLines(), "addressLines", 8)
                .line(d.phone(), "phone", 50)
                .email(d.email(), "email")
                .webAddress(d.web(), "web")
                .webAddress(d.baseUrl(), "baseUrl")
                .text(d.propertyNotice(), "propertyNotice", 2000)
                .between(d.assetNumberWidth(), "assetNumberWidth", 1, 10)
                .that(currency(d.currency()), "currency", "unknown-currency", "Use an ISO 4217 code such as EUR.")
                .that(zone(d.timeZone()), "timeZone", "unknown-time-zone", "Use a zone such as Europe/Berlin.")
                .that(LOCALES.contains(String.valueOf(d.locale())), "locale", "unknown-language", "Use en or de.");
        if (d.addressLines() != null) {
            for (int i = 0; i < d.addressLines().size(); i++)
                check.line(d.addressLines().get(i), "addressLines[" + i + "]", 200);
        }
        if (d.baseUrl() != null)
            check.that(!d.baseUrl().endsWith("/"), "baseUrl", "slash-at-end", "Leave out the slash at the end.");
        check.orThrow();
    }

    static boolean currency(@Nullable String code) {
        try {
            return code != null && Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean zone(@Nullable String zone) {
        try {
            return zone != null && ZoneId.of(zone).getId().equals(zone);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
