package eventkit.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * The same rows as a request reads or writes, by plain JDBC on one connection: prepared statements, no checks, no JSON. It stands where pgbench would,
 * which is not among the binaries that come with EventKit.
 */
final class BareRows implements AutoCloseable {
    private static final String READ = """
            select a.*, p.name, p.manufacturer, p.model, c.name, l.*,
                   array(select above.name from inventory.location above where above.id = any (l.path)),
                   array(select x.shown from inventory.asset_alias x where x.asset_id = a.id),
                   array(select d.due_on from maintenance.due d where d.asset_id = a.id),
                   array(select j.number from maintenance.job j where j.asset_id = a.id)
              from inventory.asset a
              join catalogue.product p on p.id = a.product_id
              left join catalogue.category c on c.id = p.category_id
              left join inventory.location l on l.id = a.location_id
             where a.id = ?
            """;
    private static final String NUMBER = """
            insert into inventory.number_sequence as s (prefix, next) values (?, 2)
            on conflict (prefix) do update set next = s.next + 1 returning next - 1
            """;
    private static final String ASSET = """
            insert into inventory.asset (id, product_id, number, serial, status, location_id, purchase_date, supplier, currency, depreciation, created_at)
            values (?, ?, ?, ?, 'AVAILABLE', ?, date '2026-03-17', 'Bench Supply', 'EUR', 'NONE', now())
            """;
    private static final String MOVEMENT = """
            insert into inventory.asset_movement (id, asset_id, at, to_location_id, to_status, reason, actor_name)
            values (uuidv7(), ?, now(), ?, 'AVAILABLE', 'Registered', 'Owner')
            """;
    private static final String AUDIT = """
            insert into core.audit_entry (id, at, actor_name, via, ip, trace_id, subject_kind, subject_id, subject_label, action, version, changes)
            values (uuidv7(), now(), 'Owner', 'WEB', '127.0.0.1', ?, 'asset', ?, ?, 'created', 1, ?::jsonb)
            """;
    private static final String KEY = """
            insert into core.idempotency (caller_id, key, request_hash, status, headers, body, created_at) values (?, ?, ?, 201, '{}', ?, now())
            """;
    private static final UUID CALLER = new UUID(0, 7);

    private final Connection connection;
    private final PreparedStatement read;
    private final PreparedStatement number;
    private final PreparedStatement asset;
    private final PreparedStatement movement;
    private final PreparedStatement audit;
    private final PreparedStatement key;
    private final String changes;
    private final byte[] answer;

    /**
     * @param changes what the audit trail says of a registration
     * @param answer what the idempotency key keeps of it
     */
    BareRows(Path data, String changes, byte[] answer) throws Exception {
        this.changes = changes;
        this.answer = answer;
        connection = ImportBench.connect(data);
        read = connection.prepareStatement(READ);
        number = connection.prepareStatement(NUMBER);
        asset = connection.prepareStatement(ASSET);
        movement = connection.prepareStatement(MOVEMENT);
        audit = connection.prepareStatement(AUDIT);
        key = connection.prepareStatement(KEY);
    }

    int read(UUID id) throws SQLException {
        read.setObject(1, id);
        try (var rows = read.executeQuery()) {
            int length = 0;
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) length += rows.getString(i) == null ? 0 : 1;
            }
            if (length == 0) throw new SQLException("there is no asset " + id);
            return length;
        }
    }

    /** One transaction, as a registration over the API is. */
    int register(Company company, int product, String serial) throws Exception {
        connection.setAutoCommit(false);
        var id = UUID.randomUUID();
        var hash = MessageDigest.getInstance("SHA-256").digest(serial.getBytes(StandardCharsets.UTF_8));
        run(key, CALLER, serial, hash, answer);
        number.setString(1, "BARE" + product);
        String label;
        try (var rows = number.executeQuery()) {
            rows.next();
            label = "BARE" + product + "-" + rows.getLong(1);
        }
        run(asset, id, company.products().get(product % company.products().size()), label, serial, company.location());
        run(movement, id, company.location());
        run(audit, serial, id, label, changes);
        connection.commit();
        connection.setAutoCommit(true);
        return 1;
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        var all = List.of(values);
        for (int i = 0; i < all.size(); i++) statement.setObject(i + 1, all.get(i));
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
