package eventkit.availability.web;

import eventkit.availability.ProductsFree;
import eventkit.availability.web.AvailabilityResource.Line;
import java.util.AbstractList;
import java.util.RandomAccess;
import tools.jackson.core.JsonGenerator;
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
        @Override
        public void serialize(CatalogueLines lines, JsonGenerator json, SerializationContext context) {
            json.writeStartArray(lines, lines.size());
            var text = new CatalogueText(lines.free);
            for (text.index = 0; text.index < lines.size(); text.index++) json.writeRaw(text);
            json.writeEndArray();
        }
    }
}
