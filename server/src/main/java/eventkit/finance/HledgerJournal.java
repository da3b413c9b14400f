package eventkit.finance;

import eventkit.finance.db.tables.records.LineRowRecord;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the journal in hledger's format: declared accounts and commodities, amounts in their own currency with the company's as their cost, and the
 * dimensions as tags. https://hledger.org/hledger.html#journal
 */
final class HledgerJournal {
    private final Writer out;
    private final Currency own;
    private @Nullable UUID entry;

    HledgerJournal(Writer out, Currency own) {
        this.out = out;
        this.own = own;
    }

    void declare(List<Account> accounts, Collection<String> currencies) throws IOException {
        out.write("decimal-mark .\n");
        var all = new TreeSet<>(currencies);
        all.add(own.getCurrencyCode());
        for (var code : all) {
            int digits = Bookkeeping.digits(Currency.getInstance(code));
            out.write("commodity 1000." + "0".repeat(digits) + " " + code + "\n");
        }
        for (var account : accounts)
            out.write("account " + name(account.accountClass(), account.code(), account.name()) + "  ; type:"
                    + account.accountClass().type().name().charAt(0) + "\n");
    }

    void line(LineRowRecord r) throws IOException {
        if (!r.getEntryId().equals(entry)) {
            entry = r.getEntryId();
            out.write("\n" + r.getDate() + " (" + r.getEntryNumber() + ") " + plain(r.getText()) + "\n");
        }
        out.write("    ");
        out.write(name(AccountClass.valueOf(r.getClass_()), r.getAccountCode(), r.getAccountName()));
        out.write("  ");
        out.write(amount(r));
        out.write(tags(r));
        out.write('\n');
    }

    /** An exchange difference has no amount but in the company's currency. */
    private String amount(LineRowRecord r) {
        var currency = Currency.getInstance(r.getCurrency());
        if (currency.equals(own) || r.getAmountMinor() == 0) return money(r.getOwnMinor(), own);
        return money(r.getAmountMinor(), currency) + " @@ " + money(Math.abs(r.getOwnMinor()), own);
    }

    private static String money(long minor, Currency currency) {
        int digits = Bookkeeping.digits(currency);
        var text = BigDecimal.valueOf(minor, digits).toPlainString();
        return (digits == 0 ? text + "." : text) + " " + currency.getCurrencyCode();
    }

    private static String tags(LineRowRecord r) {
        var tags = new StringBuilder();
        tag(tags, "event", r.getEventNumber());
        tag(tags, "client", r.getClientName());
        tag(tags, "deal", r.getDealNumber());
        tag(tags, "source", r.getSourceId() == null ? null : r.getSourceKind() + " " + r.getSourceId());
        return tags.isEmpty() ? "" : "  ; " + tags;
    }

    private static void tag(StringBuilder tags, String name, @Nullable String value) {
        if (value == null) return;
        if (!tags.isEmpty()) tags.append(", ");
        tags.append(name).append(':').append(plain(value).replace(',', ' '));
    }

    private static String name(AccountClass of, String code, String name) {
        var top = switch (of.type()) {
            case ASSET -> "Assets";
            case LIABILITY -> "Liabilities";
            case EQUITY -> "Equity";
            case REVENUE -> "Revenues";
            case EXPENSE -> "Expenses";
        };
        return top + ":" + plain(code + " " + name).replace(':', ' ');
    }

    /** One line, one blank at a time, and nothing that begins a comment or parts a payee from a note. */
    private static String plain(String text) {
        return text.replace(';', ',')
                .replace('|', '/')
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }
}
