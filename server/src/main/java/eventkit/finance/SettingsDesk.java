package eventkit.finance;

import static eventkit.finance.db.Tables.REMINDER_STEP;
import static eventkit.finance.db.Tables.SETTINGS;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import eventkit.core.Subject;
import eventkit.core.VatCategory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service("financeSettingsDesk")
class SettingsDesk implements FinanceSettings {
    private static final UUID SOLE = new UUID(0, 5);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private final DSLContext db;
    private final SeriesRows series;
    private final VatRateRows vat;
    private final ClientVat clientVat;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    SettingsDesk(
            DSLContext db, SeriesRows series, VatRateRows vat, ClientVat clientVat, Audit audit, Ids ids, Clock clock) {
        this.db = db;
        this.series = series;
        this.vat = vat;
        this.clientVat = clientVat;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("series_name_taken", SeriesTaken::new);
        Constraints.mean("series_prefix_taken", SeriesTaken::new);
        Constraints.mean("vat_rate_name_taken", VatRateNameTaken::new);
    }

    private record Archived(@Nullable Instant archivedAt) {}

    @Override
    public ClientRate vatOf(UUID client) {
        var rate = clientVat.of(client);
        return new ClientRate(
                rate.category(), rate.percent(), rate.category().needsReason() ? vat.reason(rate.category()) : null);
    }

    @Override
    public Standing get() {
        var s = db.selectFrom(SETTINGS).fetchSingle();
        return new Standing(
                s.getCurrency(),
                new Seller(
                        s.getLegalName(),
                        s.getStreet(),
                        s.getPostcode(),
                        s.getCity(),
                        s.getCountry(),
                        s.getVatNumber(),
                        s.getTaxNumber(),
                        s.getRegisterEntry(),
                        s.getIban(),
                        s.getBic(),
                        s.getBankName(),
                        s.getPaymentDays()),
                UseBasis.valueOf(s.getUseBasis()),
                s.getUsePercent(),
                steps(),
                s.getVersion());
    }

    private List<ReminderStep> steps() {
        return db.selectFrom(REMINDER_STEP)
                .orderBy(REMINDER_STEP.LEVEL)
                .fetch(r -> new ReminderStep(
                        r.getLevel(),
                        r.getDaysAfter(),
                        new ReminderStep.Words(r.getTitleEn(), r.getTextEn()),
                        new ReminderStep.Words(r.getTitleDe(), r.getTextDe())));
    }

    @Override
    @Transactional
    public Standing change(Details given, IfMatch ifMatch) {
        db.selectFrom(SETTINGS).forUpdate().fetch();
        var before = get();
        ifMatch.require(before.version(), audit, KIND, SOLE);
        var details = checked(given);
        var was = Details.of(before);
        if (details.equals(was)) return before;
        var s = details.seller();
        db.update(SETTINGS)
                .set(SETTINGS.LEGAL_NAME, s.legalName())
                .set(SETTINGS.STREET, s.street())
                .set(SETTINGS.POSTCODE, s.postcode())
                .set(SETTINGS.CITY, s.city())
                .set(SETTINGS.COUNTRY, s.country())
                .set(SETTINGS.VAT_NUMBER, s.vatNumber())
                .set(SETTINGS.TAX_NUMBER, s.taxNumber())
                .set(SETTINGS.REGISTER_ENTRY, s.registerEntry())
                .set(SETTINGS.IBAN, s.iban())
                .set(SETTINGS.BIC, s.bic())
                .set(SETTINGS.BANK_NAME, s.bankName())
                .set(SETTINGS.PAYMENT_DAYS, s.paymentDays())
                .set(SETTINGS.USE_BASIS, details.useBasis().name())
                .set(SETTINGS.USE_PERCENT, details.usePercent())
                .set(SETTINGS.VERSION, SETTINGS.VERSION.plus(1))
                .execute();
        db.deleteFrom(REMINDER_STEP).execute();
        for (var step : details.reminders())
            db.insertInto(REMINDER_STEP)
                    .set(REMINDER_STEP.LEVEL, step.level())
                    .set(REMINDER_STEP.DAYS_AFTER, step.daysAfter())
                    .set(REMINDER_STEP.TITLE_EN, step.en().title())
                    .set(REMINDER_STEP.TEXT_EN, step.en().text())
                    .set(REMINDER_STEP.TITLE_DE, step.de().title())
                    .set(REMINDER_STEP.TEXT_DE, step.de().text())
                    .execute();
        var after = get();
        var subject = new Subject(KIND, SOLE, "Finance");
        audit.changed(subject, after.version(), was.seller(), after.seller());
        if (was.useBasis() != after.useBasis())
            audit.record(
                    subject,
                    "changed",
                    after.version(),
                    List.of(audit.change("useBasis", was.useBasis(), after.useBasis())));
        if (was.usePercent().compareTo(after.usePercent()) != 0)
            audit.record(
                    subject,
                    "changed",
                    after.version(),
                    List.of(audit.change("usePercent", was.usePercent(), after.usePercent())));
        if (!was.reminders().equals(after.reminders()))
            audit.record(
                    subject,
                    "changed",
                    after.version(),
                    List.of(audit.change("reminders", titles(was.reminders()), titles(after.reminders()))));
        return after;
    }

