package eventkit.core.web;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Open;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** The answers of each operation that are no success: which statuses, which codes, and how each looks. */
final class ApiProblems {
    /** May come from anywhere and are not repeated at each operation. */
    static final List<String> ANYWHERE = List.of(
            "busy", "cross-site", "database-full", "internal", "method-not-allowed", "not-acceptable", "unreadable");

    private static final String PROBLEM = "application/problem+json";
    private static final Map<Integer, String> MEANINGS = Map.ofEntries(
            Map.entry(400, "A field breaks a rule; errors names each."),
            Map.entry(401, "Nobody is signed in, or the password is wrong."),
            Map.entry(403, "The caller's roles do not allow it."),
            Map.entry(404, "There is nothing with this id."),
            Map.entry(409, "The state of things forbids it; code says which rule."),
            Map.entry(412, "Somebody changed it in the meantime; facts.changes says what."),
            Map.entry(413, "More than this server takes at once."),
            Map.entry(415, "Not the type of content that is taken here."),
            Map.entry(428, "If-Match is missing."),
            Map.entry(429, "Too many, or too often; Retry-After says when again."),
            Map.entry(503, "Not now; try again."));

    private final RefusalsInReach reach;
    private final Map<String, Integer> statuses = new TreeMap<>();

    ApiProblems(ApplicationContext context) {
        var beans = new HashSet<Class<?>>();
        for (var name : context.getBeanDefinitionNames()) {
            var type = context.getType(name);
            if (type == null) continue;
            var own = ClassUtils.getUserClass(type);
            if (own.getName().startsWith("eventkit.")) beans.add(own);
        }
        this.reach = new RefusalsInReach(beans);
        statuses.put("internal", 500);
        statuses.put("method-not-allowed", 405);
        statuses.put("not-acceptable", 406);
        statuses.put("unreadable", 400);
        statuses.put("cross-site", 403);
        for (var code : List.of("busy", "database-full")) statuses.put(code, 503);
    }

    void describe(Operation operation, HandlerMethod handler) {
        var codes = new TreeMap<String, Integer>();
        boolean write = !handler.hasMethodAnnotation(GetMapping.class) && !handler.hasMethodAnnotation(Renders.class);
        reach.of(handler.getMethod(), write).forEach((code, kind) -> codes.put(code, kind.status()));
        boolean open = handler.hasMethodAnnotation(Open.class);
        if (!open) codes.put("sign-in-required", 401);
        if (handler.hasMethodAnnotation(Needs.class)) codes.put("not-permitted", 403);
        boolean body = false;
        for (var parameter : handler.getMethodParameters()) {
            var type = parameter.getParameterType();
            body |= parameter.hasParameterAnnotation(RequestBody.class) || type.equals(MultipartFile.class);
            if (type.equals(IfMatch.class)) {
                codes.put("if-match-required", 428);
                codes.put("stale", 412);
            }
            if (type.equals(IfMatch.class)
                    || type.equals(ListQuery.class)
                    || parameter.hasParameterAnnotation(PathVariable.class)
                    || body) codes.put("invalid", 400);
        }
        if (!codes.containsValue(400)) codes.put("unreadable", 400);
        if (body) codes.putAll(Map.of("too-large", 413, "unsupported-media-type", 415));
        if (!handler.hasMethodAnnotation(GetMapping.class)) {
            codes.putAll(Map.of("idempotency-key-invalid", 400, "idempotency-key-reused", 409, "answer-not-kept", 409));
        }
        ANYWHERE.stream().filter(c -> !c.equals("unreadable")).forEach(codes::remove);
        statuses.putAll(codes);
        operation.addExtension("x-problem-codes", new ArrayList<>(codes.keySet()));
        var responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        if (reach.creates(handler.getMethod())) created(responses);
        new TreeSet<>(codes.values())
                .forEach(status -> responses.putIfAbsent(String.valueOf(status), of(status, codes)));
        operation.setResponses(responses);
    }

    /** What a signature can not say: the method answers 201 and where the new thing is. */
    private static void created(ApiResponses responses) {
        var success = responses.remove("200");
        if (success == null) return;
        responses.addApiResponse(
                "201",
                success.description("Created.")
                        .addHeaderObject(
                                "Location",
                                new Header().description("Its address.").schema(new StringSchema())));
    }

    private static ApiResponse of(int status, Map<String, Integer> codes) {
        var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        codes.forEach((code, each) -> {
            if (each == status) media.addExamples(code, new Example().$ref("#/components/examples/" + code));
        });
        return new ApiResponse()
                .description(MEANINGS.getOrDefault(status, "Refused."))
                .content(new Content().addMediaType(PROBLEM, media));
    }

    /** One example a code, for all operations; after they are described. */
    void examples(Components components) {
        statuses.forEach((code, status) -> components.addExamples(
                code,
                new Example()
                        .summary(code)
                        .value(Problem.of(code, status, advice(code), Map.of(), List.of())
                                .asMap())));
    }

    /** What the code's own page says to do. */
    private static String advice(String code) {
        try (var page = ApiProblems.class.getResourceAsStream("/problems/" + code + ".md")) {
            if (page == null) return "See the page of this problem.";
            var text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            int todo = text.indexOf("**What to do.**");
            return todo < 0
                    ? "See the page of this problem."
                    : text.substring(todo + 15).strip().split("\n\n", 2)[0].replace('\n', ' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
