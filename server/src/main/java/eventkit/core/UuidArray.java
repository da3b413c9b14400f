package eventkit.core;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * A {@code uuid[]} as PostgreSQL sends and receives it (array_recv in its source): the driver would write each as 36 letters, which PostgreSQL reads again one
 * by one, and a scan sends some thirty of them. Where the connection does not allow it ({@code binaryTransferEnable}), it goes as text.
 */
final class UuidArray extends PGobject implements PGBinaryObject {
    private static final long serialVersionUID = 1L;
    /** PostgreSQL's number of the type uuid. */
    private static final int UUID_OID = 2950;

    private static final int HEAD = 5 * Integer.BYTES;
    private static final int VALUE = 2 * Long.BYTES;

    private final transient @Nullable UUID[] values;

    UuidArray(@Nullable UUID[] values) {
        this.values = values;
        super.setType("_uuid");
    }

    @Override
    public int lengthInBytes() {
        int length = HEAD + values.length * Integer.BYTES;
        for (var value : values) if (value != null) length += VALUE;
        return values.length == 0 ? 3 * Integer.BYTES : length;
    }

    @Override
    public void toBytes(byte[] bytes, int offset) {
        var to = ByteBuffer.wrap(bytes, offset, lengthInBytes());
        boolean nulls = false;
        for (var value : values) nulls |= value == null;
        to.putInt(values.length == 0 ? 0 : 1).putInt(nulls ? 1 : 0).putInt(UUID_OID);
        if (values.length == 0) return;
        to.putInt(values.length).putInt(1);
        for (var value : values) {
            if (value == null) to.putInt(-1);
            else to.putInt(VALUE).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        }
    }

    @Override
    public String getValue() {
        return Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("only sent");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UuidArray array && Arrays.equals(values, array.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public Object clone() {
        return new UuidArray(values.clone());
    }
}
