package eventkit.availability;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import java.util.UUID;

/** Products in a fixed order, with their identifiers also as text: writing ten thousand of them anew takes as long as working out what is free of them. */
final class Products extends AbstractList<UUID> implements RandomAccess {
    static final Products NONE = new Products(new UUID[0]);
    static final int LENGTH = 36;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final UUID[] ids;
    private final byte[] texts;

    private Products(UUID[] ids, byte[] texts) {
        this.ids = ids;
        this.texts = texts;
    }

    /** @param ids is kept */
    Products(UUID[] ids) {
        this(ids, new byte[LENGTH * ids.length]);
        for (int i = 0; i < ids.length; i++) text(ids[i], LENGTH * i);
    }

    Products and(Products more) {
        var ids = Arrays.copyOf(this.ids, this.ids.length + more.ids.length);
        var texts = Arrays.copyOf(this.texts, this.texts.length + more.texts.length);
        System.arraycopy(more.ids, 0, ids, this.ids.length, more.ids.length);
        System.arraycopy(more.texts, 0, texts, this.texts.length, more.texts.length);
        return new Products(ids, texts);
    }

    @Override
    public int size() {
        return ids.length;
    }

    @Override
    public UUID get(int index) {
        return ids[index];
    }

    /** Writes the {@value #LENGTH} bytes of an identifier. */
    void text(int index, byte[] into, int at) {
        System.arraycopy(texts, LENGTH * index, into, at, LENGTH);
    }

    /** As RFC 9562, section 4, writes it. */
    private void text(UUID id, int at) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        digits(high >>> 32, 8, at);
        digits(high >>> 16, 4, at + 9);
        digits(high, 4, at + 14);
        digits(low >>> 48, 4, at + 19);
        digits(low, 12, at + 24);
        texts[at + 8] = texts[at + 13] = texts[at + 18] = texts[at + 23] = '-';
    }

    private void digits(long bits, int count, int at) {
        for (int i = at + count - 1; i >= at; i--) {
            texts[i] = DIGITS[(int) bits & 15];
            bits >>>= 4;
        }
    }
}
