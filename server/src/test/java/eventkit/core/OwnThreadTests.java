package eventkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class OwnThreadTests {
    private final OwnThread thread = new OwnThread("own");

    @AfterEach
    void close() {
        thread.close();
        MDC.clear();
    }

    @Test
    void worksAsTheCallerWithTheCallersTrace() {
        var somebody = Caller.anonymous("192.0.2.1");
        MDC.put("traceId", "trace");
        var said = Callers.as(
                somebody,
                () -> thread.call(() -> Callers.current().equals(somebody)
                        + " " + MDC.get("traceId")
                        + " " + Thread.currentThread().getName()
                        + " " + Thread.currentThread().isVirtual()));
        assertThat(said).isEqualTo("true trace own false");
        MDC.clear();
        assertThat(thread.call(() -> "nobody's trace " + MDC.get("traceId"))).isEqualTo("nobody's trace null");
    }

    @Test
    void failsAsTheWorkDid() {
        var failure = new IllegalArgumentException("no");
        assertThatThrownBy(() -> thread.call(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(thread.<String>call(() -> "goes on")).isEqualTo("goes on");
    }

    @Test
    void whoeverIsToldToStopHearsTheAnswerAllTheSame() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var heard = new String[1];
        var stillTold = new boolean[1];
        var caller = Thread.ofVirtual().start(() -> {
            heard[0] = thread.call(() -> {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    return "interrupted";
                }
                return "done";
            });
            stillTold[0] = Thread.currentThread().isInterrupted();
        });
        begun.await();
        caller.interrupt();
        goOn.countDown();
        caller.join();
        assertThat(heard[0]).isEqualTo("done");
        assertThat(stillTold[0]).isTrue();
    }
}
