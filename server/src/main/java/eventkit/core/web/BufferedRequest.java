package eventkit.core.web;

import eventkit.core.Refusal;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request whose body is read at once, so that it can be hashed before it is understood. Forms and streams pass through unread. */
final class BufferedRequest extends HttpServletRequestWrapper {
    private final byte[] body;

    private BufferedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static HttpServletRequest of(HttpServletRequest request, int max) throws IOException {
        var type = request.getContentType();
        if (type != null && !type.startsWith("application/json") && !type.startsWith("application/merge-patch+json"))
            return request;
        if (request.getContentLengthLong() > max) throw tooLarge(max);
        var body = request.getInputStream().readNBytes(max + 1);
        if (body.length > max) throw tooLarge(max);
        return new BufferedRequest(request, body);
    }

    byte[] body() {
        return body;
    }

    private static Refusal tooLarge(int max) {
        return new Refusal(
                "too-large",
                Refusal.Kind.TOO_LARGE,
                "Send at most " + max / 1024 / 1024 + " MB of JSON.",
                Map.of("bytesMax", max));
    }

    @Override
    public ServletInputStream getInputStream() {
        var in = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return in.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return in.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return in.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("read at once");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
