package eventkit;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {
    @Test
    void keepTheirBoundariesAndFormNoCycle() {
        ApplicationModules.of(EventKit.class).verify();
    }
}
