package eventkit.core;

import eventkit.core.Refusal.FieldError;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that a person sees all of it at once; {@link #orThrow()} ends it. */
public final class Check {
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;:()\\[\\]\\\\]+@[^\\s@<>\",;:()\\[\\]\\\\]+\\.[^\\s@<>\",;:()\\[\\]\\\\]{2,}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final long MINOR_MAX = 1_000_000_000_000L;
    private final List<FieldError> errors = new ArrayList<>();

    public Check that(boolean holds, String field, String code, String message) {
        if (!holds) errors.add(new FieldError(field, code, message));
        return this;
    }

    public Check required(@Nullable Object value, String field) {
        return that(value != null && !(value instanceof String s && s.isBlank()), field, "required", "Fill this in.");
    }

    /** A line of text: at most {@code max} characters, no control characters. */
    public Check line(@Nullable String value, String field, int max) {
        if (value == null) return this;
        that(value.codePointCount(0, value.length()) <= max, field, "too-long", "Use at most " + max + " characters.");
        return that(
                value.chars().noneMatch(c -> Character.isISOControl(c)) && wellFormed(value),
                field,
                "control-characters",
                "Remove line breaks and control characters.");
    }

    /** Text of several lines: line breaks and tabs allowed. */
    public Check text(@Nullable String value, String field, int max) {
        if (value == null) return this;
        that(value.codePointCount(0, value.length()) <= max, field, "too-long", "Use at most " + max + " characters.");
        return that(
                value.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                        && wellFormed(value),
                field,
                "control-characters",
                "Remove control characters.");
    }

    public Check between(@Nullable Number value, String field, long min, long max) {
        if (value == null) return this;
        var exact = new BigDecimal(value.toString());
        return that(
                exact.compareTo(BigDecimal.valueOf(min)) >= 0 && exact.compareTo(BigDecimal.valueOf(max)) <= 0,
                field,
                "out-of-range",
                "Use a number from " + min + " to " + max + ".");
    }

    /** At most so many digits after the point. */
    public Check decimals(@Nullable BigDecimal value, String field, int most) {
        return that(
                value == null || value.stripTrailingZeros().scale() <= most,
                field,
                "too-many-decimals",
                "Use at most " + most + " decimals.");
    }

    /** An amount of which nothing is below zero, nor beyond ten thousand million. */
    public Check money(@Nullable Money value, String field) {
        if (value == null) return this;
        return required(value.currency(), field + ".currency")
                .between(value.amountMinor(), field + ".amountMinor", 0, MINOR_MAX);
    }

    public Check email(@Nullable String value, String field) {
        if (value == null) return this;
        return that(
                value.length() <= 254 && EMAIL.matcher(value).matches(),
                field,
                "not-an-email",
                "Use an e-mail address such as ana@example.org.");
    }

    /** An absolute http or https address. */
    public Check webAddress(@Nullable String value, String field) {
        if (value == null) return this;
        return that(
                value.length() <= 2000 && isWebAddress(value),
                field,
                "not-a-web-address",
                "Use an address that starts with https:// or http://.");
    }

    public Check date(@Nullable LocalDate value, String field) {
        if (value == null) return this;
        return that(
                !value.isBefore(EARLIEST) && value.isBefore(LATEST),
                field,
                "date-out-of-range",
                "Use a date between 1900 and 2199.");
    }

    public Check size(@Nullable List<?> value, String field, int max) {
        if (value == null) return this;
        return that(value.size() <= max, field, "too-many", "Use at most " + max + " entries.");
    }

    /** What an id points to is there; no id points to nothing, which is well. */
    public Check known(DSLContext db, TableField<?, UUID> ids, @Nullable UUID id, String field, String message) {
        return that(
                id == null || db.fetchExists(Objects.requireNonNull(ids.getTable()), ids.eq(id)),
                field,
                "unknown",
                message);
    }

    public boolean failed() {
        return !errors.isEmpty();
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Throws {@link Invalid} naming every broken field. */
    public void orThrow() {
        if (failed()) throw new Invalid(errors);
    }

    private static boolean isWebAddress(String value) {
        try {
            var uri = new URI(value);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean wellFormed(String value) {
        return value.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }
}
