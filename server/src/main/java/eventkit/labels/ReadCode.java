package eventkit.labels;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a label, before anybody is asked: an id of ours, the address of somebody else, or a number, alias or the like.
 *
 * @param text as it was read, without blanks around it
 * @param id of an id, or of an address of ours
 * @param foreignHost of any other address
 */
public record ReadCode(
        String text, @Nullable UUID id, @Nullable String foreignHost) {
    public static final int TEXT_MAX = 512;
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern LABEL_PATH =
            Pattern.compile("(?<before>.*)/(?:asset|case|location|kit)/(?<id>" + UUID_TEXT.pattern() + ")/?");

    /** @param addresses of this company, today's and earlier ones: labels do not age */
    public static ReadCode of(String read, Collection<String> addresses) {
        var text = read.strip();
        if (UUID_TEXT.matcher(text).matches()) return new ReadCode(text, UUID.fromString(text), null);
        var address = address(text);
        if (address == null) return new ReadCode(text, null, null);
        var path = LABEL_PATH.matcher(String.valueOf(address.getPath()));
        if (path.matches()) {
            var before = site(address) + path.group("before");
            for (var base : addresses) {
                var own = address(base);
                if (own != null && (site(own) + String.valueOf(own.getPath()).replaceFirst("/+$", "")).equals(before)) {
                    return new ReadCode(text, UUID.fromString(path.group("id")), null);
                }
            }
        }
        return new ReadCode(text, null, address.getHost());
    }

    private static @Nullable URI address(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        if (!small.startsWith("http://") && !small.startsWith("https://")) return null;
        try {
            var address = new URI(text);
            return address.getHost() == null ? null : address;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Host and port; whether a site is reached with or without TLS does not make it another one. */
    private static String site(URI address) {
        int standard = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        int port = address.getPort() < 0 ? standard : address.getPort();
        return address.getHost().toLowerCase(Locale.ROOT) + (port == 80 || port == 443 ? "" : ":" + port);
    }
}
