package eventkit.finance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** What stands on an invoice that is made from a quote, in the quote's language. */
record BillWords(boolean german, String quote) {
    String introduction(int nth, LocalDate accepted) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(german ? Locale.GERMANY : Locale.UK)
                .format(accepted);
        return german
                ? "Gemäß unserem Angebot %s, Version %d, angenommen am %s.".formatted(quote, nth, day)
                : "By our quote %s, version %d, which you accepted on %s.".formatted(quote, nth, day);
    }

    String deposit(BigDecimal percent) {
        return (german ? "Anzahlung, %s %% des Angebots %s" : "Deposit, %s %% of quote %s")
                .formatted(plain(percent), quote);
    }

    String part(BigDecimal percent, ProfitGroup group) {
        return (german ? "Teilleistung, %s %% des Angebots %s: %s" : "Part, %s %% of quote %s: %s")
                .formatted(plain(percent), quote, name(group));
    }

    String lessParts(ProfitGroup group) {
        return (german ? "Abzüglich Teilrechnungen: %s" : "Less what part invoices billed: %s").formatted(name(group));
    }

    String rest(ProfitGroup group) {
        return (german ? "Rest des Angebots %s: %s" : "Remainder of quote %s: %s").formatted(quote, name(group));
    }

    String rest(String line) {
        return shortened((german ? "%s (Rest)" : "%s (remainder)").formatted(line));
    }

    String fee(BigDecimal percent) {
        return (german
                        ? "Vereinbarte Stornogebühr, %s %% des Angebots %s"
                        : "Agreed cancellation fee, %s %% of quote %s")
                .formatted(plain(percent), quote);
    }

    String cancelled(LocalDate on) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(german ? Locale.GERMANY : Locale.UK)
                .format(on);
        return german
                ? "Der Auftrag wurde am %s storniert.".formatted(day)
                : "The job was cancelled on %s.".formatted(day);
    }

    static String shortened(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }

    private String plain(BigDecimal percent) {
        var text = percent.stripTrailingZeros().toPlainString();
        return german ? text.replace('.', ',') : text;
    }

    private String name(ProfitGroup group) {
        return switch (group) {
            case EQUIPMENT -> german ? "Equipment" : "equipment";
            case CREW -> german ? "Personal" : "crew";
            case TRANSPORT -> german ? "Transport" : "transport";
            case SUB_HIRE -> german ? "Zumietung" : "sub-hire";
            case CONSUMABLES -> german ? "Verbrauchsmaterial" : "consumables";
            case DAMAGE -> german ? "Schäden" : "damage";
            case LOSS -> german ? "Verluste" : "losses";
            case OTHER -> german ? "Sonstiges" : "other";
        };
    }
}
