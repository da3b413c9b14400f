package eventkit.core;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * A platform thread for work that goes to the database time and again, one after another. A virtual thread that waits for an answer is woken by way of two other
 * threads, each time; this one is woken by the answer itself.
 */
public final class OwnThread implements AutoCloseable {
    private final ExecutorService thread;

    public OwnThread(String name) {
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** Does the work there as the caller, with the caller's trace, and waits for it, also where the caller is told to stop: it is under way all the same. */
    public <T> T call(Supplier<T> work) {
        var caller = Callers.current();
        var trace = MDC.getCopyOfContextMap();
        var done = thread.submit(() -> {
            if (trace != null) MDC.setContextMap(trace);
            try {
                return Callers.as(caller, work::get);
            } finally {
                MDC.clear();
            }
        });
        return await(done);
    }

    private static <T> T await(Future<T> done) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException failed) throw failed;
                    if (e.getCause() instanceof Error failed) throw failed;
                    throw new IllegalStateException(e.getCause());
                } catch (CancellationException e) {
                    throw new IllegalStateException("the server is stopping", e);
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** What is under way comes to its end. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
