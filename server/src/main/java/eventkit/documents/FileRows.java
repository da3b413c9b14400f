package eventkit.documents;

import static eventkit.documents.db.Tables.ATTACHMENT;
import static eventkit.documents.db.Tables.FILE;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of files and their attachments. */
@Component
class FileRows {
    private final DSLContext db;

    FileRows(DSLContext db) {
        this.db = db;
    }

    List<StoredFile> of(String kind, UUID subject) {
        return fetch(ATTACHMENT.SUBJECT_KIND.eq(kind).and(ATTACHMENT.SUBJECT_ID.eq(subject)));
    }

    Optional<StoredFile> find(UUID id) {
        return fetch(FILE.ID.eq(id)).stream().findFirst();
    }

    Optional<StoredFile> lock(UUID id) {
        db.selectOne()
                .from(ATTACHMENT)
                .where(ATTACHMENT.FILE_ID.eq(id))
                .forUpdate()
                .fetch();
        return find(id);
    }

    int count(String kind, UUID subject) {
        return db.fetchCount(ATTACHMENT, ATTACHMENT.SUBJECT_KIND.eq(kind).and(ATTACHMENT.SUBJECT_ID.eq(subject)));
    }

    void insert(StoredFile f, byte[] sha256) {
        db.insertInto(FILE)
                .set(FILE.ID, f.id())
                .set(FILE.SHA256, sha256)
                .set(FILE.NAME, f.name())
                .set(FILE.MEDIA_TYPE, f.mediaType())
                .set(FILE.SIZE_BYTES, f.sizeBytes())
                .set(FILE.WIDTH_PIXELS, f.widthPixels())
                .set(FILE.HEIGHT_PIXELS, f.heightPixels())
                .set(FILE.CREATED_BY, f.createdBy())
                .set(FILE.CREATED_AT, f.createdAt())
                .execute();
        db.insertInto(ATTACHMENT)
                .set(ATTACHMENT.FILE_ID, f.id())
                .set(ATTACHMENT.SUBJECT_KIND, f.subjectKind())
                .set(ATTACHMENT.SUBJECT_ID, f.subjectId())
                .set(ATTACHMENT.ROLE, f.role().name())
                .set(ATTACHMENT.POSITION, f.position())
                .set(ATTACHMENT.CAPTION, f.caption())
                .set(ATTACHMENT.VERSION, f.version())
                .execute();
    }

    int nextPosition(String kind, UUID subject, FileRole role) {
        var last = db.select(DSL.max(ATTACHMENT.POSITION))
                .from(ATTACHMENT)
                .where(ATTACHMENT.SUBJECT_KIND.eq(kind))
                .and(ATTACHMENT.SUBJECT_ID.eq(subject))
                .and(ATTACHMENT.ROLE.eq(role.name()))
                .fetchSingle()
                .value1();
        return last == null ? 0 : last + 1;
    }

    void caption(UUID id, @Nullable String caption, long version) {
        db.update(ATTACHMENT)
                .set(ATTACHMENT.CAPTION, caption)
                .set(ATTACHMENT.VERSION, version)
                .where(ATTACHMENT.FILE_ID.eq(id))
                .execute();
    }

    void position(UUID id, int position) {
        db.update(ATTACHMENT)
                .set(ATTACHMENT.POSITION, position)
                .where(ATTACHMENT.FILE_ID.eq(id))
                .execute();
    }

    void handOver(UUID id, UUID into, int position) {
        db.update(ATTACHMENT)
                .set(ATTACHMENT.SUBJECT_ID, into)
                .set(ATTACHMENT.POSITION, position)
                .set(ATTACHMENT.VERSION, ATTACHMENT.VERSION.plus(1))
                .where(ATTACHMENT.FILE_ID.eq(id))
                .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(FILE).where(FILE.ID.eq(id)).execute();
    }

    /** The first photo of each subject. */
    Map<UUID, UUID> mainPhotos(String kind, Collection<UUID> subjects) {
        return db.select(ATTACHMENT.SUBJECT_ID, ATTACHMENT.FILE_ID)
                .distinctOn(ATTACHMENT.SUBJECT_ID)
                .from(ATTACHMENT)
                .where(ATTACHMENT.SUBJECT_KIND.eq(kind))
                .and(ATTACHMENT.SUBJECT_ID.in(subjects))
                .and(ATTACHMENT.ROLE.eq(FileRole.PHOTO.name()))
                .orderBy(ATTACHMENT.SUBJECT_ID, ATTACHMENT.POSITION, ATTACHMENT.FILE_ID)
                .fetchMap(ATTACHMENT.SUBJECT_ID, ATTACHMENT.FILE_ID);
    }

    Condition photographed(String kind, Field<UUID> subject) {
        return DSL.exists(DSL.selectOne()
                .from(ATTACHMENT)
                .where(ATTACHMENT.SUBJECT_KIND.eq(kind))
                .and(ATTACHMENT.SUBJECT_ID.eq(subject))
                .and(ATTACHMENT.ROLE.eq(FileRole.PHOTO.name())));
    }

    boolean refersTo(byte[] sha256) {
        return db.fetchExists(FILE, FILE.SHA256.eq(sha256));
    }

    private List<StoredFile> fetch(Condition where) {
        return db.select()
                .from(FILE)
                .join(ATTACHMENT)
                .on(ATTACHMENT.FILE_ID.eq(FILE.ID))
                .where(where)
                .orderBy(ATTACHMENT.ROLE, ATTACHMENT.POSITION, FILE.ID)
                .fetch(FileRows::file);
    }

    private static StoredFile file(Record row) {
        return new StoredFile(
                row.get(FILE.ID),
                row.get(FILE.NAME),
                row.get(FILE.MEDIA_TYPE),
                row.get(FILE.SIZE_BYTES),
                row.get(FILE.WIDTH_PIXELS),
                row.get(FILE.HEIGHT_PIXELS),
                row.get(ATTACHMENT.SUBJECT_KIND),
                row.get(ATTACHMENT.SUBJECT_ID),
                FileRole.valueOf(row.get(ATTACHMENT.ROLE)),
                row.get(ATTACHMENT.POSITION),
                row.get(ATTACHMENT.CAPTION),
                HexFormat.of().formatHex(row.get(FILE.SHA256)),
                row.get(FILE.CREATED_BY),
                row.get(FILE.CREATED_AT),
                row.get(ATTACHMENT.VERSION));
    }
}
