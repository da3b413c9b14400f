package eventkit.inventory;

import eventkit.core.Ids;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Writes rows into the staging table by COPY, each with the audit entry it will have. */
final class AssetCopy {
    private static final int CHUNK = 1 << 17;
    private final Connection connection;
    private final Ids ids;
    private final StringBuilder text = new StringBuilder(CHUNK + 4096);
    private final StringBuilder aliases = new StringBuilder();
    private final StringBuilder changes = new StringBuilder();

    AssetCopy(Connection connection, Ids ids) {
        this.connection = connection;
        this.ids = ids;
    }

    void add(AssetIntake.Row r) {
        cell(Long.toString(r.line()));
        for (int i = 0; i < 4; i++) cell(ids.next().toString());
        cell(r.productId().toString());
        cell(r.prefix());
        cell(r.number());
        cell(r.serial());
        cell(name(r.status()));
        cell(r.condition());
        cell(string(r.locationId()));
        cell(string(r.homeLocationId()));
        cell(r.purchaseDate() == null ? null : r.purchaseDate().toString());
        cell(r.supplier());
        cell(string(r.purchaseCostMinor()));
        cell(string(r.insuranceValueMinor()));
        cell(string(r.residualValueMinor()));
        cell(r.currency());
        cell(name(r.depreciation()));
        cell(string(r.usefulLifeMonths()));
        cell(string(r.decliningPercent()));
        cell(r.firmware());
        cell(r.notes());
        cell(audit(r));
        cell(costs(r));
        text.setCharAt(text.length() - 1, '\n');
        for (var alias : r.aliases()) {
            aliases.append(r.line()).append('\t');
            escaped(aliases, alias.toUpperCase(Locale.ROOT));
            aliases.append('\t');
            escaped(aliases, alias);
            aliases.append('\n');
        }
        if (text.length() >= CHUNK) flush();
    }

    /** What the audit trail says of an asset as it was registered, but for the number where it is yet to be given. */
    private String audit(AssetIntake.Row r) {
        changes.setLength(0);
        changes.append('[');
        change("productId", r.productId().toString(), true);
        change("number", r.number(), true);
        change("serial", r.serial(), true);
        change("status", r.status() == null ? "AVAILABLE" : r.status().name(), true);
        change("condition", r.condition() == null ? "GOOD" : r.condition(), true);
        change("locationId", string(r.locationId()), true);
        change("homeLocationId", string(r.homeLocationId()), true);
        change("purchaseDate", string(r.purchaseDate()), true);
        change("supplier", r.supplier(), true);
        change("firmware", r.firmware(), true);
        change("notes", r.notes(), true);
        return changes.append(']').toString();
    }

    /** The same of its costs, which not everybody may read; null where it has none. */
    private @Nullable String costs(AssetIntake.Row r) {
        changes.setLength(0);
        changes.append('[');
        change("purchaseCost", money(r.purchaseCostMinor(), r.currency()), false);
        change("insuranceValue", money(r.insuranceValueMinor(), r.currency()), false);
        if (r.depreciation() != Depreciation.NONE) change("depreciation", name(r.depreciation()), true);
        change("usefulLifeMonths", string(r.usefulLifeMonths()), false);
        change("residualValue", money(r.residualValueMinor(), r.currency()), false);
        change("decliningPercent", string(r.decliningPercent()), false);
        return changes.length() == 1 ? null : changes.append(']').toString();
    }

    private void change(String field, @Nullable String now, boolean quoted) {
        if (now == null) return;
        if (changes.length() > 1) changes.append(',');
        changes.append("{\"field\":\"").append(field).append("\",\"old\":null,\"now\":");
        if (quoted) json(now);
        else changes.append(now);
        changes.append('}');
    }

    private void json(String value) {
        changes.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') changes.append('\\').append(c);
            else if (c < 32) changes.append(String.format("\\u%04x", (int) c));
            else changes.append(c);
        }
        changes.append('"');
    }

    private static @Nullable String money(@Nullable Long minor, String currency) {
        return minor == null ? null : "{\"amountMinor\":" + minor + ",\"currency\":\"" + currency + "\"}";
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String string(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case UUID id -> id.toString();
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    private void cell(@Nullable String value) {
        if (value == null) text.append("\\N");
        else escaped(text, value);
        text.append('\t');
    }

    private static void escaped(StringBuilder to, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                default -> to.append(c);
            }
        }
    }

    /** One COPY a chunk: while one is open, its connection answers no other question, and whoever gives the rows may have one. */
    private void flush() {
        if (text.isEmpty()) return;
        try {
            copy("pg_temp.asset_intake", text);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends what is left, then the aliases. */
    void finish() throws SQLException {
        flush();
        if (!aliases.isEmpty()) copy("pg_temp.asset_intake_alias", aliases);
    }

    private void copy(String table, StringBuilder rows) throws SQLException {
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }
}
