package eventkit.quoting;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Which codes are a currency. */
final class Currencies {
    private Currencies() {}

    static boolean known(@Nullable String code) {
        if (code == null) return true;
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
