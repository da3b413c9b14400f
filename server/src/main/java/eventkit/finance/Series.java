package eventkit.finance;

import eventkit.core.Subject;
import java.util.UUID;

/**
 * Numbers that follow one another without a gap.
 *
 * @param prefix before the number; {@code {year}} stands for the year of issue
 * @param width digits of the number, filled with zeros
 * @param yearly whether it begins anew each year
 * @param standard taken where no other is chosen
 * @param next what the next invoice of this year would be called
 */
public record Series(
        UUID id,
        Kind kind,
        String name,
        String prefix,
        int width,
        boolean yearly,
        boolean standard,
        String next,
        long version) {
    public enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    Subject subject() {
        return new Subject(FinanceSettings.SERIES_KIND, id, name);
    }
}
