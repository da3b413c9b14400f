package eventkit.planning;

import static eventkit.planning.db.Tables.BRINGS_ALONG;
import static eventkit.planning.db.Tables.THING_THERE;

import eventkit.catalogue.ProductId;
import eventkit.catalogue.Products;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Money;
import eventkit.core.Permission;
import eventkit.planning.PullLines.NewLine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what people put on lists, and looks up what that costs and brings along. */
@Component
class LineForms {
    static final long QUANTITY_MAX = 1_000_000;
    private final DSLContext db;
    private final Products products;

    LineForms(DSLContext db, Products products) {
        this.db = db;
        this.products = products;
    }

    /** Tidied, with their prices; throws {@link eventkit.core.Invalid} naming every field that is wrong. */
    List<NewLine> tidy(List<NewLine> lines) {
        var check = new Check().size(lines, "lines", PullLines.LINES_MAX);
        check.that(!lines.isEmpty(), "lines", "required", "Name what to add.").orThrow();
        for (int i = 0; i < lines.size(); i++) form(check, lines.get(i), "lines[" + i + "].");
        check.orThrow();
        var there = there(lines);
        for (int i = 0; i < lines.size(); i++) {
            var id = thing(lines.get(i));
            var found = id == null ? null : there.get(id);
            check.that(
                    id == null || found != null,
                    "lines[" + i + "]." + field(lines.get(i)),
                    "unknown",
                    "There is no such thing.");
            check.that(
                    found == null || !found.gone(),
                    "lines[" + i + "]." + field(lines.get(i)),
                    "gone",
                    "It is archived, retired or gone.");
        }
        check.orThrow();
        var things = new HashSet<UUID>();
        for (var line : lines) {
            var id = thing(line);
            if (id != null && line.times() == null) things.add(id);
        }
        var usual = usualTimes(things);
        return lines.stream().map(l -> tidy(l, there, usual)).toList();
    }

    /** Of products, kits, cases and assets on lines that say nothing themselves, as far as their categories do. */
    Map<UUID, OwnTimes> usualTimes(Set<UUID> things) {
        var result = new HashMap<UUID, OwnTimes>();
        if (things.isEmpty()) return result;
        db.resultQuery("select id, prep_minutes, turnaround_minutes from planning.usual_times(?::uuid[])", (Object)
                        things.toArray(UUID[]::new))
                .forEach(r -> result.put(
                        r.get("id", UUID.class),
                        new OwnTimes(
                                null,
                                null,
                                r.get("prep_minutes", Integer.class),
                                null,
                                null,
                                r.get("turnaround_minutes", Integer.class))));
        return result;
    }

    private static void form(Check check, @Nullable NewLine l, String at) {
        check.required(l, at);
        if (l == null) return;
        check.required(l.kind(), at + "kind");
        if (l.kind() == null) return;
        long named = Stream.of(l.productId(), l.kitId(), l.caseId(), l.assetId(), l.text())
                .filter(Objects::nonNull)
                .count();
        boolean right =
                l.kind() == PullLine.Kind.TEXT ? l.text() != null && !l.text().isBlank() : thing(l) != null;
        check.that(
                right && named == 1, at + field(l), "required", "Name exactly what the kind says, and nothing else.");
        boolean one = l.kind() == PullLine.Kind.CASE || l.kind() == PullLine.Kind.ASSET;
        check.between(l.quantity(), at + "quantity", 1, one ? 1 : QUANTITY_MAX);
        details(check, l.text(), l.times(), l.unitPrice(), l.warehouseNote(), l.internalNote(), at);
    }

    private static void details(
            Check check,
            @Nullable String text,
            @Nullable OwnTimes times,
            @Nullable Money unitPrice,
            @Nullable String warehouseNote,
            @Nullable String internalNote,
            String at) {
        check.line(text, at + "text", 500)
                .text(warehouseNote, at + "warehouseNote", 1_000)
                .text(internalNote, at + "internalNote", 1_000);
        OwnTimes.check(check, times, at + "times.");
        check.money(unitPrice, at + "unitPrice");
    }

