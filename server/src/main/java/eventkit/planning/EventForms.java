package eventkit.planning;

import eventkit.core.Check;
import eventkit.identity.CompanyProfile;
import eventkit.planning.EventRegister.Details;
import eventkit.planning.EventRegister.NewEvent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Checks what people enter about an event and fills in what the company's settings tell. */
@Component
class EventForms {
    /** On site for longer is a mistake in a year. */
    static final Duration PERIOD_MAX = Duration.ofDays(1_100);

    /** Whatever lies around it, availability can count with it. */
    static final int YEAR_MIN = 1971;

    static final int YEAR_MAX = 2066;

    private static final Instant EARLIEST = Instant.parse(YEAR_MIN + "-01-01T00:00:00Z");
    private static final Instant AFTER_LATEST = Instant.parse(YEAR_MAX + 1 + "-01-01T00:00:00Z");
    static final String REACH = "Use a time from the year " + YEAR_MIN + " to the year " + YEAR_MAX + ".";

    private static final int BLOCKS_MAX = 500;
    private static final int CUSTOM_MAX = 50;
    private static final double NUMBER_END = 1e15;
    private final EventTypeRows types;
    private final SettingsDesk settings;
    private final CompanyProfile company;
    private final Known known;

    EventForms(EventTypeRows types, SettingsDesk settings, CompanyProfile company, Known known) {
        this.types = types;
        this.settings = settings;
        this.company = company;
        this.known = known;
    }

    Details fresh(NewEvent n) {
        return tidy(new Details(
                n.name(),
                n.projectId(),
                n.clientId(),
                n.venueId(),
                n.roomId(),
                n.plannerId(),
                n.warehouseId() == null ? known.firstWarehouse() : n.warehouseId(),
                n.typeId() == null ? types.standard() : n.typeId(),
                n.tags(),
                n.timeZone() == null ? company.find().map(c -> c.timeZone()).orElse("UTC") : n.timeZone(),
                n.from(),
                n.to(),
                n.occupancy() == null ? settings.current().occupancy() : n.occupancy(),
                n.blocks(),
                n.notes(),
                n.custom(),
                n.value(),
                n.probabilityPercent()));
    }

    Details tidy(Details d) {
        var check = new Check()
                .required(d.name(), "name")
                .line(d.name(), "name", 200)
                .required(d.typeId(), "typeId")
                .required(d.timeZone(), "timeZone")
                .that(
                        d.timeZone() == null || zone(d.timeZone()),
                        "timeZone",
                        "not-a-zone",
                        "Use a zone such as Europe/Berlin.")
                .required(d.occupancy(), "occupancy")
                .text(d.notes(), "notes", 20_000)
                .between(d.probabilityPercent(), "probabilityPercent", 0, 100);
        Texts.tags(check, d.tags());
        period(check, d.from(), d.to(), "");
        if (d.occupancy() != null) Occupancy.check(check, d.occupancy(), "occupancy.");
        blocks(check, d);
        check.money(d.value(), "value");
        custom(check, d.custom());
        check.orThrow();
        known.project(check, d.projectId());
        known.client(check, d.clientId());
        known.place(check, d.venueId(), d.roomId());
        known.planner(check, d.plannerId());
        known.warehouse(check, d.warehouseId());
        known.type(check, d.typeId());
        check.orThrow();
        return new Details(
                d.name().strip(),
                d.projectId(),
                d.clientId(),
                d.venueId(),
                d.roomId(),
                d.plannerId(),
                d.warehouseId(),
                d.typeId(),
                Texts.tags(d.tags()),
                d.timeZone(),
                seconds(d.from()),
                seconds(d.to()),
                d.occupancy(),
                tidied(d.blocks()),
                Texts.blankToNull(d.notes()),
                d.custom() == null ? Map.of() : d.custom(),
                d.value(),
                d.probabilityPercent());
    }

    /** Half-open, of a sound length. */
    static void period(Check check, @Nullable Instant from, @Nullable Instant to, String at) {
        check.required(from, at + "from").required(to, at + "to");
        if (from == null || to == null) return;
        check.that(!from.isBefore(EARLIEST), at + "from", "out-of-reach", REACH)
                .that(to.isBefore(AFTER_LATEST), at + "to", "out-of-reach", REACH)
                .that(
                        seconds(from).isBefore(seconds(to)),
                        at + "to",
                        "before-from",
                        "Must be later than the beginning.")
                .that(
                        Duration.between(from, to).compareTo(PERIOD_MAX) <= 0,
                        at + "to",
                        "too-long",
                        "At most 1,100 days lie between beginning and end. Make several events.");
    }

    private static void blocks(Check check, Details d) {
        check.size(d.blocks(), "blocks", BLOCKS_MAX);
        for (int i = 0; d.blocks() != null && i < Math.min(d.blocks().size(), BLOCKS_MAX); i++) {
            var at = "blocks[" + i + "]";
            var b = d.blocks().get(i);
            check.required(b, at);
            if (b == null) continue;
            check.required(b.kind(), at + ".kind")
                    .line(b.stage(), at + ".stage", 100)
                    .text(b.note(), at + ".note", 1_000);
            period(check, b.from(), b.to(), at + ".");
            if (b.from() == null || b.to() == null || d.from() == null || d.to() == null) continue;
            check.that(
                    !b.from().isBefore(d.from()) && !b.to().isAfter(d.to()),
                    at,
                    "outside-period",
                    "Lies outside of the time on site. Move the event's beginning or end.");
        }
    }

    private static List<Block> tidied(@Nullable List<Block> blocks) {
        if (blocks == null) return List.of();
        return blocks.stream()
                .map(b -> new Block(
                        b.id(),
                        b.kind(),
                        Texts.blankToNull(b.stage()),
                        seconds(b.from()),
                        seconds(b.to()),
                        Texts.blankToNull(b.note())))
                .sorted(Comparator.comparing(Block::from).thenComparing(Block::to))
                .toList();
    }

    private static void custom(Check check, @Nullable Map<String, JsonNode> custom) {
        if (custom == null) return;
        check.that(custom.size() <= CUSTOM_MAX, "custom", "too-many", "Use at most " + CUSTOM_MAX + " own fields.");
        custom.forEach((name, value) -> {
            check.that(!name.isBlank(), "custom", "required", "Every own field needs a name.")
                    .line(name, "custom", 60)
                    .that(
                            value != null && (value.isString() || value.isNumber() || value.isBoolean()),
                            "custom",
                            "not-a-value",
                            "Own fields hold text, numbers, yes or no.")
                    .that(
                            value == null || !value.isNumber() || Math.abs(value.doubleValue()) < NUMBER_END,
                            "custom",
                            "out-of-range",
                            "Use a number of at most 15 digits.");
            if (value != null && value.isString()) check.text(value.stringValue(), "custom", 500);
        });
    }

    /** Planning is to the second, as availability is. */
    static Instant seconds(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond());
    }

    private static boolean zone(String name) {
        try {
            return ZoneId.of(name).getId().equals(name) && (name.equals("UTC") || name.contains("/"));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
