package eventkit.scanning.web;

import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import eventkit.scanning.DamagePhotos;
import eventkit.scanning.ScanAnswer;
import eventkit.scanning.ScanKind;
import eventkit.scanning.ScanLine;
import eventkit.scanning.ScanLists;
import eventkit.scanning.Scans;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What scanners send, and what came of it. */
@RestController
@RequestMapping("/api/v1/scans")
class ScansResource {
    private final Scans scans;
    private final ScanLists lists;
    private final DamagePhotos photos;

    ScansResource(Scans scans, ScanLists lists, DamagePhotos photos) {
        this.scans = scans;
        this.lists = lists;
        this.photos = photos;
    }

    /** Each scan counts once for good, by its own id: an Idempotency-Key is not needed. Every line is answered by itself. */
    @PostMapping
    @SignedIn
    Scans.Answers send(@RequestBody Scans.Batch batch, HttpServletRequest request) {
        return scans.send(batch, origin(request));
    }

    /** The journal. */
    @GetMapping
    @Needs(Permission.SCAN)
    Page<ScanLine> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable UUID eventId,
            @RequestParam(required = false) @Nullable UUID deviceId,
            @RequestParam(required = false) @Nullable UUID byId,
            @RequestParam(required = false) @Nullable List<ScanKind> kind,
            @RequestParam(required = false) ScanAnswer.@Nullable Result result,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        return lists.list(
                new ScanLists.Filter(
                        eventId, deviceId, byId, kind == null ? Set.of() : Set.copyOf(kind), result, from, to),
                query);
    }

    /** A picture of the damage that a scan has reported, for the repair that it opened. The same picture again changes nothing. */
    @PutMapping("/{scanId}/photos/{photoId}")
    @Needs(Permission.SCAN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void photo(@PathVariable UUID scanId, @PathVariable UUID photoId, @RequestPart("file") MultipartFile file)
            throws IOException {
        try (var content = file.getInputStream()) {
            photos.add(scanId, photoId, file.getOriginalFilename(), content);
        }
    }

    static String origin(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean standard = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (standard ? "" : ":" + port);
    }
}
