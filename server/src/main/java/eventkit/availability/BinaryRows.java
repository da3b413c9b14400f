package eventkit.availability;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows as {@code COPY … WITH BINARY} takes them (PostgreSQL, documentation of COPY, file formats). */
final class BinaryRows {
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final long MICROS = 1_000_000L;
    private static final int CHUNK = 1 << 16;

    private final int columns;
    private ByteBuffer bytes = ByteBuffer.allocate(CHUNK);

    BinaryRows(int columns) {
        this.columns = columns;
        bytes.put(SIGNATURE).putInt(0).putInt(0);
    }

    BinaryRows row() {
        room(2).putShort((short) columns);
        return this;
    }

    BinaryRows uuid(@Nullable UUID value) {
        if (value == null) return none();
        room(20).putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    BinaryRows number(int value) {
        room(8).putInt(4).putInt(value);
        return this;
    }

    /** @param value below zero for none */
    BinaryRows small(int value) {
        if (value < 0) return none();
        room(6).putInt(2).putShort((short) value);
        return this;
    }

    BinaryRows second(int seconds) {
        var epoch = Seconds.epoch(seconds);
        if (epoch == null) return none();
        room(12).putInt(8).putLong((epoch - Seconds.ZERO) * MICROS);
        return this;
    }

    BinaryRows instant(@Nullable Instant value) {
        if (value == null) return none();
        room(12).putInt(8).putLong((value.getEpochSecond() - Seconds.ZERO) * MICROS + value.getNano() / 1_000);
        return this;
    }

    /** Of ASCII alone. */
    BinaryRows word(String value) {
        room(4 + value.length()).putInt(value.length());
        for (int i = 0; i < value.length(); i++) bytes.put((byte) value.charAt(i));
        return this;
    }

    private BinaryRows none() {
        room(4).putInt(-1);
        return this;
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            var larger = ByteBuffer.allocate(2 * bytes.capacity());
            bytes.flip();
            bytes = larger.put(bytes);
        }
        return bytes;
    }

    /** @param into the table with its columns */
    void copy(Connection connection, String into) throws SQLException {
        room(2).putShort((short) -1);
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + into + " from stdin with (format binary)");
        try {
            for (int at = 0; at < bytes.position(); at += CHUNK)
                copy.writeToCopy(bytes.array(), at, Math.min(CHUNK, bytes.position() - at));
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }
}