    private static List<String> titles(List<ReminderStep> steps) {
        return steps.stream()
                .map(s -> s.en().title() + " / " + s.de().title() + " (" + s.daysAfter() + ")")
                .toList();
    }

    private static Details checked(Details d) {
        new Check()
                .required(d.seller(), "seller")
                .size(d.reminders(), "reminders", 9)
                .orThrow();
        var g = d.seller();
        var s = new Seller(
                InvoiceChecks.blankToNull(g.legalName()),
                InvoiceChecks.blankToNull(g.street()),
                InvoiceChecks.blankToNull(g.postcode()),
                InvoiceChecks.blankToNull(g.city()),
                g.country(),
                InvoiceChecks.blankToNull(g.vatNumber()),
                InvoiceChecks.blankToNull(g.taxNumber()),
                InvoiceChecks.blankToNull(g.registerEntry()),
                tight(g.iban()),
                tight(g.bic()),
                InvoiceChecks.blankToNull(g.bankName()),
                g.paymentDays());
        var check = new Check()
                .line(s.legalName(), "seller.legalName", 200)
                .line(s.street(), "seller.street", 200)
                .line(s.postcode(), "seller.postcode", 20)
                .line(s.city(), "seller.city", 100)
                .that(
                        s.country() != null && COUNTRIES.contains(s.country()),
                        "seller.country",
                        "unknown",
                        "Use a country code such as DE.")
                .line(s.vatNumber(), "seller.vatNumber", 50)
                .line(s.taxNumber(), "seller.taxNumber", 50)
                .line(s.registerEntry(), "seller.registerEntry", 200)
                .that(
                        s.iban() == null || iban(s.iban()),
                        "seller.iban",
                        "not-an-iban",
                        "The check digits are wrong. Enter it as it stands on a statement of the bank.")
                .that(
                        s.bic() == null || s.bic().matches("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?"),
                        "seller.bic",
                        "not-a-bic",
                        "A BIC has 8 or 11 letters and digits.")
                .line(s.bankName(), "seller.bankName", 100)
                .required(s.paymentDays(), "seller.paymentDays")
                .between(s.paymentDays(), "seller.paymentDays", 0, 365)
                .required(d.useBasis(), "useBasis")
                .required(d.usePercent(), "usePercent")
                .between(d.usePercent(), "usePercent", 0, 100)
                .decimals(d.usePercent(), "usePercent", 3);
        int days = 0;
        for (int i = 0; i < d.reminders().size(); i++) {
            var step = d.reminders().get(i);
            var at = "reminders[" + i + "].";
            check.that(step.level() == i + 1, at + "level", "not-in-order", "Count the steps from 1.")
                    .that(
                            step.daysAfter() > days,
                            at + "daysAfter",
                            "not-in-order",
                            "Each step is later than the one before.")
                    .between(step.daysAfter(), at + "daysAfter", 1, 365)
                    .required(step.en(), at + "en")
                    .required(step.de(), at + "de");
            if (step.en() != null) checkWords(check, step.en(), at + "en.");
            if (step.de() != null) checkWords(check, step.de(), at + "de.");
            days = step.daysAfter();
        }
        check.orThrow();
        return new Details(s, d.useBasis(), InvoiceChecks.plain(d.usePercent(), 3), d.reminders());
    }

    private static void checkWords(Check check, ReminderStep.Words words, String at) {
        check.required(words.title(), at + "title")
                .line(words.title(), at + "title", 100)
                .required(words.text(), at + "text")
                .text(words.text(), at + "text", 2_000);
    }

