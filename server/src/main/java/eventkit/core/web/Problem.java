package eventkit.core.web;

import eventkit.core.Refusal;
import eventkit.core.Refusal.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An error as RFC 9457 says it.
 *
 * @param type the page that explains the code
 * @param code kebab-case, stable
 * @param facts what a program needs to go on
 * @param errors the broken fields of a request
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        Map<String, ?> facts,
        List<FieldError> errors,
        @Nullable String traceId) {

    static Problem of(String code, int status, String detail, Map<String, ?> facts, List<FieldError> errors) {
        return new Problem(
                "/problems/" + code + ".md", title(code), status, detail, code, facts, errors, MDC.get("traceId"));
    }

    static Problem of(Refusal refusal) {
        return of(refusal.code(), refusal.kind().status(), refusal.explanation(), refusal.facts(), refusal.errors());
    }

    ResponseEntity<Problem> response() {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.set("X-Content-Type-Options", "nosniff");
        var seconds = retryAfterSeconds();
        if (seconds != null) headers.set("Retry-After", seconds.toString());
        return ResponseEntity.status(status).headers(headers).body(this);
    }

    @Nullable
    Number retryAfterSeconds() {
        return status == 429 && facts.get("retryAfterSeconds") instanceof Number seconds ? seconds : null;
    }

    /** As a program reads it, for the API description. */
    Map<String, Object> asMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("type", type);
        map.put("title", title);
        map.put("status", status);
        map.put("detail", detail);
        map.put("code", code);
        map.put("facts", facts);
        map.put("errors", errors);
        map.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        return map;
    }

    private static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
