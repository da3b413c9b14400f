package eventkit.documents.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.documents.Documents;
import eventkit.documents.FileRole;
import eventkit.documents.StoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** Photos, manuals and other files. */
@RestController
@RequestMapping("/api/v1/files")
class FilesResource {
    private static final String SHUT = "default-src 'none'; sandbox";
    /** A browser's own viewers of pictures and PDF do not work in a sandbox; they run nothing of the file's. */
    private static final String VIEWED =
            "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private static final CacheControl CACHE =
            CacheControl.maxAge(Duration.ofDays(7)).cachePrivate().immutable();
    private final Documents documents;
    private final MergePatch patches;

    FilesResource(Documents documents, MergePatch patches) {
        this.documents = documents;
        this.patches = patches;
    }

    @GetMapping
    @Needs(Permission.FILE_READ)
    Page<StoredFile> list(@RequestParam String subjectKind, @RequestParam UUID subjectId) {
        return Page.of(documents.of(subjectKind, subjectId));
    }

    @PostMapping
    @Needs(Permission.FILE_EDIT)
    ResponseEntity<StoredFile> add(
            @RequestPart("file") MultipartFile file,
            @RequestParam String subjectKind,
            @RequestParam UUID subjectId,
            @RequestParam FileRole role,
            @RequestParam(required = false) @Nullable String caption)
            throws IOException {
        try (var content = file.getInputStream()) {
            var upload = new Documents.Upload(file.getOriginalFilename(), subjectKind, subjectId, role, caption);
            var stored = documents.add(upload, content);
            return Versioned.created("/files/" + stored.id(), stored, stored.version());
        }
    }

    @GetMapping("/{id}")
    @Needs(Permission.FILE_READ)
    ResponseEntity<StoredFile> get(@PathVariable UUID id) {
        return tagged(documents.get(id));
    }

    /** The file itself; takes Range. Pictures and PDF are shown, everything else is saved. */
    @GetMapping("/{id}/content")
    @Needs(Permission.FILE_READ)
    ResponseEntity<Resource> content(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean download) {
        var content = documents.content(id);
        var file = content.file();
        boolean viewed =
                file.mediaType().startsWith("image/") || file.mediaType().equals("application/pdf");
        var disposition = viewed && !download ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .headers(headers(viewed))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .eTag("\"" + file.sha256() + "\"")
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .body(new FileSystemResource(content.path()));
    }

    /** A picture's small version, upright, at most size pixels wide and high; JPEG, or PNG where it is transparent. */
    @GetMapping("/{id}/thumbnail")
    @Needs(Permission.FILE_READ)
    ResponseEntity<Resource> thumbnail(@PathVariable UUID id, @RequestParam(defaultValue = "256") int size) {
        Path path = documents.thumbnail(id, size);
        var name = String.valueOf(path.getFileName());
        return ResponseEntity.ok()
                .headers(headers(true))
                .eTag("\"" + name + "\"")
                .contentType(name.endsWith(".png") ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                .body(new FileSystemResource(path));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.FILE_EDIT)
    ResponseEntity<StoredFile> change(
            @PathVariable UUID id, @RequestBody @PatchOf(Documents.Change.class) JsonNode patch, IfMatch ifMatch) {
        var now = documents.get(id);
        var change = patches.apply(new Documents.Change(now.caption(), now.position()), patch, Documents.Change.class);
        return tagged(documents.change(id, change, ifMatch));
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.FILE_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        documents.remove(id, ifMatch);
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.FILE_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return documents.history(id, query);
    }

    private static HttpHeaders headers(boolean viewed) {
        var headers = new HttpHeaders();
        headers.setCacheControl(CACHE);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", viewed ? VIEWED : SHUT);
        return headers;
    }

    private static ResponseEntity<StoredFile> tagged(StoredFile file) {
        return Versioned.ok(file, file.version());
    }
}