    PullLines.Details tidy(PullLine before, PullLines.Details d) {
        var check = new Check().required(d.quantity(), "quantity");
        boolean one = before.kind() == PullLine.Kind.CASE || before.kind() == PullLine.Kind.ASSET;
        check.between(d.quantity(), "quantity", 1, one ? 1 : QUANTITY_MAX);
        boolean text = before.kind() == PullLine.Kind.TEXT;
        check.that(
                text == (Texts.blankToNull(d.text()) != null),
                "text",
                text ? "required" : "not-for-this-kind",
                text ? "Fill this in." : "Only lines of free text have one. Use a note.");
        details(check, d.text(), d.times(), d.unitPrice(), d.warehouseNote(), d.internalNote(), "");
        check.orThrow();
        return new PullLines.Details(
                Texts.blankToNull(d.text()),
                d.quantity(),
                OwnTimes.orInherited(d.times()).inSeconds(),
                d.unitPrice(),
                Texts.blankToNull(d.warehouseNote()),
                Texts.blankToNull(d.internalNote()));
    }

    PullLines.Split tidy(PullLine line, PullLines.Split s) {
        var check = new Check().required(s.quantity(), "quantity");
        check.that(line.quantity() > 1, "quantity", "only-one", "There is only one on this line.");
        if (line.quantity() > 1) check.between(s.quantity(), "quantity", 1, line.quantity() - 1);
        OwnTimes.check(check, s.times(), "times.");
        check.orThrow();
        return new PullLines.Split(
                s.quantity(), s.groupId(), s.times() == null ? null : s.times().inSeconds());
    }

    /** What each of these products brings along automatically, down to the last, for one piece. */
    Map<UUID, Map<UUID, Long>> accessories(Set<UUID> productIds) {
        var result = new HashMap<UUID, Map<UUID, Long>>();
        var bringing = db.select(BRINGS_ALONG.PRODUCT_ID)
                .from(BRINGS_ALONG)
                .where(BRINGS_ALONG.PRODUCT_ID.eq(DSL.any(productIds.toArray(UUID[]::new))))
                .fetch(BRINGS_ALONG.PRODUCT_ID);
        // Whoever may plan with a product may have what belongs to it.
        Callers.runAs(Callers.current().allowing(Permission.PRODUCT_READ), () -> {
            for (var id : bringing) {
                var along = new LinkedHashMap<UUID, Long>();
                products.withAccessories(new ProductId(id), 1).forEach((p, n) -> {
                    if (!p.value().equals(id)) along.put(p.value(), n);
                });
                result.put(id, along);
            }
        });
        return result;
    }

    record There(boolean gone, @Nullable Money price) {}

    Map<UUID, There> there(PullLine.Kind kind, Set<UUID> ids) {
        var result = new HashMap<UUID, There>();
        if (ids.isEmpty()) return result;
        db.selectFrom(THING_THERE)
                .where(THING_THERE.KIND.eq(kind.name()))
                .and(THING_THERE.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .forEach(r -> result.put(
                        r.getId(),
                        new There(
                                r.getGone(),
                                r.getPriceMinor() == null ? null : Money.of(r.getPriceMinor(), r.getCurrency()))));
        return result;
    }

    private Map<UUID, There> there(List<NewLine> lines) {
        var result = new HashMap<UUID, There>();
        for (var kind : Arrays.asList(PullLine.Kind.values())) {
            var ids = new HashSet<UUID>();
            for (var line : lines) {
                var id = thing(line);
                if (line.kind() == kind && id != null) ids.add(id);
            }
            result.putAll(there(kind, ids));
        }
        return result;
    }

    private static NewLine tidy(NewLine l, Map<UUID, There> there, Map<UUID, OwnTimes> usual) {
        var id = thing(l);
        var found = id == null ? null : there.get(id);
        return new NewLine(
                l.kind(),
                l.productId(),
                l.kitId(),
                l.caseId(),
                l.assetId(),
                Texts.blankToNull(l.text()),
                l.quantity() == null ? 1L : l.quantity(),
                OwnTimes.orInherited(l.times() == null && id != null ? usual.get(id) : l.times())
                        .inSeconds(),
                l.unitPrice() != null || found == null ? l.unitPrice() : found.price(),
                Texts.blankToNull(l.warehouseNote()),
                Texts.blankToNull(l.internalNote()));
    }

    static @Nullable UUID thing(NewLine l) {
        return switch (l.kind()) {
            case PRODUCT -> l.productId();
            case KIT -> l.kitId();
            case CASE -> l.caseId();
            case ASSET -> l.assetId();
            case TEXT -> null;
        };
    }

    private static String field(NewLine l) {
        return switch (l.kind()) {
            case PRODUCT -> "productId";
            case KIT -> "kitId";
            case CASE -> "caseId";
            case ASSET -> "assetId";
            case TEXT -> "text";
        };
    }
}
