package eventkit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eventkit.core.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers for ten seconds whom a session belongs to. What this server changes about people is forgotten at the commit; another server on
 * the same database notices after ten seconds.
 */
@Component
class KnownCallers {
    private final Cache<String, Optional<Caller>> byToken = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    Optional<Caller> find(String token, Function<String, Optional<Caller>> load) {
        return byToken.get(token, load);
    }

    void forgetAll() {
        byToken.invalidateAll();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                byToken.invalidateAll();
            }
        });
    }
}
