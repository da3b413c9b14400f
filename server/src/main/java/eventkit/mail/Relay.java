package eventkit.mail;

import eventkit.mail.MailServer.Security;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that is needed to send. Its text never tells the password. */
record Relay(
        String host,
        int port,
        Security security,
        @Nullable String username,
        @Nullable String password,
        @Nullable String senderName,
        String senderAddress,
        @Nullable String replyTo) {

    /**
     * As the operator sets it.
     *
     * @param url {@code smtp://user:password@host:587}; {@code smtps} for TLS from the first byte, {@code smtp-plain} for none
     * @param from {@code rental@example.com} or {@code Name <rental@example.com>}
     */
    static Relay of(String url, String from, @Nullable String replyTo) {
        var uri = URI.create(url);
        var security = switch (String.valueOf(uri.getScheme())) {
            case "smtps" -> Security.TLS;
            case "smtp-plain" -> Security.NONE;
            default -> Security.STARTTLS;
        };
        int usual = security == Security.TLS ? 465 : security == Security.NONE ? 25 : 587;
        var info = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        int bracket = from.indexOf('<');
        var name = bracket < 0 ? "" : from.substring(0, bracket).strip();
        var address = bracket < 0 ? from.strip() : from.substring(bracket + 1, from.length() - 1);
        return new Relay(
                Objects.requireNonNull(uri.getHost()),
                uri.getPort() < 0 ? usual : uri.getPort(),
                security,
                info.length > 0 ? decoded(info[0]) : null,
                info.length > 1 ? decoded(info[1]) : null,
                name.isEmpty() ? null : name,
                address,
                replyTo);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Relay[" + host + ":" + port + ", " + security + "]";
    }
}
