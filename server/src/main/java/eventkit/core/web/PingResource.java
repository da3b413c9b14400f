package eventkit.core.web;

import eventkit.core.Open;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers at once and touches nothing: for load balancers, and as the bare side of the benchmarks. */
@RestController
class PingResource {
    private static final Map<String, Boolean> PONG = Map.of("pong", true);

    /** Open: it tells nothing. */
    @GetMapping("/ping")
    @Open
    Map<String, Boolean> ping() {
        return PONG;
    }
}
