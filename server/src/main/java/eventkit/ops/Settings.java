package eventkit.ops;

import eventkit.postgres.DatabaseAccess;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What whoever runs the server may set, from the command line, the environment, or {@code eventkit.conf}, in this order.
 * docs/settings.md has each with its default; a test compares. Secrets are never printed.
 */
record Settings(
        int port,
        @Nullable String address,
        Path data,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @Nullable String baseUrl,
        @Nullable String metricsToken,
        @Nullable String trustedProxies,
        Map<String, String> postgres,
        Map<String, String> mail,
        int scale) {

    /** Every name that may stand in the file or the environment of the server. */
    static final List<String> NAMES = List.of(
            "EVENTKIT_PORT",
            "EVENTKIT_ADDRESS",
            "EVENTKIT_DATA",
            "EVENTKIT_DATABASE_URL",
            "EVENTKIT_DATABASE_USER",
            "EVENTKIT_DATABASE_PASSWORD",
            "EVENTKIT_BASE_URL",
            "EVENTKIT_METRICS_TOKEN",
            "EVENTKIT_TRUSTED_PROXIES",
            "EVENTKIT_POSTGRES_SETTINGS",
            "EVENTKIT_SMTP_URL",
            "EVENTKIT_MAIL_FROM",
            "EVENTKIT_MAIL_REPLY_TO");

    private static final String CONFIG = "EVENTKIT_CONFIG";
    private static final Map<String, String> OPTIONS =
            Map.of("--port", "EVENTKIT_PORT", "--data", "EVENTKIT_DATA", "--scale", "SCALE");

    /**
     * Reads the settings.
     *
     * @param options {@code --port N}, {@code --data DIR}, {@code --scale N}, also as {@code --port=N}
     * @throws OpsFailure naming the option or the line that is not understood
     */
    static Settings of(List<String> options, Map<String, String> environment) {
        Map<String, String> given = parse(options);
        String data = first(given.get("EVENTKIT_DATA"), environment.get("EVENTKIT_DATA"), "data");
        String config = environment.get(CONFIG);
        Path file = config == null || config.isBlank() ? Path.of(data, "eventkit.conf") : Path.of(config);
        if (config != null && !config.isBlank() && !Files.exists(file)) {
            throw new OpsFailure("The file " + file + " that " + CONFIG + " names is not there.");
        }
        Map<String, String> all = new TreeMap<>(read(file));
        if (config == null && all.containsKey("EVENTKIT_DATA")) {
            throw new OpsFailure("EVENTKIT_DATA can not be set in " + file
                    + ", which is looked for in that folder. Use --data or the environment, or name the file in "
                    + CONFIG + ".");
        }
        for (String name : NAMES) {
            String value = environment.get(name);
            if (value != null && !value.isBlank()) all.put(name, value);
        }
        all.putAll(given);
        String url = all.get("EVENTKIT_DATABASE_URL");
        DatabaseAccess external = url == null
                ? null
                : external(url, all.get("EVENTKIT_DATABASE_USER"), all.get("EVENTKIT_DATABASE_PASSWORD"));
        return new Settings(
                number(all, "EVENTKIT_PORT", 8080, 0, 65_535),
                all.get("EVENTKIT_ADDRESS"),
                Path.of(first(all.get("EVENTKIT_DATA"), "data"))
                        .toAbsolutePath()
                        .normalize(),
                external == null ? null : external.url(),
                external == null ? null : external.user(),
                external == null ? null : external.password(),
                baseUrl(all.get("EVENTKIT_BASE_URL")),
                all.get("EVENTKIT_METRICS_TOKEN"),
                proxies(all.get("EVENTKIT_TRUSTED_PROXIES")),
                postgresSettings(all.getOrDefault("EVENTKIT_POSTGRES_SETTINGS", "")),
                mail(all),
                number(all, "SCALE", 1, 1, 1_000));
    }

    /** The database we were given, if any; without it we bring our own. */
    Optional<DatabaseAccess> external() {
        String url = databaseUrl;
        if (url == null) return Optional.empty();
        return Optional.of(new DatabaseAccess(
                url, databaseUser == null ? "" : databaseUser, databasePassword == null ? "" : databasePassword));
    }

    Path files() {
        return data.resolve("files");
    }

    @Override
    public String toString() {
        return "Settings[port=" + port + ", data=" + data + ", database=" + (databaseUrl == null ? "own" : databaseUrl)
                + "]";
    }

    private static Map<String, String> parse(List<String> options) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < options.size(); i++) {
            String option = options.get(i);
            int equals = option.indexOf('=');
            String name = OPTIONS.get(equals < 0 ? option : option.substring(0, equals));
            if (name == null) {
                throw new OpsFailure("The option " + option + " is not known. See ./eventkit help.");
            }
            if (equals < 0 && i + 1 == options.size()) throw new OpsFailure("The option " + option + " needs a value.");
            given.put(name, equals < 0 ? options.get(++i) : option.substring(equals + 1));
        }
        return given;
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!Files.exists(file)) return settings;
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                String text = line.strip();
                if (text.isEmpty() || text.startsWith("#")) continue;
                int equals = text.indexOf('=');
                String name = equals < 0 ? text : text.substring(0, equals).strip();
                if (equals < 0 || !NAMES.contains(name)) {
                    throw new OpsFailure(file + ", line " + number + ": " + name
                            + " is not a setting. See docs/settings.md; a line reads KEY=value.");
                }
                settings.put(name, unquoted(text.substring(equals + 1).strip()));
            }
        } catch (IOException e) {
            throw new OpsFailure("The settings in " + file + " can not be read: " + e.getMessage(), e);
        }
        return settings;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static int number(Map<String, String> all, String name, int fallback, int min, int max) {
        String value = all.get(name);
        if (value == null) return fallback;
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= min && number <= max) return number;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new OpsFailure((name.equals("SCALE") ? "--scale" : name) + " is " + value + ", but must be a number from "
                + min + " to " + max + ".");
    }

    private static @Nullable String baseUrl(@Nullable String value) {
        if (value == null) return null;
        if (!value.matches("https?://[^/\\s?#]+(/[^\\s?#]*)?")) {
            throw new OpsFailure("EVENTKIT_BASE_URL is " + value + ", but must read like https://kit.example.com.");
        }
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }

    private static @Nullable String proxies(@Nullable String value) {
        if (value == null || value.isBlank()) return null;
        for (String part : value.split(",", -1)) {
            if (!part.strip().matches("[0-9a-fA-F:.]+(/\\d{1,3})?")) {
                throw new OpsFailure("EVENTKIT_TRUSTED_PROXIES has " + part.strip()
                        + ", but must be addresses with commas between, such as 10.0.0.2 or 172.18.0.0/16.");
            }
        }
        return value.replace(" ", "");
    }

    /** What the server's properties are called that say through what e-mail leaves; the password in the address is never said in an error. */
    private static Map<String, String> mail(Map<String, String> all) {
        var url = all.get("EVENTKIT_SMTP_URL");
        var from = all.get("EVENTKIT_MAIL_FROM");
        var replyTo = all.get("EVENTKIT_MAIL_REPLY_TO");
        if (url == null) return Map.of();
        if (!url.matches("(smtp|smtps|smtp-plain)://([^@/\\s]+@)?[A-Za-z0-9.-]+(:\\d{1,5})?/?"))
            throw new OpsFailure(
                    "EVENTKIT_SMTP_URL must read like smtp://user:password@smtp.example.com:587; smtps:// for"
                            + " TLS from the first byte, smtp-plain:// for none. Encode @ and / in a password as %40 and %2F.");
        if (from == null || !from.matches("[^<>@\\s]+@[^<>@\\s]+|[^<>]*<[^<>@\\s]+@[^<>@\\s]+>"))
            throw new OpsFailure(
                    "EVENTKIT_MAIL_FROM must be an address such as rental@example.com or Rental <rental@example.com>.");
        Map<String, String> mail = new LinkedHashMap<>();
        mail.put("eventkit.mail.url", url);
        mail.put("eventkit.mail.from", from);
        if (replyTo != null) mail.put("eventkit.mail.reply-to", replyTo);
        return mail;
    }

    private static Map<String, String> postgresSettings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String part : text.strip().split("\\s+", -1)) {
            if (part.isEmpty()) continue;
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new OpsFailure("EVENTKIT_POSTGRES_SETTINGS has " + part + ", but each must read name=value.");
            }
            settings.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return settings;
    }

    /** Takes {@code jdbc:postgresql://…} as well as {@code postgres://user:password@host/database}, as hosts hand it out. */
    private static DatabaseAccess external(String url, @Nullable String user, @Nullable String password) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new DatabaseAccess(url, user == null ? "" : user, password == null ? "" : password);
        }
        if (!url.startsWith("postgres://") && !url.startsWith("postgresql://")) {
            throw new OpsFailure("EVENTKIT_DATABASE_URL must begin with jdbc:postgresql: or postgresql:");
        }
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            // Its message would repeat the URL, and the password with it.
            throw new OpsFailure("EVENTKIT_DATABASE_URL is not a valid address.");
        }
        String[] info = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseAccess(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                user != null ? user : info.length > 0 ? decoded(info[0]) : "",
                password != null ? password : info.length > 1 ? decoded(info[1]) : "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) return value;
        }
        throw new IllegalArgumentException("no value");
    }
}
