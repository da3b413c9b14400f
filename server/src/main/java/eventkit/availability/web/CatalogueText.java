package eventkit.availability.web;

import eventkit.availability.ProductsFree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** A line, the comma before it included, which writes itself right into the generator's buffer. Nothing in it is to be escaped. */
final class CatalogueText implements SerializableString {
    private static final byte[] ID = ascii("{\"id\":\"");
    private static final byte[] FIRM = ascii("\",\"firm\":");
    private static final byte[] WORST = ascii(",\"worst\":");
    private static final byte[] EXPECTED = ascii(",\"expected\":");
    private static final int LONGEST = 128;

    private final ProductsFree free;
    int index;

    CatalogueText(ProductsFree free) {
        this.free = free;
    }

    @Override
    public int appendUnquotedUTF8(byte[] buffer, int offset) {
        return buffer.length - offset < LONGEST ? -1 : write(buffer, offset) - offset;
    }

    @Override
    public byte[] asUnquotedUTF8() {
        var bytes = new byte[LONGEST];
        return Arrays.copyOf(bytes, write(bytes, 0));
    }

    @Override
    public String getValue() {
        return new String(asUnquotedUTF8(), StandardCharsets.US_ASCII);
    }

    @Override
    public int charLength() {
        return asUnquotedUTF8().length;
    }

    @Override
    public char[] asQuotedChars() {
        return plain().asQuotedChars();
    }

    @Override
    public byte[] asQuotedUTF8() {
        return plain().asQuotedUTF8();
    }

    @Override
    public int appendQuotedUTF8(byte[] buffer, int offset) {
        return plain().appendQuotedUTF8(buffer, offset);
    }

    @Override
    public int appendQuoted(char[] buffer, int offset) {
        return plain().appendQuoted(buffer, offset);
    }

    @Override
    public int appendUnquoted(char[] buffer, int offset) {
        return plain().appendUnquoted(buffer, offset);
    }

    @Override
    public int writeQuotedUTF8(OutputStream out) throws IOException {
        return plain().writeQuotedUTF8(out);
    }

    @Override
    public int writeUnquotedUTF8(OutputStream out) throws IOException {
        return plain().writeUnquotedUTF8(out);
    }

    @Override
    public int putQuotedUTF8(ByteBuffer buffer) throws IOException {
        return plain().putQuotedUTF8(buffer);
    }

    @Override
    public int putUnquotedUTF8(ByteBuffer buffer) throws IOException {
        return plain().putUnquotedUTF8(buffer);
    }

    private SerializedString plain() {
        return new SerializedString(getValue());
    }

    private int write(byte[] into, int from) {
        int at = from;
        if (index > 0) into[at++] = ',';
        at = put(ID, into, at);
        free.product(index, into, at);
        at = put(FIRM, into, at + 36);
        at = number(free.firm(index), into, at);
        at = put(WORST, into, at);
        at = number(free.worst(index), into, at);
        at = put(EXPECTED, into, at);
        at = number(free.expected(index), into, at);
        into[at++] = '}';
        return at;
    }

    private static int put(byte[] text, byte[] into, int at) {
        System.arraycopy(text, 0, into, at, text.length);
        return at + text.length;
    }

    private static int number(int number, byte[] into, int at) {
        if (number < 0 || number > 99) return put(ascii(Integer.toString(number)), into, at);
        if (number > 9) into[at++] = (byte) ('0' + number / 10);
        into[at++] = (byte) ('0' + number % 10);
        return at;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
