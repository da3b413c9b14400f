package eventkit.clients;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A VAT number as far as it can be read without asking an office: the form its country gives it, and its check digits where the way to count them is
 * public.
 *
 * @param text with the country's letters and without blanks, where the form is known; else as it was given
 */
record VatNumber(String text, VatCheck check) {
    private record Form(
            String prefix, Pattern pattern, @Nullable Predicate<String> digits) {}

    private static final Pattern MARKS = Pattern.compile("[\\s./-]");

    /** By ISO 3166, save that Greece writes EL. */
    private static final Map<String, Form> FORMS = Map.ofEntries(
            form("AT", "U\\d{8}", n -> austria(n.substring(1))),
            form("BE", "[01]\\d{9}", n -> 97 - number(n, 0, 8) % 97 == number(n, 8, 10)),
            form("BG", "\\d{9,10}", n -> n.length() == 10 || bulgaria(n)),
            form("CH", "E\\d{9}(MWST|TVA|IVA)?", n -> switzerland(n.substring(1, 10))),
            form("CY", "\\d{8}[A-Z]", null),
            form("CZ", "\\d{8,10}", n -> n.length() > 8 || czechia(n)),
            form("DE", "[1-9]\\d{8}", VatNumber::mod11And10),
            form("DK", "[1-9]\\d{7}", n -> weighed(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            form("EE", "\\d{9}", n -> tens(weighed(n, 3, 7, 1, 3, 7, 1, 3, 7)) == digit(n, 8)),
            form("GR", "\\d{9}", n -> weighed(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(n, 8)),
            form("ES", "[A-Z0-9]\\d{7}[A-Z0-9]", VatNumber::spain),
            form("FI", "\\d{8}", n -> finland(n)),
            form("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}", VatNumber::france),
            form("GB", "(\\d{9}(\\d{3})?|(GD|HA)\\d{3})", n -> n.length() == 5 || britain(n)),
            form("HR", "\\d{11}", VatNumber::mod11And10),
            form("HU", "\\d{8}", n -> tens(weighed(n, 9, 7, 3, 1, 9, 7, 3)) == digit(n, 7)),
            form("IE", "(\\d{7}[A-W][A-IW]?|\\d[A-Z+*]\\d{5}[A-W])", VatNumber::ireland),
            form("IT", "\\d{11}", VatNumber::luhn),
            form("LT", "(\\d{9}|\\d{12})", VatNumber::lithuania),
            form("LU", "\\d{8}", n -> number(n, 0, 6) % 89 == number(n, 6, 8)),
            form("LV", "\\d{11}", null),
            form("MT", "[1-9]\\d{7}", n -> 37 - weighed(n, 3, 4, 6, 7, 8, 9) % 37 == number(n, 6, 8)),
            form("NL", "\\d{9}B\\d{2}", VatNumber::netherlands),
            form("NO", "\\d{9}(MVA)?", n -> elevens(weighed(n, 3, 2, 7, 6, 5, 4, 3, 2), 10) == digit(n, 8)),
            form("PL", "\\d{10}", n -> weighed(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(n, 9)),
            form("PT", "[1-9]\\d{8}", n -> elevens(weighed(n, 9, 8, 7, 6, 5, 4, 3, 2), 0) == digit(n, 8)),
            form("RO", "[1-9]\\d{1,9}", VatNumber::romania),
            form("SE", "\\d{10}\\d{2}", n -> luhn(n.substring(0, 10))),
            form("SI", "[1-9]\\d{7}", VatNumber::slovenia),
            form("SK", "[1-9]\\d{9}", n -> Long.parseLong(n) % 11 == 0),
            form("XI", "(\\d{9}(\\d{3})?|(GD|HA)\\d{3})", n -> n.length() == 5 || britain(n)));

    /** @param country the client's, for numbers that are written without theirs */
    static VatNumber read(String given, @Nullable String country) {
        var bare = MARKS.matcher(given.toUpperCase(Locale.ROOT)).replaceAll("");
        var named = bare.startsWith("EL") ? "GR" : bare.length() < 2 ? "" : bare.substring(0, 2);
        var form = FORMS.get(named);
        if (form != null) return judged(form, bare.substring(form.prefix().length()));
        var own = country == null || bare.isEmpty() || !Character.isDigit(bare.charAt(0)) ? null : FORMS.get(country);
        return own == null ? new VatNumber(given.strip(), VatCheck.NOT_CHECKED) : judged(own, bare);
    }

    private static VatNumber judged(Form form, String rest) {
        var text = form.prefix() + rest;
        if (!form.pattern().matcher(rest).matches()) return new VatNumber(text, VatCheck.WRONG);
        if (form.digits() == null) return new VatNumber(text, VatCheck.FORMAT_CHECKED);
        return new VatNumber(text, form.digits().test(rest) ? VatCheck.DIGITS_CHECKED : VatCheck.WRONG);
    }

    private static Map.Entry<String, Form> form(String country, String pattern, @Nullable Predicate<String> digits) {
        return Map.entry(country, new Form(country.equals("GR") ? "EL" : country, Pattern.compile(pattern), digits));
    }

    private static int digit(String n, int at) {
        return n.charAt(at) - '0';
    }

    private static int number(String n, int from, int to) {
        return Integer.parseInt(n.substring(from, to));
    }

    private static int weighed(String n, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * digit(n, i);
        return sum;
    }

    private static int tens(int sum) {
        return (10 - sum % 10) % 10;
    }

    /** @param ten what a remainder of ten is written as; 10 where such numbers are not given out */
    private static int elevens(int sum, int ten) {
        int rest = 11 - sum % 11;
        return rest == 11 ? 0 : rest == 10 ? ten : rest;
    }

    private static boolean luhn(String n) {
        int sum = 0;
        for (int i = 0; i < n.length(); i++) {
            int value = digit(n, n.length() - 1 - i) * (i % 2 == 1 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    /** ISO 7064. */
    private static boolean mod11And10(String n) {
        int product = 10;
        for (int i = 0; i < n.length() - 1; i++) {
            int sum = (digit(n, i) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10 == digit(n, n.length() - 1);
    }

    private static boolean austria(String n) {
        int sum = 4;
        for (int i = 0; i < 7; i++) {
            int value = digit(n, i) * (i % 2 == 1 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return tens(sum) == digit(n, 7);
    }

    private static boolean bulgaria(String n) {
        int rest = weighed(n, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        if (rest == 10) rest = weighed(n, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10;
        return rest == digit(n, 8);
    }

    private static boolean switzerland(String n) {
        return elevens(weighed(n, 5, 4, 3, 2, 7, 6, 5, 4), 10) == digit(n, 8);
    }

    private static boolean czechia(String n) {
        int rest = 11 - weighed(n, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (rest == 10 ? 0 : rest == 11 ? 1 : rest) == digit(n, 7);
    }

    private static boolean finland(String n) {
        return elevens(weighed(n, 7, 9, 10, 5, 8, 4, 2), 10) == digit(n, 7);
    }

    /** Old keys are two digits; newer ones have letters, whose sum is not public. */
    private static boolean france(String n) {
        if (!Character.isDigit(n.charAt(0)) || !Character.isDigit(n.charAt(1))) return true;
        return (12 + 3 * (number(n, 2, 11) % 97)) % 97 == number(n, 0, 2);
    }

    private static boolean britain(String n) {
        int sum = weighed(n, 8, 7, 6, 5, 4, 3, 2) + number(n, 7, 9);
        return sum % 97 == 0 || (sum + 55) % 97 == 0;
    }

    private static boolean ireland(String n) {
        if (!Character.isDigit(n.charAt(1))) n = "0" + n.substring(2, 7) + n.charAt(0) + n.substring(7);
        int more = n.length() == 9 ? "WABCDEFGHI".indexOf(n.charAt(8)) : 0;
        int sum = weighed(n, 8, 7, 6, 5, 4, 3, 2) + 9 * more;
        return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == n.charAt(7);
    }

    private static boolean lithuania(String n) {
        int last = n.length() - 1;
        int rest = around(n, last, 0) % 11;
        if (rest == 10) rest = around(n, last, 2) % 11 % 10;
        return rest == digit(n, last);
    }

    private static int around(String n, int count, int shift) {
        int sum = 0;
        for (int i = 0; i < count; i++) sum += ((i + shift) % 9 + 1) * digit(n, i);
        return sum;
    }

    /** Companies by the sum of eleven; since 2020 one-person businesses by ISO 7064 over the whole of it. */
    private static boolean netherlands(String n) {
        if (weighed(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(n, 8)) return true;
        int rest = 0;
        for (char c : ("NL" + n).toCharArray()) {
            int value = Character.getNumericValue(c);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }

    private static boolean romania(String n) {
        var whole = "0".repeat(10 - n.length()) + n;
        return weighed(whole, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == digit(whole, 9);
    }

    private static boolean slovenia(String n) {
        int rest = 11 - weighed(n, 8, 7, 6, 5, 4, 3, 2) % 11;
        return rest != 11 && (rest == 10 ? 0 : rest) == digit(n, 7);
    }

    private static boolean spain(String n) {
        char first = n.charAt(0);
        char last = n.charAt(8);
        var middle = n.substring(1, 8);
        if (Character.isDigit(first)) return last == personal(n.substring(0, 8));
        if ("XYZ".indexOf(first) >= 0) return last == personal("XYZ".indexOf(first) + middle);
        if ("KLM".indexOf(first) >= 0) return last == personal(middle);
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            int value = digit(middle, i) * (i % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        int control = tens(sum);
        return List.of((char) ('0' + control), "JABCDEFGHI".charAt(control)).contains(last);
    }

    private static char personal(String digits) {
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23);
    }
}
