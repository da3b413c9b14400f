package eventkit.quoting;

import eventkit.core.Money;
import eventkit.quoting.Quotes.Difference;
import eventkit.quoting.Quotes.Difference.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client reads differently in one version than in another. */
final class VersionDiff {
    private VersionDiff() {}

    static List<Difference> of(QuoteVersion before, QuoteVersion now) {
        var differences = new ArrayList<Difference>();
        compare(differences, null, null, header(before), header(now));
        var old = lines(before);
        var fresh = lines(now);
        fresh.forEach((id, line) -> {
            var was = old.get(id);
            if (was == null) differences.add(came(line));
            else compare(differences, id, line.name(), facts(was), facts(line));
        });
        old.forEach((id, line) -> {
            if (!fresh.containsKey(id))
                differences.add(new Difference(
                        id, line.name(), Kind.REMOVED, null, quantity(line) + " × " + line.name(), null));
        });
        return differences;
    }

    private static Difference came(QuoteLine line) {
        return new Difference(line.id(), line.name(), Kind.ADDED, null, null, quantity(line) + " × " + line.name());
    }

    private static Map<UUID, QuoteLine> lines(QuoteVersion v) {
        var lines = new LinkedHashMap<UUID, QuoteLine>();
        v.lines().forEach(line -> lines.put(line.id(), line));
        return lines;
    }

    private static void compare(
            List<Difference> differences,
            @Nullable UUID id,
            @Nullable String name,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> now) {
        now.forEach((field, value) -> {
            var was = text(before.get(field));
            var is = text(value);
            if (!Objects.equals(was, is)) differences.add(new Difference(id, name, Kind.CHANGED, field, was, is));
        });
    }

    private static Map<String, @Nullable Object> header(QuoteVersion v) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("hireFrom", v.hireFrom());
        facts.put("hireTo", v.hireTo());
        facts.put("chargedDays", v.chargedDays());
        facts.put("validUntil", v.validUntil());
        facts.put("intro", v.intro());
        facts.put("terms", v.terms());
        facts.put("clientDiscountPercent", v.clientDiscountPercent());
        facts.put("discountPercent", v.discount().percent());
        facts.put("discount", Quotes.Details.amount(v.discount(), v.currency()));
        facts.put("depositPercent", v.depositPercent());
        facts.put("cancellation", CancellationStep.words(v.cancellation()));
        facts.put("vat", v.vat().percent());
        facts.put("net", v.totals().net());
        facts.put("gross", v.totals().gross());
        return facts;
    }

    private static Map<String, @Nullable Object> facts(QuoteLine l) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("name", l.name());
        facts.put("note", l.note());
        facts.put("quantity", l.quantity());
        facts.put("listPrice", l.basis().listPrice());
        facts.put("factor", l.basis().factor());
        facts.put("rate", l.basis().rate());
        facts.put("discountPercent", l.discountPercent());
        facts.put("percent", l.percent());
        facts.put("optional", l.optional());
        facts.put("chosen", l.chosen());
        facts.put("vat", l.vat().percent());
        facts.put("net", l.net());
        return facts;
    }

    private static String quantity(QuoteLine line) {
        return line.quantity().toPlainString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number ->
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case Money money -> money.toString();
            default -> value.toString();
        };
    }
}
