package eventkit.papers;

import eventkit.core.Money;
import eventkit.papers.PaperDocument.Payment;
import java.math.BigDecimal;
import java.util.Optional;

/** The code that banking apps read: EPC069-12, version 2. */
final class PayCode {
    private static final int NAME_MAX = 70;
    private static final int REFERENCE_MAX = 140;
    private static final long AMOUNT_MINOR_MAX = 99_999_999_999L;

    private PayCode() {}

    /** Euros only, and nothing that is not owed. */
    static Optional<String> of(Payment payment) {
        Money amount = payment.amount();
        if (!amount.currency().getCurrencyCode().equals("EUR")
                || amount.amountMinor() <= 0
                || amount.amountMinor() > AMOUNT_MINOR_MAX) return Optional.empty();
        var bic = payment.bic();
        return Optional.of(String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                bic == null ? "" : bic,
                one(payment.holder(), NAME_MAX),
                payment.iban().replace(" ", ""),
                "EUR" + BigDecimal.valueOf(amount.amountMinor(), 2).toPlainString(),
                "",
                "",
                one(payment.reference(), REFERENCE_MAX)));
    }

    private static String one(String text, int max) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= max ? line : line.substring(0, max);
    }
}
