package eventkit.core;

import org.jspecify.annotations.Nullable;

/** The caller of the work in hand. Bound for the length of a request, a job or a reaction, and nowhere else. */
public final class Callers {
    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    private Callers() {}

    /** The caller, or nobody where none is bound: what is not bound may do nothing. */
    public static Caller current() {
        return CURRENT.orElse(Caller.anonymous(null));
    }

    public static <R extends @Nullable Object, X extends Throwable> R as(
            Caller caller, ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, caller).call(work);
    }

    public static void runAs(Caller caller, Runnable work) {
        ScopedValue.where(CURRENT, caller).run(work);
    }
}
