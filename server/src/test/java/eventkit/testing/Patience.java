package eventkit.testing;

import java.time.Duration;

/** How long a test waits for what must come. A machine that runs all tests at once is slow; what never comes is found just the same. */
public final class Patience {
    public static final long SECONDS = 240;
    public static final Duration TIME = Duration.ofSeconds(SECONDS);

    private Patience() {}
}
