package eventkit.availability.web;

import eventkit.availability.ProductsFree;
import eventkit.availability.web.AvailabilityResource.Line;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/** A line a product, each made only when it is asked for; written as Jackson would, without making them. */
@JsonSerialize(using = CatalogueLines.Written.class)
final class CatalogueLines extends AbstractList<Line> implements RandomAccess {
    private final ProductsFree free;

    CatalogueLines(ProductsFree free) {
        this.free = free;
    }

    @Override
    public Line get(int index) {
        return new Line(free.product(index), free.firm(index), free.worst(index), free.expected(index));
    }

    @Override
    public int size() {
        return free.size();
    }

    static final class Written extends ValueSerializer<CatalogueLines> {
        private static final SerializedString ID = new SerializedString("id");
        private static final SerializedString FIRM = new SerializedString("firm");
        private static final SerializedString WORST = new SerializedString("worst");
        private static final SerializedString EXPECTED = new SerializedString("expected");
        private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

        @Override
        public void serialize(CatalogueLines lines, JsonGenerator json, SerializationContext context) {
            var free = lines.free;
            boolean bytes = json.streamWriteOutputTarget() instanceof OutputStream;
            var id = new byte[36];
            json.writeStartArray(lines, free.size());
            for (int i = 0; i < free.size(); i++) {
                json.writeStartObject();
                json.writeName(ID);
                var product = free.product(i);
                if (bytes) json.writeRawUTF8String(text(product, id), 0, id.length); // there is nothing to escape
                else json.writeString(product.toString());
                json.writeName(FIRM);
                json.writeNumber(free.firm(i));
                json.writeName(WORST);
                json.writeNumber(free.worst(i));
                json.writeName(EXPECTED);
                json.writeNumber(free.expected(i));
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        /** As RFC 9562, section 4, writes it. */
        private static byte[] text(UUID id, byte[] into) {
            long high = id.getMostSignificantBits();
            long low = id.getLeastSignificantBits();
            digits(high >>> 32, 8, into, 0);
            digits(high >>> 16, 4, into, 9);
            digits(high, 4, into, 14);
            digits(low >>> 48, 4, into, 19);
            digits(low, 12, into, 24);
            into[8] = into[13] = into[18] = into[23] = '-';
            return into;
        }

        private static void digits(long bits, int count, byte[] into, int at) {
            for (int i = at + count - 1; i >= at; i--) {
                into[i] = DIGITS[(int) bits & 15];
                bits >>>= 4;
            }
        }
    }
}
