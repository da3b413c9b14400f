package eventkit.labels;

import static eventkit.labels.db.Tables.LABEL_FORMAT;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.labels.LabelFormats.Details;
import eventkit.labels.db.tables.records.LabelFormatRecord;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of label formats. */
@Component
class FormatRows {
    private final DSLContext db;
    private final JsonMapper json;

    FormatRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Page<LabelFormat> list(ListQuery query) {
        Condition where = DSL.noCondition();
        var text = query.text();
        if (text != null) where = where.and(LABEL_FORMAT.NAME.containsIgnoreCase(text));
        return Listing.by(LABEL_FORMAT.ID, "name")
                .sort("name", LABEL_FORMAT.NAME)
                .sort("createdAt", LABEL_FORMAT.CREATED_AT)
                .page(
                        db,
                        query,
                        LABEL_FORMAT,
                        where,
                        ids -> db.selectFrom(LABEL_FORMAT).where(LABEL_FORMAT.ID.in(ids)),
                        LabelFormatRecord::getId,
                        this::map);
    }

    Optional<LabelFormat> find(UUID id) {
        return db.selectFrom(LABEL_FORMAT).where(LABEL_FORMAT.ID.eq(id)).fetchOptional(this::map);
    }

    Optional<LabelFormat> lock(UUID id) {
        return db.selectFrom(LABEL_FORMAT)
                .where(LABEL_FORMAT.ID.eq(id))
                .forUpdate()
                .fetchOptional(this::map);
    }

    void insert(UUID id, Details d, Instant now) {
        var row = db.newRecord(LABEL_FORMAT);
        row.setId(id);
        row.setCreatedAt(now);
        fill(row, d, 1);
        row.insert();
    }

    void update(UUID id, Details d, long version) {
        var row = db.newRecord(LABEL_FORMAT);
        fill(row, d, version);
        db.update(LABEL_FORMAT).set(row).where(LABEL_FORMAT.ID.eq(id)).execute();
    }

    void delete(UUID id) {
        db.deleteFrom(LABEL_FORMAT).where(LABEL_FORMAT.ID.eq(id)).execute();
    }

    private void fill(LabelFormatRecord row, Details d, long version) {
        row.setName(d.name().strip());
        row.set(
                LABEL_FORMAT.NAMED_SHEET,
                d.namedSheet() == null ? null : d.namedSheet().name());
        row.set(
                LABEL_FORMAT.GEOMETRY,
                d.geometry() == null ? null : JSONB.valueOf(json.writeValueAsString(d.geometry())));
        row.setOutlined(d.outlined());
        row.setOutput(d.output().name());
        row.set(LABEL_FORMAT.DPI, d.dpi());
        row.setShowProduct(d.showProduct());
        row.setShowCompany(d.showCompany());
        row.setShowDetail(d.showDetail());
        row.setShowLogo(d.showLogo());
        row.setVersion(version);
    }

    private LabelFormat map(LabelFormatRecord row) {
        var named = named(row.get(LABEL_FORMAT.NAMED_SHEET));
        return new LabelFormat(
                row.getId(),
                row.getName(),
                named,
                named != null
                        ? LabelGeometry.of(named.sheet())
                        : json.readValue(
                                Objects.requireNonNull(row.getGeometry()).data(), LabelGeometry.class),
                row.getOutlined(),
                LabelFormat.Output.valueOf(row.getOutput()),
                row.get(LABEL_FORMAT.DPI),
                row.getShowProduct(),
                row.getShowCompany(),
                row.getShowDetail(),
                row.getShowLogo(),
                row.getVersion());
    }

    private static @Nullable NamedSheet named(@Nullable String name) {
        return name == null ? null : NamedSheet.valueOf(name);
    }
}
