package eventkit.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.notifications.Notification.About;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.Patience;
import eventkit.testing.ServerTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import tools.jackson.databind.JsonNode;

/** The one stream that a browser keeps open, read off the wire. */
@ServerTest
class StreamTests {
    private final Company company;
    private final Messenger messenger;
    private final MeterRegistry meters;
    private final DSLContext db;
    private final int port;

    StreamTests(
            Company company,
            Messenger messenger,
            MeterRegistry meters,
            DSLContext db,
            WebServerApplicationContext server) {
        this.db = db;
        this.meters = meters;
        this.company = company;
        this.messenger = messenger;
        this.port = server.getWebServer().getPort();
    }

    /** Reads events as {@code name data}; the line's end arrives as {@code end}. */
    private static final class Line implements AutoCloseable {
        private final InputStream body;
        private final BufferedReader in;
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

        Line(InputStream body) {
            this.body = body;
            this.in = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (in) {
                var event = "";
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.startsWith("event:")) event = line.substring(6).strip();
                    if (line.startsWith("data:"))
                        events.add(event + " " + line.substring(5).strip());
                }
                events.add("end");
            } catch (IOException e) {
                events.add("end");
            }
        }

        String next(String prefix) throws InterruptedException {
            for (var event = events.poll(Patience.SECONDS, TimeUnit.SECONDS);
                    event != null;
                    event = events.poll(Patience.SECONDS, TimeUnit.SECONDS)) {
                if (event.startsWith(prefix)) return event;
            }
            throw new AssertionError("no " + prefix + " came");
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private record SignedIn(String cookie, HttpClient http) implements AutoCloseable {
        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    private SignedIn owner() throws Exception {
        company.owner();
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(address("/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"ana@stagelight.example\",\"password\":\"" + Company.PASSWORD + "\"}"));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return new SignedIn(cookie.substring(0, cookie.indexOf(';')), http);
    }

    private Line stream(SignedIn who) throws Exception {
        var request = HttpRequest.newBuilder(address("/notifications/stream"))
                .header("Cookie", who.cookie())
                .header("Accept", "text/event-stream");
        var answer = who.http().send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        return new Line(answer.body());
    }

    @Test
    void carriesNotificationsAndHowManyAreUnread() throws Exception {
        try (var ana = owner();
                var line = stream(ana)) {
            assertThat(line.next("hello")).matches("hello \\{\"unread\":\\d+}");
            Callers.runAs(
                    Caller.system(),
                    () -> messenger.tellWhoMay(
                            NotificationType.LOW_STOCK,
                            new About("product", UUID.randomUUID(), "Gaffer\ntape <b>"),
                            Map.of("quantity", 1),
                            null));
            assertThat(line.next("notification")).contains("\"type\":\"LOW_STOCK\"", "Gaffer\\ntape <b>");
            assertThat(line.next("unread")).matches("unread \\{\"unread\":[1-9]\\d*}");
            company.owner().post("/notifications/read-all", null).expect(200);
            assertThat(line.next("unread {\"unread\":0}")).isNotNull();
        }
    }

    @Test
    void hintsAtWhatChangedSoThatScreensReadAnew() throws Exception {
        try (var ana = owner();
                var line = stream(ana)) {
            line.next("hello");
            var role = company.owner()
                    .post("/roles", Map.of("name", "Hinted", "permissions", List.of()))
                    .expect(201)
                    .id();
            var hint = line.next("hint");
            while (!hint.contains("role")) hint = line.next("hint");
            assertThat(hint)
                    .matches("hint \\{\"topic\":\"activity\",\"kinds\":\\[\"role\"(,\"user\")?],\"things\":.*}")
                    .contains("{\"kind\":\"role\",\"id\":\"" + role + "\"}");
        }
    }

    @Test
    void endsWithTheSession() throws Exception {
        try (var ana = owner();
                var line = stream(ana)) {
            line.next("hello");
            var end = HttpRequest.newBuilder(address("/session"))
                    .header("Cookie", ana.cookie())
                    .DELETE();
            assertThat(ana.http().send(end.build(), BodyHandlers.ofString()).statusCode())
                    .isLessThan(300);
            assertThat(line.next("end")).isEqualTo("end");
        }
    }

    @Test
    void endsTheOldestOfTooMany() throws Exception {
        try (var ana = owner();
                var oldest = stream(ana)) {
            oldest.next("hello");
            for (int i = 0; i < 20; i++) stream(ana).next("hello");
            assertThat(oldest.next("end")).isEqualTo("end");
        }
    }

    @Test
    void showsTheChangeOfOneSessionInAnotherAsFarAsItMaySee() throws Exception {
        try (var ana = owner();
                var line = stream(ana)) {
            line.next("hello");
            var role = company.owner()
                    .post("/roles", Map.of("name", "Seen " + UUID.randomUUID(), "permissions", List.of()))
                    .expect(201)
                    .id();
            var hint = line.next("hint");
            while (!hint.contains("role")) hint = line.next("hint");
            assertThat(company.owner().get("/activity?kind=role").expect(200).text())
                    .contains(role);
            assertThat(company.somebodyWho("ASSET_READ")
                            .get("/activity?kind=role")
                            .expect(200)
                            .text())
                    .doesNotContain(role);
        }
    }

    @Test
    void tellsThatSomebodyLooksAtAListAndWhenTheyHaveGone() throws Exception {
        var owner = company.owner();
        var event = owner.post(
                        "/events",
                        Map.of("name", "Watched", "from", "2027-06-01T08:00:00Z", "to", "2027-06-02T08:00:00Z"))
                .expect(201)
                .id();
        var list = owner.get("/events/" + event + "/pull-lists")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        var address = "/pull-lists/" + list + "/onlookers";
        var hinted = "hint {\"topic\":\"presence\",\"kind\":\"pull-list\",\"id\":\"" + list + "\"}";
        var planner = company.somebodyWho("EVENT_READ");
        var mine = address + "/" + UUID.randomUUID();
        var window = address + "/" + UUID.randomUUID();
        var other = address + "/" + UUID.randomUUID();
        try (var ana = owner();
                var line = stream(ana)) {
            line.next("hello");
            look(owner, mine);
            line.next(hinted);
            look(planner, window);
            line.next(hinted);
            // A second window of the same person is nobody else.
            look(owner, mine);
            assertThat(look(planner, other)).hasSize(2);
            planner.send("DELETE", window, null, Map.of()).expect(204);
            assertThat(look(owner, mine)).hasSize(2);
            planner.send("DELETE", other, null, Map.of()).expect(204);
            line.next(hinted);
            assertThat(look(owner, mine)).hasSize(1);

            // Who only falls silent counts as gone after a while, and is forgotten later.
            silent("25 seconds", list);
            line.next(hinted);
            assertThat(owner.get(address).expect(200).json().path("items")).isEmpty();
            silent("1 hour", list);
            assertThat(look(planner, window)).hasSize(1);
            assertThat(db.fetchCount(DSL.table("planning.onlooker"), DSL.condition("list_id = ?::uuid", list)))
                    .isEqualTo(1);
        }
        company.somebodyWho("ASSET_READ").get(address).expect(403);
        planner.send("PUT", "/pull-lists/" + UUID.randomUUID() + "/onlookers/" + UUID.randomUUID(), null, Map.of())
                .expect(404);
    }

    private static JsonNode look(Api who, String window) {
        return who.send("PUT", window, null, Map.of()).expect(200).json().path("items");
    }

    private void silent(String since, String list) {
        db.execute("update planning.onlooker set seen_at = seen_at - ?::interval where list_id = ?::uuid", since, list);
    }

    @Test
    void forgetsWhoeverWentAwayWithoutAWord() throws Exception {
        try (var ana = owner()) {
            untilNobodyWatches();
            var gone = stream(ana);
            gone.next("hello");
            assertThat(open()).isEqualTo(1);
            gone.close();
        }
        untilNobodyWatches();
    }

    /** A line that is dead is noticed when there is something to tell. */
    private void untilNobodyWatches() {
        var deadline = System.nanoTime() + Patience.TIME.toNanos();
        while (open() > 0 && System.nanoTime() < deadline) {
            company.owner()
                    .post("/roles", Map.of("name", "Told " + UUID.randomUUID(), "permissions", List.of()))
                    .expect(201);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        assertThat(open()).isZero();
    }

    private double open() {
        return meters.get("eventkit.streams").gauge().value();
    }

    @Test
    void isClosedToWhoeverIsNotSignedIn() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(address("/notifications/stream")).header("Accept", "text/event-stream");
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("sign-in-required");
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
    }
}
