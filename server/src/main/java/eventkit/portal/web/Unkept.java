package eventkit.portal.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that no browser keeps: whoever sits there next is somebody else. */
final class Unkept {
    private Unkept() {}

    static <T> ResponseEntity<T> of(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    static ResponseEntity<byte[]> pdf(String fileName, byte[] content) {
        var disposition = ContentDisposition.inline().filename(fileName).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
