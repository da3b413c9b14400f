package eventkit.notifications.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import eventkit.core.Caller;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Whoever watched goes away in the middle, and the server has let go of the request before the stream knows. */
class GoneWatcherTests {
    private static final class Gone extends SseEmitter {
        @Override
        public void send(SseEventBuilder builder) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public synchronized void complete() {
            throw new IllegalStateException("AsyncContext not yet initialized");
        }
    }

    @Test
    void endsQuietly() {
        var stream = new Stream(new Gone(), Caller.system(), null, Instant.EPOCH);
        stream.tell("hello", "there");
        assertThatCode(stream::pump).doesNotThrowAnyException();
        assertThat(stream.ended()).isTrue();
    }
}
