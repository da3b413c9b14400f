package eventkit.core.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import eventkit.core.NotFound;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A stream that breaks off has had its status and its headers: no problem document follows what was sent. */
class BrokenStreamTests {
    @RestController
    static final class Broken {
        private final Exception error;
        private final boolean begun;
        private @Nullable SseEmitter emitter;

        Broken(Exception error, boolean begun) {
            this.error = error;
            this.begun = begun;
        }

        @GetMapping("/stream")
        SseEmitter stream() {
            var made = new SseEmitter(0L);
            emitter = made;
            return made;
        }

        void breaks() throws IOException {
            var open = java.util.Objects.requireNonNull(emitter);
            if (begun) open.send(SseEmitter.event().name("hello").data("there"));
            open.completeWithError(error);
        }
    }

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    @Test
    void saysNothingMoreAfterABug() throws Exception {
        var answer = brokenOff(new IllegalStateException("a bug"), true);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo("event:hello\ndata:there\n\n");
        assertThat(complaints()).as("the bug, once").containsExactly("GET /stream failed");
    }

    @Test
    void saysNothingMoreAfterARefusal() throws Exception {
        var answer = brokenOff(new NotFound("asset", "7"), true);
        assertThat(answer.getContentAsString()).isEqualTo("event:hello\ndata:there\n\n");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void takesALineThatWentDeadAsNoBug() throws Exception {
        var answer = brokenOff(new IOException("Broken pipe"), true);
        assertThat(answer.getContentAsString()).isEqualTo("event:hello\ndata:there\n\n");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void answersAProblemWhereNothingWasSentYet() throws Exception {
        var answer = brokenOff(new NotFound("asset", "7"), false);
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("\"code\":\"not-found\"");
        assertThat(complaints()).isEmpty();
    }

    private static MockHttpServletResponse brokenOff(Exception error, boolean begun) throws Exception {
        var stream = new Broken(error, begun);
        MockMvc server = MockMvcBuilders.standaloneSetup(stream)
                .setControllerAdvice(new ProblemAdvice())
                .build();
        var asked = server.perform(get("/stream")).andReturn();
        stream.breaks();
        assertThat(asked.getResponse().isCommitted()).isEqualTo(begun);
        return server.perform(asyncDispatch(asked)).andReturn().getResponse();
    }

    /** What a person on call would be woken by. */
    private List<String> complaints() {
        return log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
