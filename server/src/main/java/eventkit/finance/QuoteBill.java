package eventkit.finance;

import eventkit.core.Invalid;
import eventkit.core.Money;
import eventkit.core.VatRate;
import eventkit.finance.BilledRows.Billed;
import eventkit.quoting.LineKind;
import eventkit.quoting.QuoteLine;
import eventkit.quoting.QuoteVersion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lines of an invoice over an accepted quote, beside what was billed of it before. Net amounts in the minor unit of its currency. */
record QuoteBill(UUID quote, QuoteVersion version, List<Billed> before, BillWords words) {
    private static final int PRICE_DIGITS = 4;

    private record Bucket(ProfitGroup group, VatRate rate) {}

    private record Part(String text, @Nullable String note, BigDecimal quantity, long net, Bucket bucket, UUID of) {}

    long billed() {
        return before.stream().filter(b -> !b.deposit()).mapToLong(Billed::net).sum();
    }

    long deposits() {
        return before.stream().filter(Billed::deposit).mapToLong(Billed::net).sum();
    }

    long left() {
        return version.totals().net().amountMinor() - billed() - deposits();
    }

    long billedOf(UUID line) {
        return before.stream()
                .filter(b -> !b.deposit() && b.part().equals(line))
                .mapToLong(Billed::net)
                .sum();
    }

    List<Invoices.Line> deposit(BigDecimal percent) {
        var parts = new ArrayList<Part>();
        for (var sum : version.share(percent).sums())
            parts.add(new Part(
                    words.deposit(percent),
                    null,
                    BigDecimal.ONE,
                    sum.net().amountMinor(),
                    new Bucket(ProfitGroup.EQUIPMENT, sum.rate()),
                    quote));
        return lines(trimmed(parts));
    }

    /** What is owed of it once it is cancelled; nothing that was accepted is billed by that. */
    List<Invoices.Line> fee(BigDecimal percent) {
        return version.share(percent).sums().stream()
                .filter(sum -> sum.net().amountMinor() != 0)
                .map(sum -> new Invoices.Line(
                        words.fee(percent),
                        null,
                        BigDecimal.ONE,
                        null,
                        BigDecimal.valueOf(
                                sum.net().amountMinor(),
                                Bookkeeping.digits(sum.net().currency())),
                        null,
                        sum.rate().category(),
                        sum.rate().percent(),
                        null,
                        ProfitGroup.OTHER,
                        null,
                        null,
                        null))
                .toList();
    }

    List<Invoices.Line> share(BigDecimal percent) {
        var parts = new ArrayList<Part>();
        quoted().forEach((bucket, net) -> parts.add(new Part(
                words.part(percent, bucket.group()), null, BigDecimal.ONE, part(net, percent), bucket, quote)));
        return lines(trimmed(parts));
    }

