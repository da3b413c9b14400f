package eventkit.core;

import org.jspecify.annotations.Nullable;

/**
 * Does one kind of background job. Work in steps that are each one transaction and safe to repeat: after a crash the job starts again.
 *
 * @param <A> the arguments, a record that JSON carries
 */
public interface JobHandler<A> {
    /** The name stored with the job; must never change once released. */
    String kind();

    Class<A> argsType();

    /** Returns what the job yields (JSON-friendly), shown with it. Throw {@link Refusal} for what no repeat will mend. */
    @Nullable
    Object run(A args, JobRun run) throws Exception;

    /** What follows from a job that has failed for good, in the transaction that says so; whatever it was that failed. */
    default void failed(A args) {}

    /** How often to try before the job has failed. */
    default int attemptsMax() {
        return 3;
    }
}
