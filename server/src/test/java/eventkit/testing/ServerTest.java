package eventkit.testing;

import eventkit.EventKit;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * A booted server on a real port with a real database, shared by every class that asks for it: leave nothing behind that another would mind.
 * The outbox and jobs do not run by themselves; drain them. Components of the tests' packages are found like those of the server: who imports some gets a server
 * of its own, which takes seconds to boot.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("server")
@SpringBootTest(
        classes = EventKit.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "eventkit.outbox.automatic=false",
            "eventkit.jobs.automatic=false",
            "eventkit.streams.recheck=1s",
            "eventkit.data=target/server-test-data-${eventkit.test.fork:1}",
            "eventkit.password-rounds=1000"
        })
@ContextConfiguration(initializers = {ServerTest.Database.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface ServerTest {
    /** Points the server at a database of its own. */
    class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestDatabase.fresh();
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.user(),
                            "spring.datasource.password=" + database.password())
                    .applyTo(context);
        }
    }
}
