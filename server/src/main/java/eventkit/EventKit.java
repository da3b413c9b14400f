package eventkit;

import eventkit.ops.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The server. See docs/settings.md for what may be set, and {@code ./eventkit help} for the commands. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Modulithic(systemName = "EventKit", sharedModules = "core")
public class EventKit {
    public static void main(String[] args) {
        Commands.run(EventKit.class, args);
    }
}
