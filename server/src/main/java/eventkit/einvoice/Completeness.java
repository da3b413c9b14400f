package eventkit.einvoice;

import eventkit.core.Refusal.FieldError;
import eventkit.core.VatCategory;
import eventkit.einvoice.InvoiceDocument.Party;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules of EN 16931 ask for and a company may not have filled in yet, said so that a person knows where. */
final class Completeness {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int AMOUNT_DIGITS_MAX = 2;

    private final List<FieldError> errors = new ArrayList<>();
    private final InvoiceDocument document;

    private Completeness(InvoiceDocument document) {
        this.document = document;
    }

    static List<FieldError> of(InvoiceDocument document) {
        var check = new Completeness(document);
        check.whole();
        check.vat();
        return List.copyOf(check.errors);
    }

    private void whole() {
        that(!document.number().isBlank(), "number", "missing", "An invoice has a number (BR-02).");
        that(!document.lines().isEmpty(), "lines", "missing", "An invoice has a line at least (BR-16).");
        that(
                document.currency().getDefaultFractionDigits() <= AMOUNT_DIGITS_MAX,
                "currency",
                "currency-not-possible",
                "E-invoices know two digits after the point; amounts in "
                        + document.currency().getCurrencyCode() + " have three.");
        party(document.seller(), "seller", "the company's details");
        party(document.buyer(), "buyer", "the client");
        var seller = document.seller();
        that(
                filled(seller.vatNumber()) || filled(seller.taxNumber()) || filled(seller.registration()),
                "seller.vatNumber",
                "missing",
                "Add the company's VAT or tax number (BR-CO-26).");
        boolean owed = document.totals().due(document.prepaid()).amountMinor() > 0;
        that(
                !owed || document.dueOn() != null || filled(document.terms()),
                "dueOn",
                "missing",
                "Say when it is to be paid (BR-CO-25).");
        for (int i = 0; i < document.lines().size(); i++) {
            var line = document.lines().get(i);
            that(!line.name().isBlank(), "lines[" + i + "].name", "missing", "A line says what it is (BR-25).");
            that(
                    line.price().signum() >= 0,
                    "lines[" + i + "].price",
                    "negative",
                    "A price is not negative (BR-27); what is taken back has a negative quantity.");
        }
    }

    private void party(Party party, String field, String where) {
        that(!party.name().isBlank(), field + ".name", "missing", "Add a name to " + where + ".");
        that(
                COUNTRIES.contains(party.address().country()),
                field + ".address.country",
                "missing",
                "Add the country to " + where + ".");
    }

    private void vat() {
        var used = EnumSet.noneOf(VatCategory.class);
        document.lines().forEach(l -> used.add(l.rate().category()));
        document.adjustments().forEach(a -> used.add(a.rate().category()));
        boolean taxed = used.contains(VatCategory.STANDARD);
        that(
                !taxed
                        || filled(document.seller().vatNumber())
                        || filled(document.seller().taxNumber()),
                "seller.vatNumber",
                "missing",
                "Whoever charges VAT names their VAT or tax number (BR-S-02).");
        for (var category : used) {
            that(
                    !category.needsClientsNumber() || filled(document.buyer().vatNumber()),
                    "buyer.vatNumber",
                    "missing",
                    "Without the client's VAT number this can not be invoiced without VAT (BR-AE-02, BR-IC-02).");
            that(
                    !category.needsReason() || Reasons.words(document, category) != null,
                    "exemptions." + category,
                    "missing",
                    "Say why no VAT is charged (BR-E-10).");
            if (category == VatCategory.REVERSE_CHARGE
                    || category == VatCategory.INTRA_COMMUNITY
                    || category == VatCategory.EXPORT)
                that(
                        filled(document.seller().vatNumber()),
                        "seller.vatNumber",
                        "missing",
                        "Add the company's VAT number (BR-AE-02, BR-IC-02, BR-G-02).");
        }
        that(
                !used.contains(VatCategory.OUTSIDE_SCOPE) || used.size() == 1,
                "lines",
                "not-together",
                "What is not subject to VAT can not stand beside anything else on one invoice (BR-O-11): write two.");
        that(
                !used.contains(VatCategory.OUTSIDE_SCOPE)
                        || !filled(document.buyer().vatNumber())
                                && !filled(document.seller().vatNumber()),
                "seller.vatNumber",
                "not-together",
                "What is not subject to VAT is invoiced without VAT numbers (BR-O-02).");
        if (!used.contains(VatCategory.INTRA_COMMUNITY)) return;
        var delivery = document.delivery();
        that(
                delivery != null && (delivery.on() != null || delivery.from() != null || delivery.to() != null),
                "delivery.on",
                "missing",
                "Say when it was delivered (BR-IC-11).");
        that(
                delivery != null && delivery.place() != null,
                "delivery.place",
                "missing",
                "Say where to it was delivered (BR-IC-12).");
    }

    private void that(boolean holds, String field, String code, String message) {
        if (!holds) errors.add(new FieldError(field, code, message));
    }

    static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
