package eventkit.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked. Empty and null: not narrowed down by it, or as the report does it by itself.
 *
 * @param from of {@link Span#DAYS}, as is {@code to}
 * @param wanted {@code product:<id>:<quantity>} or {@code kit:<id>:<quantity>}
 * @param template an event's template, whose pull lists are wanted, too
 */
public record Question(
        @Nullable By by,
        @Nullable Span span,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<UUID> clients,
        List<UUID> categories,
        List<UUID> products,
        List<UUID> warehouses,
        List<UUID> eventTypes,
        List<String> wanted,
        @Nullable UUID template) {
    public Question {
        clients = clients == null ? List.of() : List.copyOf(clients);
        categories = categories == null ? List.of() : List.copyOf(categories);
        products = products == null ? List.of() : List.copyOf(products);
        warehouses = warehouses == null ? List.of() : List.copyOf(warehouses);
        eventTypes = eventTypes == null ? List.of() : List.copyOf(eventTypes);
        wanted = wanted == null ? List.of() : List.copyOf(wanted);
    }

    public static Question by(By by) {
        return new Question(
                by, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }
}
