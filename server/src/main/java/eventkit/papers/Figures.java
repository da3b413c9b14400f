package eventkit.papers;

import eventkit.core.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts and days as people of a language write them. */
public record Figures(Locale locale) {
    private static final int PRICE_DIGITS_MAX = 4;

    /** @param language {@code en} or {@code de}; anything else is English */
    public static Figures of(String language) {
        return new Figures(locale(language));
    }

    static Locale locale(String language) {
        return language.equals("de") ? Locale.GERMANY : Locale.UK;
    }

    /** 1,234.50 */
    String amount(Money money) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return minus(format.format(BigDecimal.valueOf(money.amountMinor(), digits)));
    }

    /** With the currency. */
    public String money(Money money) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        var format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return minus(format.format(BigDecimal.valueOf(money.amountMinor(), digits)));
    }

    /** At least the digits of the currency. */
    String price(BigDecimal price, int digits) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(Math.max(digits, PRICE_DIGITS_MAX));
        return minus(format.format(price));
    }

    /** As many digits as it has. */
    public String number(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(PRICE_DIGITS_MAX);
        return minus(format.format(number));
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(locale.getLanguage().equals("de") ? "d. MMMM uuuu" : "d MMMM uuuu", locale)
                .format(day);
    }

    String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern(locale.getLanguage().equals("de") ? "dd.MM.uuuu" : "d MMM uuuu", locale)
                .format(day);
    }

    /** What both days have in common once: 1–10 June 2026. */
    String days(LocalDate from, LocalDate to) {
        boolean german = locale.getLanguage().equals("de");
        var first = from.getYear() != to.getYear()
                ? day(from)
                : from.getMonth() != to.getMonth()
                        ? DateTimeFormatter.ofPattern(german ? "d. MMMM" : "d MMMM", locale)
                                .format(from)
                        : from.getDayOfMonth() + (german ? "." : "");
        return first + " – " + day(to);
    }

    /** Printers' narrow blanks and long minus signs are in few fonts. */
    private static String minus(String text) {
        return text.replace('\u202f', '\u00a0').replace('\u2212', '-');
    }
}
