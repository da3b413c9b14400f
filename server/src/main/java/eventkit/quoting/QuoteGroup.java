package eventkit.quoting;

import eventkit.core.Money;
import java.util.List;
import java.util.UUID;

/**
 * A part of a quote: audio, lighting, crew.
 *
 * @param name may be empty, where a quote has no parts
 * @param net of its lines that count, after all discounts
 */
public record QuoteGroup(UUID id, String name, Discount discount, Money net, List<QuoteLine> lines) {
    public QuoteGroup {
        lines = List.copyOf(lines);
    }

    QuoteGroup with(Money newNet, List<QuoteLine> newLines) {
        return new QuoteGroup(id, name, discount, newNet, newLines);
    }
}