    private static @Nullable String tight(@Nullable String text) {
        var plain = InvoiceChecks.blankToNull(text);
        return plain == null ? null : plain.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** ISO 7064, mod 97. */
    private static boolean iban(String text) {
        if (!text.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")) return false;
        int rest = 0;
        for (char c : (text.substring(4) + text.substring(0, 4)).toCharArray()) {
            int value = Character.getNumericValue(c);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }

    @Override
    public List<Series> series() {
        return series.all();
    }

    @Override
    public Series series(UUID id) {
        return series.find(id).orElseThrow(() -> new NotFound(SERIES_KIND, id));
    }

    @Override
    @Transactional
    public Series createSeries(SeriesDetails given) {
        var d = checked(given);
        series.lockAll();
        if (d.standard()) series.notStandard(d.kind());
        var id = ids.next();
        series.insert(id, d);
        var made = series(id);
        audit.created(made.subject(), d);
        return made;
    }

    @Override
    @Transactional
    public Series changeSeries(UUID id, SeriesDetails given, IfMatch ifMatch) {
        series.lockAll();
        var before = series(id);
        ifMatch.require(before.version(), audit, SERIES_KIND, id);
        var d = checked(given);
        var was = SeriesDetails.of(before);
        if (d.equals(was)) return before;
        new Check()
                .that(d.kind() == was.kind(), "kind", "fixed", "Create another series for the other kind.")
                .that(
                        d.standard() || !was.standard(),
                        "standard",
                        "needed",
                        "Make another series of this kind the standard instead.")
                .orThrow();
        boolean looks = !d.prefix().equals(was.prefix())
                || !d.width().equals(was.width())
                || !d.yearly().equals(was.yearly());
        if (looks && series.used(id)) throw new SeriesInUse(before);
        if (d.standard() && !was.standard()) series.notStandard(d.kind());
        series.update(id, d);
        var after = series(id);
        audit.changed(after.subject(), after.version(), was, SeriesDetails.of(after));
        return after;
    }

    private static SeriesDetails checked(SeriesDetails g) {
        var d = new SeriesDetails(
                g.kind(),
                g.name() == null ? "" : g.name().strip(),
                g.prefix() == null ? "" : g.prefix().strip(),
                g.width() == null ? 4 : g.width(),
                g.yearly() == null || g.yearly(),
                g.standard() != null && g.standard());
        new Check()
                .required(d.kind(), "kind")
                .required(d.name(), "name")
                .line(d.name(), "name", 60)
                .line(d.prefix(), "prefix", 30)
                .that(
                        !d.yearly() || d.prefix().contains("{year}"),
                        "prefix",
                        "no-year",
                        "Numbers that begin anew each year need {year}.")
                .between(d.width(), "width", 1, 10)
                .orThrow();
        return d;
    }

    @Override
    public List<VatRule> vatRates() {
        return vat.all();
    }

    @Override
    public VatRule vatRate(UUID id) {
        return vat.find(id).orElseThrow(() -> new NotFound(VAT_KIND, id));
    }

    @Override
    @Transactional
    public VatRule createVatRate(VatDetails given) {
        var d = checked(given);
        vat.lockAll();
        if (d.standard()) vat.notStandard();
        var id = ids.next();
        vat.insert(id, d);
        var made = vatRate(id);
        audit.created(made.subject(), d);
        return made;
    }

    @Override
    @Transactional
    public VatRule changeVatRate(UUID id, VatDetails given, IfMatch ifMatch) {
        vat.lockAll();
        var before = vatRate(id);
        ifMatch.require(before.version(), audit, VAT_KIND, id);
        var d = checked(given);
        var was = VatDetails.of(before);
        if (d.equals(was)) return before;
        new Check()
                .that(d.standard() || !was.standard(), "standard", "needed", "Make another rate the standard instead.")
                .that(!d.standard() || before.archivedAt() == null, "standard", "archived", "Restore the rate first.")
                .orThrow();
        if (d.standard() && !was.standard()) vat.notStandard();
        vat.update(id, d);
        var after = vatRate(id);
        audit.changed(after.subject(), after.version(), was, VatDetails.of(after));
        return after;
    }

    private static VatDetails checked(VatDetails g) {
        var d = new VatDetails(
                g.name() == null ? "" : g.name().strip(),
                g.category(),
                g.percent() == null ? BigDecimal.ZERO.setScale(2) : InvoiceChecks.plain(g.percent(), 2),
                InvoiceChecks.blankToNull(g.exemptionReason()),
                g.standard() != null && g.standard());
        var check = new Check()
                .required(d.name(), "name")
                .line(d.name(), "name", 100)
                .required(d.category(), "category")
                .between(g.percent(), "percent", 0, 100)
                .decimals(g.percent(), "percent", 2)
                .line(d.exemptionReason(), "exemptionReason", 300);
        if (d.category() != null)
            check.that(
                            (d.category() == VatCategory.STANDARD)
                                    == (d.percent().signum() > 0),
                            "percent",
                            "not-of-the-category",
                            "The standard rate is above zero, every other is zero.")
                    .that(
                            d.category().needsReason() == (d.exemptionReason() != null),
                            "exemptionReason",
                            d.category().needsReason() ? "required" : "not-asked",
                            d.category().needsReason() ? "Say why there is no VAT." : "This category gives no reason.");
        check.orThrow();
        return d;
    }

    @Override
    @Transactional
    public VatRule archiveVatRate(UUID id) {
        vat.lockAll();
        var before = vatRate(id);
        if (before.archivedAt() != null) return before;
        new Check()
                .that(!before.standard(), "standard", "needed", "Make another rate the standard first.")
                .orThrow();
        return archived(before, clock.instant(), "archived");
    }

    @Override
    @Transactional
    public VatRule restoreVatRate(UUID id) {
        vat.lockAll();
        var before = vatRate(id);
        return before.archivedAt() == null ? before : archived(before, null, "restored");
    }

    private VatRule archived(VatRule before, @Nullable Instant at, String action) {
        vat.archived(before.id(), at);
        var after = vatRate(before.id());
        audit.changed(
                after.subject(),
                action,
                after.version(),
                new Archived(before.archivedAt()),
                new Archived(after.archivedAt()));
        return Objects.requireNonNull(after);
    }
}
