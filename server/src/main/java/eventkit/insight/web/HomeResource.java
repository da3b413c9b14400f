package eventkit.insight.web;

import eventkit.core.SignedIn;
import eventkit.insight.Home;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The first page. */
@RestController
class HomeResource {
    private final Home home;

    HomeResource(Home home) {
        this.home = home;
    }

    @GetMapping("/api/v1/home")
    @SignedIn
    Home.Overview home() {
        return home.overview();
    }
}
