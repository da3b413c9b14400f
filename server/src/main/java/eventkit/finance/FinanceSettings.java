package eventkit.finance;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.VatCategory;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What invoices say of the company, how they are numbered and taxed, and when they are reminded of. */
public interface FinanceSettings {
    String KIND = "finance-settings";
    String SERIES_KIND = "invoice-series";
    String VAT_KIND = "vat-rate";

    /**
     * The company as it bills.
     *
     * @param legalName null: the company's name
     * @param country ISO 3166
     * @param paymentDays where the client has no terms of its own
     */
    record Seller(
            @Nullable String legalName,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            String country,
            @Nullable String vatNumber,
            @Nullable String taxNumber,
            @Nullable String registerEntry,
            @Nullable String iban,
            @Nullable String bic,
            @Nullable String bankName,
            Integer paymentDays) {}

    /**
     * @param currency of the books; null before the first entry
     * @param useBasis by what a day of use of own equipment is costed
     * @param usePercent what a day of use costs of what a piece would cost today
     * @param reminders in the order of their days
     */
    record Standing(
            @Nullable String currency,
            Seller seller,
            UseBasis useBasis,
            BigDecimal usePercent,
            List<ReminderStep> reminders,
            long version) {}

    record SeriesDetails(
            Series.Kind kind, String name, String prefix, Integer width, Boolean yearly, Boolean standard) {
        public static SeriesDetails of(Series s) {
            return new SeriesDetails(s.kind(), s.name(), s.prefix(), s.width(), s.yearly(), s.standard());
        }
    }

    record VatDetails(
            String name,
            VatCategory category,
            BigDecimal percent,
            @Nullable String exemptionReason,
            Boolean standard) {
        public static VatDetails of(VatRule r) {
            return new VatDetails(r.name(), r.category(), r.percent(), r.exemptionReason(), r.standard());
        }
    }

    /** What may be changed. */
    record Details(Seller seller, UseBasis useBasis, BigDecimal usePercent, List<ReminderStep> reminders) {
        public Details {
            reminders = reminders == null ? List.of() : List.copyOf(reminders);
        }

        public static Details of(Standing s) {
            return new Details(s.seller(), s.useBasis(), s.usePercent(), s.reminders());
        }
    }

    /** @param exemptionReason why there is no VAT, where the category asks for one */
    record ClientRate(
            VatCategory category,
            BigDecimal percent,
            @Nullable String exemptionReason) {}

    /** What a client's lines take unless somebody chooses another rate: the usual one at home, by {@link eventkit.core.VatPlace} elsewhere. */
    @Needs(Permission.INVOICE_READ)
    ClientRate vatOf(UUID client);

    @Needs(Permission.INVOICE_READ)
    Standing get();

    @Needs(Permission.LEDGER_EDIT)
    Standing change(Details details, IfMatch ifMatch);

    @Needs(Permission.INVOICE_READ)
    List<Series> series();

    @Needs(Permission.INVOICE_READ)
    Series series(UUID id);

    /** Throws {@link SeriesTaken}. */
    @Needs(Permission.LEDGER_EDIT)
    Series createSeries(SeriesDetails details);

    /** How its numbers look stays once one was given. Throws {@link SeriesTaken}, {@link SeriesInUse}. */
    @Needs(Permission.LEDGER_EDIT)
    Series changeSeries(UUID id, SeriesDetails details, IfMatch ifMatch);

    @Needs(Permission.INVOICE_READ)
    List<VatRule> vatRates();

    @Needs(Permission.INVOICE_READ)
    VatRule vatRate(UUID id);

    /** Throws {@link VatRateNameTaken}. */
    @Needs(Permission.LEDGER_EDIT)
    VatRule createVatRate(VatDetails details);

    /** Invoices keep the rate that they were written with. Throws {@link VatRateNameTaken}. */
    @Needs(Permission.LEDGER_EDIT)
    VatRule changeVatRate(UUID id, VatDetails details, IfMatch ifMatch);

    /** Not the standard one. */
    @Needs(Permission.LEDGER_EDIT)
    VatRule archiveVatRate(UUID id);

    @Needs(Permission.LEDGER_EDIT)
    VatRule restoreVatRate(UUID id);
}
