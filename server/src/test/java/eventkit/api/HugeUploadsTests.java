package eventkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.Patience;
import eventkit.testing.ServerTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** A gigabyte that nobody asked for: refused early, in words, and nothing of it stays. */
@ServerTest
class HugeUploadsTests {
    private static final long GIGABYTE = 1L << 30;
    private final Company company;
    private final Path data;
    private final int port;

    HugeUploadsTests(Company company, WebServerApplicationContext server, @Value("${eventkit.data}") Path data) {
        this.company = company;
        this.data = data;
        this.port = server.getWebServer().getPort();
    }

    private String session() {
        company.owner();
        var cookie = String.valueOf(company.nobody()
                .post("/session", Map.of("email", "ana@stagelight.example", "password", Company.PASSWORD))
                .expect(200)
                .header("Set-Cookie"));
        return cookie.substring(0, cookie.indexOf(';'));
    }

    @Test
    void refusesAGigabyteWhereverItComes() throws Exception {
        var cookie = session();
        var part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.csv\"\r\n\r\nname\n";
        for (var target : List.of("/api/v1/files?subjectKind=product", "/api/v1/imports?kind=PRODUCTS")) {
            for (boolean chunked : List.of(false, true))
                assertTooLarge(target, send(target, "multipart/form-data; boundary=x", part, chunked, cookie));
        }
        for (boolean chunked : List.of(false, true))
            assertTooLarge("/api/v1/roles", send("/api/v1/roles", "application/json", "{\"name\":\"", chunked, cookie));
        company.owner().get("/me").expect(200);
        var arriving = data.resolve("files/arriving");
        if (Files.isDirectory(arriving)) {
            try (var left = Files.list(arriving)) {
                assertThat(left).isEmpty();
            }
        }
    }

    private static void assertTooLarge(String target, String answer) {
        assertThat(answer).as(target).startsWith("HTTP/1.1 413");
        assertThat(answer).as(target).contains("application/problem+json").contains("too-large");
    }

    /** Sends until the other side has answered or hung up; reads at the same time, as browsers do. */
    private String send(String target, String type, String begin, boolean chunked, String cookie) throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            var head =
                    "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\nContent-Type: " + type
                            + "\r\nIdempotency-Key: " + java.util.UUID.randomUUID() + "\r\n"
                            + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + GIGABYTE) + "\r\n\r\n";
            var answer = CompletableFuture.supplyAsync(() -> read(socket));
            var out = socket.getOutputStream();
            try {
                out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                write(out, begin.getBytes(StandardCharsets.ISO_8859_1), chunked);
                var block = "x".repeat(1 << 16).getBytes(StandardCharsets.ISO_8859_1);
                for (long sent = 0; sent < GIGABYTE && !answer.isDone(); sent += block.length)
                    write(out, block, chunked);
            } catch (IOException e) {
                // hung up on, which is right once it has answered
            }
            return answer.get(Patience.SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void write(OutputStream out, byte[] block, boolean chunked) throws IOException {
        if (chunked) out.write((Integer.toHexString(block.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(block);
        if (chunked) out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String read(Socket socket) {
        var answer = new StringBuilder();
        try {
            var buffer = new byte[8_192];
            for (int n = socket.getInputStream().read(buffer);
                    n > 0;
                    n = socket.getInputStream().read(buffer)) {
                answer.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                if (answer.indexOf("\"code\"") > 0) break;
            }
        } catch (IOException e) {
            answer.append(e);
        }
        return answer.toString();
    }
}
