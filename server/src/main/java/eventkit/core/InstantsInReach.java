package eventkit.core;

import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/** Instants of requests lie in the same centuries as {@link Check#date dates}; PostgreSQL, for one, ends sooner than Java does. */
public final class InstantsInReach extends StdScalarDeserializer<Instant> {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final String REFUSAL = "Use a time between 1900 and 2199.";

    InstantsInReach() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        var instant = InstantDeserializer.INSTANT.deserialize(parser, context);
        if (!holds(instant)) context.reportInputMismatch(this, REFUSAL);
        return instant;
    }

    /** Throws {@link OutOfReach}, which is a value that does not fit its parameter. */
    public static Instant of(String text) {
        var instant = Instant.parse(text);
        if (!holds(instant)) throw new OutOfReach();
        return instant;
    }

    /** A time that nobody plans in. */
    public static final class OutOfReach extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        OutOfReach() {
            super(REFUSAL);
        }
    }

    private static boolean holds(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
    }
}
