package eventkit.cases;

import static eventkit.cases.db.Tables.PRODUCT_LINE;

import eventkit.core.Check;
import eventkit.core.NotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what people enter about a case and fills in what its product tells. */
@Component
class CaseForms {
    private static final int ALIASES_MAX = 50;
    private static final long GRAMS_MAX = 100_000_000L;
    private static final int MILLIMETRES_MAX = 100_000;
    private final DSLContext db;

    CaseForms(DSLContext db) {
        this.db = db;
    }

    /** The number is empty where one is to be made. Throws {@link eventkit.core.Invalid}, {@link NotFound} for an unknown product. */
    FlightCase fresh(UUID id, Cases.NewCase n, Instant now) {
        var check = new Check().required(n.locationId(), "locationId");
        if (n.number() != null) number(check, n.number());
        rest(
                check,
                n.name(),
                n.tareWeightGrams(),
                n.lengthMillimetres(),
                n.widthMillimetres(),
                n.heightMillimetres(),
                n.payloadGramsMax(),
                n.notes(),
                n.aliases());
        check.orThrow();
        var product = template(n.productId());
        return new FlightCase(
                id,
                n.number() == null ? "" : n.number().strip(),
                n.name().strip(),
                n.contentsKind() == null ? ContentsKind.PER_JOB : n.contentsKind(),
                n.productId(),
                null,
                n.tareWeightGrams() != null ? n.tareWeightGrams() : product.grams(),
                n.lengthMillimetres() != null ? n.lengthMillimetres() : product.length(),
                n.widthMillimetres() != null ? n.widthMillimetres() : product.width(),
                n.heightMillimetres() != null ? n.heightMillimetres() : product.height(),
                n.payloadGramsMax(),
                n.stackable() == null || n.stackable(),
                n.locationId(),
                "",
                List.of(),
                null,
                null,
                CaseStatus.OPEN,
                null,
                blankToNull(n.notes()),
                codes(n.aliases()),
                0,
                0,
                0,
                now,
                now,
                1);
    }

    Cases.Details tidy(Cases.Details d) {
        var check = new Check()
                .required(d.contentsKind(), "contentsKind")
                .required(d.stackable(), "stackable")
                .required(d.number(), "number");
        if (d.number() != null) number(check, d.number());
        rest(
                check,
                d.name(),
                d.tareWeightGrams(),
                d.lengthMillimetres(),
                d.widthMillimetres(),
                d.heightMillimetres(),
                d.payloadGramsMax(),
                d.notes(),
                d.aliases());
        check.orThrow();
        template(d.productId());
        return new Cases.Details(
                d.number().strip(),
                d.name().strip(),
                d.contentsKind(),
                d.productId(),
                d.tareWeightGrams(),
                d.lengthMillimetres(),
                d.widthMillimetres(),
                d.heightMillimetres(),
                d.payloadGramsMax(),
                d.stackable(),
                blankToNull(d.notes()),
                codes(d.aliases()));
    }

    private record Template(
            @Nullable Long grams,
            @Nullable Integer length,
            @Nullable Integer width,
            @Nullable Integer height) {}

    private Template template(@Nullable UUID productId) {
        if (productId == null) return new Template(null, null, null, null);
        var p = db.selectFrom(PRODUCT_LINE).where(PRODUCT_LINE.ID.eq(productId)).fetchOne();
        if (p == null) throw new NotFound("product", productId);
        return new Template(
                p.getWeightGrams(),
                positive(p.getDepthMillimetres()),
                positive(p.getWidthMillimetres()),
                positive(p.getHeightMillimetres()));
    }

    private static @Nullable Integer positive(@Nullable Integer millimetres) {
        return millimetres == null || millimetres < 1 || millimetres > MILLIMETRES_MAX ? null : millimetres;
    }

    private static void number(Check check, String number) {
        check.required(number, "number").line(number, "number", 50);
    }

    private static void rest(
            Check check,
            String name,
            @Nullable Long tare,
            @Nullable Integer length,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Long payload,
            @Nullable String notes,
            @Nullable List<String> aliases) {
        check.required(name, "name")
                .line(name, "name", 200)
                .between(tare, "tareWeightGrams", 0, GRAMS_MAX)
                .between(length, "lengthMillimetres", 1, MILLIMETRES_MAX)
                .between(width, "widthMillimetres", 1, MILLIMETRES_MAX)
                .between(height, "heightMillimetres", 1, MILLIMETRES_MAX)
                .between(payload, "payloadGramsMax", 1, GRAMS_MAX)
                .text(notes, "notes", 5000)
                .size(aliases, "aliases", ALIASES_MAX);
        for (int i = 0; aliases != null && i < Math.min(aliases.size(), ALIASES_MAX); i++) {
            check.required(aliases.get(i), "aliases[" + i + "]").line(aliases.get(i), "aliases[" + i + "]", 100);
        }
    }

    /** Each code once, whether in upper or lower case, in the order in which lists show them. */
    private static List<String> codes(@Nullable List<String> aliases) {
        if (aliases == null) return List.of();
        var once = new LinkedHashMap<String, String>();
        for (var alias : aliases) once.putIfAbsent(alias.strip().toLowerCase(Locale.ROOT), alias.strip());
        var codes = new ArrayList<>(once.values());
        codes.sort(null);
        return List.copyOf(codes);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
