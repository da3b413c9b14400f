package eventkit.papers;

import static eventkit.papers.db.Tables.DESIGN;
import static eventkit.papers.db.Tables.ISSUED_PAPER;
import static eventkit.papers.db.Tables.LOOK;

import eventkit.core.Sha256;
import eventkit.papers.PaperDesigns.Details;
import eventkit.papers.Papers.Form;
import eventkit.papers.Papers.Issued;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of papers. */
@Component
class PaperRows {
    static final UUID DESIGN_ID = UUID.fromString("0198c000-0000-7000-8000-0000000000d1");

    /** What of a look is JSON. */
    record Content(Details design, Letterhead company) {}

    private final DSLContext db;
    private final JsonMapper json;

    PaperRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<PaperDesign> design() {
        return db.selectFrom(DESIGN)
                .where(DESIGN.ID.eq(DESIGN_ID))
                .fetchOptional(row -> design(json.readValue(row.getContent().data(), Details.class), row.getVersion()));
    }

    /** The row is there and nobody else changes it until the commit. */
    PaperDesign lock(Instant now) {
        db.insertInto(DESIGN)
                .set(DESIGN.ID, DESIGN_ID)
                .set(DESIGN.CONTENT, JSONB.valueOf(json.writeValueAsString(Details.of(PaperDesign.standard()))))
                .set(DESIGN.CHANGED_AT, now)
                .onConflictDoNothing()
                .execute();
        db.selectFrom(DESIGN).where(DESIGN.ID.eq(DESIGN_ID)).forUpdate().fetch();
        return design().orElseThrow();
    }

    void change(Details details, long version, Instant now) {
        db.update(DESIGN)
                .set(DESIGN.CONTENT, JSONB.valueOf(json.writeValueAsString(details)))
                .set(DESIGN.VERSION, version)
                .set(DESIGN.CHANGED_AT, now)
                .where(DESIGN.ID.eq(DESIGN_ID))
                .execute();
    }

    static PaperDesign design(Details d, long version) {
        return new PaperDesign(
                d.font(),
                d.colour(),
                d.logoAt(),
                d.logoHeightMillimetres(),
                d.addressAt(),
                d.wordings(),
                d.template(),
                version);
    }

    /** @return of the row that says the same, which may be an older one */
    UUID keep(UUID id, Look look, Instant now) {
        var content = json.writeValueAsString(new Content(Details.of(look.design()), look.company()));
        var sha256 = sha256(content, look.logo());
        var known = lookOf(sha256);
        if (known.isPresent()) return known.get();
        db.insertInto(LOOK)
                .set(LOOK.ID, id)
                .set(LOOK.SHA256, sha256)
                .set(LOOK.CONTENT, JSONB.valueOf(content))
                .set(LOOK.LOGO, look.logo())
                .set(LOOK.MADE_AT, now)
                .onConflictDoNothing()
                .execute();
        return lookOf(sha256).orElseThrow();
    }

    private Optional<UUID> lookOf(byte[] sha256) {
        return db.select(LOOK.ID).from(LOOK).where(LOOK.SHA256.eq(sha256)).fetchOptional(LOOK.ID);
    }

    Optional<Look> look(UUID id) {
        return db.selectFrom(LOOK).where(LOOK.ID.eq(id)).fetchOptional(row -> {
            var content = json.readValue(row.getContent().data(), Content.class);
            return new Look(design(content.design(), 1), content.company(), row.get(LOOK.LOGO));
        });
    }

    void issue(UUID id, String kind, UUID subject, Issued paper, Instant now) {
        db.insertInto(ISSUED_PAPER)
                .set(ISSUED_PAPER.ID, id)
                .set(ISSUED_PAPER.SUBJECT_KIND, kind)
                .set(ISSUED_PAPER.SUBJECT_ID, subject)
                .set(ISSUED_PAPER.FORM, paper.form().name())
                .set(ISSUED_PAPER.FILE_NAME, paper.fileName())
                .set(ISSUED_PAPER.CONTENT, paper.content())
                .set(ISSUED_PAPER.ISSUED_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    Optional<Issued> issued(String kind, UUID subject, Form form) {
        return db.selectFrom(ISSUED_PAPER)
                .where(ISSUED_PAPER.SUBJECT_KIND.eq(kind))
                .and(ISSUED_PAPER.SUBJECT_ID.eq(subject))
                .and(ISSUED_PAPER.FORM.eq(form.name()))
                .fetchOptional(row -> new Issued(form, row.getFileName(), row.getContent()));
    }

    private static byte[] sha256(String content, byte @Nullable [] logo) {
        var digest = Sha256.begun();
        digest.update(content.getBytes(StandardCharsets.UTF_8));
        if (logo != null) digest.update(logo);
        return digest.digest();
    }
}
