package eventkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Needs;
import eventkit.core.Open;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every operation that the server has: who may, who may not, and what nonsense gives. */
@ServerTest
class EveryOperationTests {
    private final Company company;
    private final RequestMappingHandlerMapping mappings;

    EveryOperationTests(
            Company company, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.company = company;
        this.mappings = mappings;
    }

    record Op(String method, String path, HandlerMethod handler) {
        String filled() {
            return path.replaceAll("\\{[^}]*\\}", UUID.randomUUID().toString());
        }

        @Nullable
        Permission permission() {
            var needs = handler.getMethodAnnotation(Needs.class);
            return needs == null ? null : needs.value();
        }

        boolean open() {
            return handler.hasMethodAnnotation(Open.class);
        }

        Api.Answer call(Api api) {
            return api.send(
                    method,
                    filled(),
                    method.equals("GET") || method.equals("DELETE") ? null : Map.of(),
                    Map.of("If-Match", "*"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<Op> operations() {
        var result = new ArrayList<Op>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getName().startsWith("eventkit.")) return;
            for (var path : info.getPatternValues()) {
                for (var method : info.getMethodsCondition().getMethods())
                    result.add(new Op(method.name(), path, handler));
            }
        });
        assertThat(result).hasSizeGreaterThan(30);
        return result;
    }

    @Test
    void declaresExactlyOnePermission() {
        for (var op : operations()) {
            int declared = 0;
            for (var type : List.of(Needs.class, Open.class, SignedIn.class))
                if (op.handler().hasMethodAnnotation(type)) declared++;
            assertThat(declared).as(op.toString()).isEqualTo(1);
        }
    }

    @Test
    void refusesWhoeverIsNotSignedIn() {
        company.owner();
        for (var op : operations()) {
            if (op.open()) continue;
            assertThat(op.call(company.nobody()).refusal(401)).as(op.toString()).isEqualTo("sign-in-required");
        }
    }

    @Test
    void refusesWhoeverLacksThePermission() {
        var nothing = company.somebodyWho();
        for (var op : operations()) {
            if (op.permission() == null) continue;
            var answer = op.call(nothing);
            assertThat(answer.refusal(403)).as(op.toString()).isEqualTo("not-permitted");
            assertThat(answer.json().path("facts").path("permission").asString())
                    .isEqualTo(op.permission().name());
        }
    }

    @Test
    void neverFailsOnNonsense() {
        var owner = company.owner();
        var deep = "[".repeat(2_000) + "]".repeat(2_000);
        var bodies =
                List.of("", "null", "[]", "{}", "{", "\"x\"", "{\"name\":12,\"x\":[]}", "{\"name\":\"\\u0000\"}", deep);
        for (var op : operations()) {
            if (op.path().endsWith("/stream")
                    || (op.method().equals("DELETE") && op.path().startsWith("/api/v1/me/sessions"))
                    || op.path().equals("/api/v1/session")) continue;
            boolean read = op.method().equals("GET"); // and has no body that could be nonsense
            for (var body : read ? List.of("") : bodies) {
                var answer = owner.send(op.method(), op.filled(), read ? null : body, Map.of("If-Match", "*"));
                assertThat(answer.status())
                        .as("%s with %s: %s", op, body.length() > 50 ? "deep nesting" : body, answer.text())
                        .isLessThan(500);
                if (answer.status() >= 400 && op.path().startsWith("/api/"))
                    assertThat(answer.refusal(answer.status())).isNotBlank();
            }
            var odd = owner.send(
                    op.method(), op.path().replaceAll("\\{[^}]*\\}", "%27%3B--%00"), null, Map.of("If-Match", "x"));
            assertThat(odd.status()).as(op + " with odd ids: " + odd.text()).isLessThan(500);
            if (read) {
                for (var query : List.of(
                        "limit=-1",
                        "limit=x",
                        "offset=999999999999",
                        "sort=nonsense",
                        "cursor=AAAA",
                        "q=%00",
                        "q=" + "x".repeat(2_000),
                        "q=%27%22%3Cscript%3E")) {
                    var answer = owner.get(op.filled() + "?" + query);
                    assertThat(answer.status())
                            .as("%s?%s: %s", op, query.length() > 50 ? "long" : query, answer.text())
                            .isLessThan(500);
                }
            }
        }
        owner.get("/me").expect(200);
    }

    @Test
    void refusesOtherContentTypes() {
        var answer = company.owner()
                .raw(
                        "POST",
                        "/roles",
                        "<role/>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        Map.of("Content-Type", "application/xml"));
        assertThat(answer.refusal(415)).isEqualTo("unsupported-media-type");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var answer = company.owner().post("/roles", "{\"name\":\"" + "x".repeat(11 * 1024 * 1024) + "\"}");
        assertThat(answer.refusal(413)).isEqualTo("too-large");
    }
}
