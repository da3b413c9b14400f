package eventkit.core.web;

import static eventkit.core.db.Tables.IDEMPOTENCY;

import eventkit.core.Callers;
import eventkit.core.Refusal;
import eventkit.core.Sha256;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every write is one transaction and safe to repeat. Opens the transaction around the whole request, so that the change, its audit entries,
 * its outgoing events and the idempotency key with the answer are one commit; an answer of 400 and above rolls all of it back.
 *
 * <p>The same key with the same request gives the first answer again ({@code Idempotent-Replay: true}), with another request a refusal. Two
 * at once: the second waits for the first. Keys belong to their caller and live 30 days.
 *
 * <p>Answers are kept as long as they are small JSON. What sets a cookie, {@link AnswersSecret}, files, and what is larger than
 * {@link #KEPT_MAX} is not kept: repeated, it is refused as done already. What only
 * {@link Renders} keeps nothing at all and is made again. Scans are the exception: each is known by its own id, whatever request it comes in.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class WriteFilter extends OncePerRequestFilter {
    /**
     * They open transactions of their own, after the slow part, and keep failures although they are refused. A transaction around them would hold a
     * connection for as long as they wait for another.
     */
    private static final Set<String> SIGN_IN =
            Set.of("/api/v1/session", "/api/v1/portal/codes", "/api/v1/portal/session");

    /** Knows every line again by an id of its own, and answers those of many requests in one transaction. */
    private static final String SCANS = "/api/v1/scans";

    static final int BODY_MAX = 10 * 1024 * 1024;
    static final int KEPT_MAX = 256 * 1024;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> KEPT_HEADERS = Set.of("Location", "ETag", "Content-Type");
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private final DSLContext db;
    private final Clock clock;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Refuses refuses;

    WriteFilter(DSLContext db, Clock clock, JsonMapper json, PlatformTransactionManager transactions, Refuses refuses) {
        this.db = db;
        this.clock = clock;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.refuses = refuses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SAFE.contains(request.getMethod())
                || !request.getRequestURI().startsWith("/api/v1/")
                || (request.getMethod().equals("POST") && SIGN_IN.contains(request.getRequestURI()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        try {
            var body = BufferedRequest.of(request, BODY_MAX);
            receive(body);
            if (body.getMethod().equals("POST") && body.getRequestURI().equals(SCANS)) chain.doFilter(body, answer);
            else write(body, answer, chain);
        } catch (Passed e) {
            refuses.answer(e.getCause() == null ? e : e.getCause(), request, answer);
        } catch (TransactionException
                | Refusal
                | MultipartException
                | org.jooq.exception.DataAccessException
                | org.springframework.dao.DataAccessException e) {
            refuses.answer(e, request, answer);
        }
        answer.copyBodyToResponse();
    }

    private void write(HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain chain) {
        transaction.executeWithoutResult(status -> {
            try {
                if (!once(request, answer, chain)) status.setRollbackOnly();
            } catch (IOException | ServletException e) {
                throw new Passed(e);
            }
        });
    }

    /** Takes a form's files in before the transaction begins, so that a slow upload holds no connection. */
    private static void receive(HttpServletRequest request) throws ServletException, IOException {
        if (!isForm(request) || !Callers.current().signedIn()) return;
        try {
            request.getParts();
        } catch (IllegalStateException e) {
            throw new MaxUploadSizeExceededException(-1, e);
        } catch (IOException | ServletException e) {
            throw new MultipartException("the form could not be read", e);
        }
    }

    /** Returns whether to commit. */
    private boolean once(HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain chain)
            throws IOException, ServletException {
        var key = request.getHeader("Idempotency-Key");
        var user = Callers.current().userId();
        if (key == null || user == null) {
            chain.doFilter(request, answer);
            return answer.getStatus() < 400;
        }
        if (key.isBlank() || key.length() > 200) {
            throw new Refusal(
                    "idempotency-key-invalid",
                    Refusal.Kind.INVALID,
                    "Send an Idempotency-Key of 1 to 200 characters, best a UUID.");
        }
        var hash = hash(request);
        if (!claim(user, key, hash)) {
            replay(user, key, hash, answer);
            return true;
        }
        chain.doFilter(request, answer);
        if (answer.getStatus() >= 400 || marked(request, Renders.class)) return false;
        keep(user, key, answer, kept(answer) && !marked(request, AnswersSecret.class));
        return true;
    }

    private static boolean marked(HttpServletRequest request, Class<? extends Annotation> mark) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                && method.hasMethodAnnotation(mark);
    }

    private boolean claim(UUID user, String key, byte[] hash) {
        return db.insertInto(IDEMPOTENCY)
                        .set(IDEMPOTENCY.CALLER_ID, user)
                        .set(IDEMPOTENCY.KEY, key)
                        .set(IDEMPOTENCY.REQUEST_HASH, hash)
                        .set(IDEMPOTENCY.CREATED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private void replay(UUID user, String key, byte[] hash, HttpServletResponse answer) throws IOException {
        var row = db.selectFrom(IDEMPOTENCY)
                .where(IDEMPOTENCY.CALLER_ID.eq(user))
                .and(IDEMPOTENCY.KEY.eq(key))
                .fetchSingle();
        if (!Arrays.equals(row.getRequestHash(), hash)) {
            throw new Refusal(
                    "idempotency-key-reused",
                    Refusal.Kind.CONFLICT,
                    "This Idempotency-Key was used for another request. Use a new key for a new request.");
        }
        int status = row.getStatus() == null ? 200 : row.getStatus();
        if (row.getHeaders() == null) {
            throw new Refusal(
                    "answer-not-kept",
                    Refusal.Kind.CONFLICT,
                    "This was done already, under the same Idempotency-Key; its answer was a file, a secret or too large to keep. Look at the result, or send a new key to do it once more.",
                    Map.of("status", status));
        }
        answer.setStatus(status);
        json.readValue(row.getHeaders().data(), HEADERS).forEach(answer::setHeader);
        answer.setHeader("Idempotent-Replay", "true");
        if (row.getBody() != null) answer.getOutputStream().write(row.getBody());
    }

    /** Headers that are null say that the answer is not kept. */
    private void keep(UUID user, String key, ContentCachingResponseWrapper answer, boolean kept) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            String value = name.equals("Content-Type") ? answer.getContentType() : answer.getHeader(name);
            if (value != null) headers.put(name, value);
        }
        db.update(IDEMPOTENCY)
                .set(IDEMPOTENCY.STATUS, answer.getStatus())
                .set(IDEMPOTENCY.HEADERS, kept ? JSONB.valueOf(json.writeValueAsString(headers)) : null)
                .set(IDEMPOTENCY.BODY, kept ? answer.getContentAsByteArray() : null)
                .where(IDEMPOTENCY.CALLER_ID.eq(user))
                .and(IDEMPOTENCY.KEY.eq(key))
                .execute();
    }

    private static boolean kept(ContentCachingResponseWrapper answer) {
        if (answer.containsHeader("Set-Cookie")) return answer.getContentSize() == 0;
        boolean isJson = nullToEmpty(answer.getContentType()).startsWith("application/json");
        return answer.getContentSize() == 0 || (isJson && answer.getContentSize() <= KEPT_MAX);
    }

    /** Method, address and body; of a form, each part's name, file name and content. */
    private static byte[] hash(HttpServletRequest request) throws IOException, ServletException {
        var digest = Sha256.begun();
        var line = request.getMethod() + " " + request.getRequestURI() + "?" + nullToEmpty(request.getQueryString());
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        if (request instanceof BufferedRequest buffered) digest.update(buffered.body());
        else if (isForm(request)) {
            for (var part : request.getParts()) {
                var head = "\n" + part.getName() + "\n" + part.getSubmittedFileName() + "\n" + part.getSize() + "\n";
                digest.update(head.getBytes(StandardCharsets.UTF_8));
                try (var content = new DigestInputStream(part.getInputStream(), digest)) {
                    content.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return digest.digest();
    }

    private static boolean isForm(HttpServletRequest request) {
        return nullToEmpty(request.getContentType()).startsWith("multipart/");
    }

    private static String nullToEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Passed(Exception cause) {
            super(cause);
        }
    }
}
