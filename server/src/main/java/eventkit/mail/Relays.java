package eventkit.mail;

import static eventkit.mail.db.Tables.SERVER;

import eventkit.mail.MailServer.Security;
import eventkit.mail.db.tables.records.ServerRecord;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which server it is: the operator's, else the one that was set on the screen. The SQL of that one row. */
@Component
class Relays {
    private final DSLContext db;
    private final Seal seal;
    private final @Nullable Relay operators;

    /** @param url the operator's, with {@code from}; see {@link Relay#of} */
    Relays(
            DSLContext db,
            Seal seal,
            @Value("${eventkit.mail.url:#{null}}") @Nullable String url,
            @Value("${eventkit.mail.from:#{null}}") @Nullable String from,
            @Value("${eventkit.mail.reply-to:#{null}}") @Nullable String replyTo) {
        this.db = db;
        this.seal = seal;
        this.operators = url == null || from == null ? null : Relay.of(url, from, replyTo);
    }

    boolean fixed() {
        return operators != null;
    }

    boolean set() {
        return senderAddress() != null;
    }

    @Nullable
    String senderAddress() {
        if (operators != null) return operators.senderAddress();
        return db.select(SERVER.SENDER_ADDRESS)
                .from(SERVER)
                .where(SERVER.HOST.isNotNull())
                .fetchOne(SERVER.SENDER_ADDRESS);
    }

    /** Throws a refusal where the password can not be unsealed. */
    Optional<Relay> current() {
        if (operators != null) return Optional.of(operators);
        var row = row();
        var sender = row.getSenderAddress();
        if (row.getHost() == null || sender == null) return Optional.empty();
        return Optional.of(new Relay(
                row.getHost(),
                row.getPort(),
                Security.valueOf(row.getSecurity()),
                row.getUsername(),
                row.getSecret() == null ? null : seal.opened(row.getSecret()),
                row.getSenderName(),
                sender,
                row.getReplyTo()));
    }

    MailServer view() {
        if (operators != null)
            return new MailServer(
                    operators.host(),
                    operators.port(),
                    operators.security(),
                    operators.username(),
                    operators.password() != null,
                    operators.senderName(),
                    operators.senderAddress(),
                    operators.replyTo(),
                    true,
                    row().getVersion());
        var row = row();
        return new MailServer(
                row.getHost(),
                row.getPort(),
                Security.valueOf(row.getSecurity()),
                row.getUsername(),
                row.getSecret() != null,
                row.getSenderName(),
                row.getSenderAddress(),
                row.getReplyTo(),
                false,
                row.getVersion());
    }

    void lock() {
        db.selectOne().from(SERVER).forUpdate().fetch();
    }

    /** @param password null: as it is; empty: none */
    void update(MailServers.Details d, @Nullable String password) {
        db.update(SERVER)
                .set(SERVER.HOST, d.host())
                .set(SERVER.PORT, d.port())
                .set(SERVER.SECURITY, d.security().name())
                .set(SERVER.USERNAME, d.username())
                .set(SERVER.SENDER_NAME, d.senderName())
                .set(SERVER.SENDER_ADDRESS, d.senderAddress())
                .set(SERVER.REPLY_TO, d.replyTo())
                .set(SERVER.VERSION, SERVER.VERSION.plus(1))
                .execute();
        if (password == null) return;
        db.update(SERVER)
                .set(SERVER.SECRET, password.isEmpty() ? null : seal.sealed(password))
                .execute();
    }

    private ServerRecord row() {
        return db.selectFrom(SERVER).fetchSingle();
    }
}
