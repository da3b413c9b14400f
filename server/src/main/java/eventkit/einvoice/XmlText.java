package eventkit.einvoice;

import eventkit.core.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** XML, an element a line. Names are given with their prefix; what has no content is not written, because no rule allows empty elements. */
final class XmlText {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes name, value, name, value … */
    XmlText open(String name, String... attributes) {
        tag(name, attributes).append(">\n");
        open.push(name);
        return this;
    }

    XmlText close() {
        var name = open.pop();
        indent().append("</").append(name).append(">\n");
        return this;
    }

    /** Nothing where there is no text. */
    XmlText text(String name, @Nullable String value, String... attributes) {
        if (value == null || value.isBlank()) return this;
        tag(name, attributes).append('>');
        escape(value.strip());
        out.append("</").append(name).append(">\n");
        return this;
    }

    XmlText amount(String name, Money value, String... attributes) {
        return text(name, plain(value), attributes);
    }

    static String plain(Money value) {
        return BigDecimal.valueOf(
                        value.amountMinor(), Math.max(0, value.currency().getDefaultFractionDigits()))
                .toPlainString();
    }

    static String plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    byte[] bytes() {
        if (!open.isEmpty()) throw new IllegalStateException("still open: " + open);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder tag(String name, String... attributes) {
        indent().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        return out;
    }

    private StringBuilder indent() {
        return out.append("  ".repeat(open.size()));
    }

    /** What XML can not hold is left out. */
    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (c == '\n'
                            || c == '\t'
                            || c >= 0x20 && c <= 0xD7FF
                            || c >= 0xE000 && c <= 0xFFFD
                            || c >= 0x10000) out.appendCodePoint(c);
                }
            }
        });
    }
}
