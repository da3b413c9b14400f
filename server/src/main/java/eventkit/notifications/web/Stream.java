package eventkit.notifications.web;

import eventkit.core.Caller;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One browser's stream. What it is told waits in a short queue for a thread of its own, so that a slow line holds up nobody else; when the
 * queue is full the stream ends, and the browser comes back and reads anew.
 */
final class Stream {
    private static final int QUEUE = 256;
    private static final long BEAT_SECONDS = 15;

    private record Message(@Nullable String event, Object data) {}

    private static final Message END = new Message(null, "");
    private final SseEmitter emitter;
    private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(QUEUE);
    private final @Nullable String token;
    private final Instant opened;
    private volatile Caller caller;
    private volatile boolean ended;

    Stream(SseEmitter emitter, Caller caller, @Nullable String token, Instant opened) {
        this.emitter = emitter;
        this.caller = caller;
        this.token = token;
        this.opened = opened;
    }

    SseEmitter emitter() {
        return emitter;
    }

    Caller caller() {
        return caller;
    }

    void caller(Caller now) {
        caller = now;
    }

    @Nullable
    String token() {
        return token;
    }

    Instant opened() {
        return opened;
    }

    boolean ended() {
        return ended;
    }

    void tell(String event, Object data) {
        if (!ended && !queue.offer(new Message(event, data))) end();
    }

    /** Sends what waits, and a comment every fifteen seconds so that no proxy thinks the line dead. Returns when the stream has ended. */
    void pump() {
        try {
            while (!ended) {
                var message = queue.poll(BEAT_SECONDS, TimeUnit.SECONDS);
                if (message == END) break;
                if (message == null) emitter.send(SseEmitter.event().comment("beat"));
                else
                    emitter.send(SseEmitter.event()
                            .name(String.valueOf(message.event()))
                            .data(message.data()));
            }
        } catch (IOException | IllegalStateException e) {
            // whoever watched has gone; there is nobody to tell of it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            complete();
        }
    }

    private void complete() {
        try {
            emitter.complete();
        } catch (IllegalStateException e) {
            // the server has let go of the request already
        }
    }

    void end() {
        ended = true;
        queue.clear();
        queue.offer(END);
    }
}
