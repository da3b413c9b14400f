package eventkit.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.stereotype.Component;

/** The company of the shared server and the people in it, reached only through the API. */
@Component
public class Company {
    public static final String PASSWORD = "copper lantern 42 orchard";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<WebServerApplicationContext, Api> OWNERS = new ConcurrentHashMap<>();
    private final WebServerApplicationContext server;

    public Company(WebServerApplicationContext server) {
        this.server = server;
    }

    public Api nobody() {
        return new Api(server.getWebServer().getPort());
    }

    /** The owner, signed in; sets the company up at the first call. */
    public Api owner() {
        return OWNERS.computeIfAbsent(server, s -> {
            var api = nobody();
            var answer = api.post(
                    "/setup",
                    Map.of(
                            "companyName", "Stagelight GmbH",
                            "ownerName", "Ana Ruiz",
                            "email", "ana@stagelight.example",
                            "password", PASSWORD,
                            "locale", "en",
                            "timeZone", "Europe/Berlin",
                            "currency", "EUR"));
            answer.expect(201);
            return api;
        });
    }

    /** Somebody new with a built-in role: {@code WAREHOUSE}, {@code READ_ONLY}, … */
    public Api somebody(String builtInRole) {
        String roleId = null;
        for (var role : owner().get("/roles").expect(200).json().path("items")) {
            if (role.path("builtIn").asString("").equals(builtInRole))
                roleId = role.path("id").asString();
        }
        return withRole(java.util.Objects.requireNonNull(roleId, builtInRole));
    }

    /** Somebody new whose role allows exactly this. */
    public Api somebodyWho(String... permissions) {
        var role = owner().post(
                        "/roles",
                        Map.of("name", "Role " + COUNT.incrementAndGet(), "permissions", List.of(permissions)));
        return withRole(role.expect(201).json().path("id").asString());
    }

    private Api withRole(String roleId) {
        var email = "somebody" + COUNT.incrementAndGet() + "@stagelight.example";
        var invitation =
                owner().post("/invitations", Map.of("email", email, "name", "Somebody", "roleIds", List.of(roleId)));
        var link = invitation.expect(201).json().path("link").asString();
        var api = nobody();
        api.post(
                        "/invitations/by-token/" + link.substring(link.lastIndexOf('/') + 1),
                        Map.of("name", "Somebody", "password", PASSWORD))
                .expect(201);
        return api;
    }
}
