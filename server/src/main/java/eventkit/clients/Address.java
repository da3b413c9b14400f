package eventkit.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a client is to be found besides its own address.
 *
 * @param name who or what is there, where the client's name does not say it: {@code Lager Süd}
 * @param country ISO 3166
 * @param note how one gets in
 */
public record Address(
        AddressId id,
        Kind kind,
        @Nullable String name,
        List<String> lines,
        @Nullable String country,
        @Nullable String note) {
    public enum Kind {
        BILLING,
        DELIVERY,
        OFFICE,
        OTHER
    }

    /** @param id null: a new one */
    public record Line(
            @Nullable AddressId id,
            Kind kind,
            @Nullable String name,
            List<String> lines,
            @Nullable String country,
            @Nullable String note) {
        public Line {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    Line line() {
        return new Line(id, kind, name, lines, country, note);
    }

    String label() {
        return name != null ? name : lines.getFirst();
    }
}
