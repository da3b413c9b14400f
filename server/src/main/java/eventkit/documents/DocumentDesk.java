package eventkit.documents;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

@Service
class DocumentDesk implements Documents, Photos {
    private static final int FILES_MAX = 200;
    /** Made at once, so that a picture that can not be decoded is refused and not found out later. */
    private static final int FIRST_THUMBNAIL = 256;

    private final FileRows files;
    private final ContentStore store;
    private final Pictures pictures;
    private final ObjectProvider<AttachmentOwner> owners;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;
    private final long bytesMax;

    DocumentDesk(
            FileRows files,
            ContentStore store,
            Pictures pictures,
            ObjectProvider<AttachmentOwner> owners,
            Audit audit,
            AuditTrail trail,
            Ids ids,
            Clock clock,
            @Value("${eventkit.file-size-max:50MB}") DataSize bytesMax) {
        this.files = files;
        this.store = store;
        this.pictures = pictures;
        this.owners = owners;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.bytesMax = bytesMax.toBytes();
    }

    @Override
    public List<StoredFile> of(String subjectKind, UUID subjectId) {
        var owner = owner(subjectKind);
        Callers.current().mustHave(owner.readPermission());
        label(owner, subjectId);
        return files.of(subjectKind, subjectId);
    }

    @Override
    public StoredFile get(UUID id) {
        var file = files.find(id).orElseThrow(() -> new NotFound("file", id));
        Callers.current().mustHave(owner(file.subjectKind()).readPermission());
        return file;
    }

    @Override
    public Content content(UUID id) {
        var file = get(id);
        return new Content(file, store.path(HexFormat.of().parseHex(file.sha256())));
    }

    @Override
    public Path thumbnail(UUID id, int size) {
        new Check().between(size, "size", 16, 2048).orThrow();
        var content = content(id);
        if (!MediaTypes.PICTURES.contains(content.file().mediaType())) throw new NotFound("thumbnail", id);
        var sha256 = HexFormat.of().parseHex(content.file().sha256());
        return pictures.thumbnail(content.path(), sha256, content.file().mediaType(), Pictures.kept(size));
    }

    @Override
    @Transactional
    public StoredFile add(Upload upload, InputStream content) {
        new Check()
                .required(upload.subjectKind(), "subjectKind")
                .required(upload.subjectId(), "subjectId")
                .required(upload.role(), "role")
                .line(upload.caption(), "caption", 500)
                .orThrow();
        var owner = owner(upload.subjectKind());
        Callers.current().mustHave(owner.editPermission());
        var label = label(owner, upload.subjectId());
        if (files.count(upload.subjectKind(), upload.subjectId()) >= FILES_MAX) {
            throw new Invalid("file", "too-many", "Keep at most " + FILES_MAX + " files here; remove one first.");
        }
        var file = keep(upload, content);
        audit.record(
                new Subject(owner.kind(), upload.subjectId(), label),
                "file-added",
                0,
                List.of(audit.change(field(file.role()), null, file.name())));
        return file;
    }

    /** What comes in, looked at and stored; who may and what the trail says is the caller's affair. */
    StoredFile keep(Upload upload, InputStream content) {
        try (var received = store.receive(content, bytesMax)) {
            var file = describe(upload, received);
            store.keep(received, clock.instant());
            if (MediaTypes.PICTURES.contains(file.mediaType())) {
                pictures.thumbnail(store.path(received.sha256()), received.sha256(), file.mediaType(), FIRST_THUMBNAIL);
            }
            files.insert(file, received.sha256());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @Transactional
    public StoredFile change(UUID id, Change change, IfMatch ifMatch) {
        var before = lockToEdit(id, ifMatch);
        new Check()
                .line(change.caption(), "caption", 500)
                .between(change.position(), "position", 0, FILES_MAX)
                .orThrow();
        files.caption(id, blankToNull(change.caption()), before.version() + 1);
        if (change.position() != null && change.position() != before.position()) {
            var order = new ArrayList<>(siblings(before));
            order.remove(id);
            order.add(Math.min(change.position(), order.size()), id);
            renumber(order);
        }
        var after = get(id);
        audit.changed(new Subject("file", id, after.name()), after.version(), before, after);
        return after;
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var before = lockToEdit(id, ifMatch);
        files.delete(id);
        renumber(siblings(before));
        var label = owner(before.subjectKind()).labelOf(before.subjectId()).orElse(before.name());
        audit.record(
                new Subject(before.subjectKind(), before.subjectId(), label),
                "file-removed",
                0,
                List.of(audit.change(field(before.role()), before.name(), null)));
    }

    @Override
    @Transactional
    public void removeAllOf(String subjectKind, UUID subjectId) {
        Callers.current().mustHave(owner(subjectKind).editPermission());
        for (var file : files.of(subjectKind, subjectId)) files.delete(file.id());
    }

    @Override
    @Transactional
    public void handOver(String subjectKind, UUID from, UUID into) {
        Callers.current().mustHave(owner(subjectKind).editPermission());
        for (var file : files.of(subjectKind, from))
            files.handOver(file.id(), into, files.nextPosition(subjectKind, into, file.role()));
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        return trail.history("file", get(id).id(), query);
    }

    @Override
    public Map<UUID, UUID> mainOf(String subjectKind, Collection<UUID> subjects) {
        var mayRead = Callers.current().may(eventkit.core.Permission.FILE_READ);
        return subjects.isEmpty() || !mayRead ? Map.of() : files.mainPhotos(subjectKind, subjects);
    }

    @Override
    public Condition exist(String subjectKind, Field<UUID> subject) {
        return files.photographed(subjectKind, subject);
    }

    private StoredFile describe(Upload upload, ContentStore.Received received) throws IOException {
        var given = upload.name() == null ? "" : upload.name();
        var type = MediaTypes.of(received.path(), FileNames.clean(given, ""), upload.role());
        var size = MediaTypes.PICTURES.contains(type) ? pictures.measure(received.path(), type) : null;
        return new StoredFile(
                ids.next(),
                FileNames.clean(given, MediaTypes.extension(type)),
                type,
                received.size(),
                size == null ? null : size.width(),
                size == null ? null : size.height(),
                upload.subjectKind(),
                upload.subjectId(),
                upload.role(),
                files.nextPosition(upload.subjectKind(), upload.subjectId(), upload.role()),
                blankToNull(upload.caption()),
                HexFormat.of().formatHex(received.sha256()),
                Callers.current().userId(),
                clock.instant(),
                1);
    }

    private StoredFile lockToEdit(UUID id, IfMatch ifMatch) {
        var file = files.lock(id).orElseThrow(() -> new NotFound("file", id));
        Callers.current().mustHave(owner(file.subjectKind()).editPermission());
        ifMatch.require(file.version(), audit, "file", id);
        return file;
    }

    private List<UUID> siblings(StoredFile file) {
        return files.of(file.subjectKind(), file.subjectId()).stream()
                .filter(other -> other.role() == file.role())
                .map(StoredFile::id)
                .toList();
    }

    private void renumber(List<UUID> order) {
        for (int i = 0; i < order.size(); i++) files.position(order.get(i), i);
    }

    private AttachmentOwner owner(String kind) {
        return owners.stream()
                .filter(owner -> owner.kind().equals(kind))
                .findFirst()
                .orElseThrow(() ->
                        new Invalid("subjectKind", "unknown", "Files can not be attached to this kind of thing."));
    }

    private static String label(AttachmentOwner owner, UUID id) {
        return owner.labelOf(id).orElseThrow(() -> new NotFound(owner.kind(), id));
    }

    private static String field(FileRole role) {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