    private static long part(long net, BigDecimal percent) {
        return BigDecimal.valueOf(net)
                .multiply(percent.movePointLeft(2))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    List<Invoices.Line> chosen(List<UUID> wanted) {
        var parts = new ArrayList<Part>();
        for (var id : wanted) {
            var line = version.lines()
                    .filter(l -> l.chosen() && l.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Invalid("lines", "unknown", "Choose lines that the client accepted."));
            if (billedOf(id) >= line.net().amountMinor())
                throw new QuoteBilled(words.quote() + ", " + line.name(), line.net());
            parts.add(rest(line));
        }
        return lines(parts);
    }

    /** Every line of which something is left, and off it what was billed as a share of the whole. */
    List<Invoices.Line> rest() {
        var parts = new ArrayList<Part>();
        version.lines()
                .filter(l -> l.chosen() && l.quantity().signum() > 0)
                .filter(l -> l.net().amountMinor() == 0
                        ? billed() == 0
                        : billedOf(l.id()) != l.net().amountMinor())
                .forEach(l -> parts.add(rest(l)));
        var shares = new LinkedHashMap<Bucket, Long>();
        for (var b : before)
            if (!b.deposit() && b.part().equals(quote))
                shares.merge(new Bucket(b.group(), b.rate()), b.net(), Long::sum);
        shares.forEach((bucket, net) -> {
            if (net != 0)
                parts.add(new Part(
                        net > 0 ? words.lessParts(bucket.group()) : words.rest(bucket.group()),
                        null,
                        BigDecimal.ONE,
                        -net,
                        bucket,
                        quote));
        });
        return lines(parts);
    }

    private Part rest(QuoteLine line) {
        long net = line.net().amountMinor();
        long before = billedOf(line.id());
        return new Part(
                before == 0 ? line.name() : words.rest(line.name()),
                line.note(),
                before == 0 && line.quantity().signum() > 0 ? line.quantity() : BigDecimal.ONE,
                net - before,
                new Bucket(group(line.kind()), line.vat()),
                line.id());
    }

    /** What was accepted, by what it is earned with and how it is taxed. */
    private Map<Bucket, Long> quoted() {
        var sums = new LinkedHashMap<Bucket, Long>();
        version.lines()
                .filter(QuoteLine::chosen)
                .forEach(l ->
                        sums.merge(new Bucket(group(l.kind()), l.vat()), l.net().amountMinor(), Long::sum));
        sums.values().removeIf(net -> net == 0);
        return sums;
    }

    /** Shares are rounded each by itself: the last of several may come to some cents more than is left, and gives them up. */
    private List<Part> trimmed(List<Part> parts) {
        long over = parts.stream().mapToLong(Part::net).sum() - left();
        if (over <= 0 || over > parts.size()) return parts;
        var trimmed = new ArrayList<Part>();
        for (var p : parts) {
            long off = over > 0 && p.net() > 0 ? 1 : 0;
            over -= off;
            trimmed.add(new Part(p.text(), p.note(), p.quantity(), p.net() - off, p.bucket(), p.of()));
        }
        return trimmed;
    }

    private List<Invoices.Line> lines(List<Part> parts) {
        return parts.stream()
                .filter(p -> p.net() != 0 || p.note() != null || parts.size() > 1)
                .map(this::line)
                .toList();
    }

    /** With its quantity and price where they make the amount to the cent, else in one. */
    private Invoices.Line line(Part p) {
        int digits = Bookkeeping.digits(version.totals().net().currency());
        var whole = BigDecimal.valueOf(Math.abs(p.net()), digits);
        var quantity = p.quantity();
        var price = whole.divide(quantity, PRICE_DIGITS, RoundingMode.HALF_UP);
        boolean exact = p.net() >= 0
                && quantity.multiply(price)
                                .setScale(digits, RoundingMode.HALF_UP)
                                .compareTo(whole)
                        == 0;
        var one = p.net() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        var text = exact || quantity.compareTo(BigDecimal.ONE) == 0
                ? p.text()
                : quantity.stripTrailingZeros().toPlainString() + " × " + p.text();
        return new Invoices.Line(
                BillWords.shortened(text),
                p.note(),
                exact ? quantity : one,
                null,
                exact ? price : whole,
                null,
                p.bucket().rate().category(),
                p.bucket().rate().percent(),
                null,
                p.bucket().group(),
                null,
                null,
                p.of());
    }

    Map<UUID, Money> billedByLine() {
        var currency = version.totals().net().currency();
        var sums = new HashMap<UUID, Money>();
        for (var b : before) if (!b.deposit()) sums.merge(b.part(), new Money(b.net(), currency), Money::plus);
        return sums;
    }

    static ProfitGroup group(LineKind kind) {
        return switch (kind) {
            case PRODUCT, KIT -> ProfitGroup.EQUIPMENT;
            case CREW -> ProfitGroup.CREW;
            case TRANSPORT -> ProfitGroup.TRANSPORT;
            case CONSUMABLE -> ProfitGroup.CONSUMABLES;
            case SUB_HIRE -> ProfitGroup.SUB_HIRE;
            case TEXT, PERCENT -> ProfitGroup.OTHER;
        };
    }
}
