package eventkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("server")
class RememberingTheCompanyTests {
    @SuppressWarnings("NullAway.Init")
    private TransactionTemplate transaction;

    @SuppressWarnings("NullAway.Init")
    private DSLContext db;

    @SuppressWarnings("NullAway.Init")
    private Companies companies;

    @BeforeEach
    void open() {
        var source = TestDatabase.fresh().source();
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        db = DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
        companies = new Companies(db);
    }

    private void setUp() {
        transaction.executeWithoutResult(
                s -> companies.insert("Aurora", "EUR", "UTC", "en", Instant.parse("2027-06-01T08:00:00Z")));
    }

    private void rename(String name) {
        var now = companies.lock().orElseThrow();
        var d = CompanyProfile.Details.of(now);
        companies.update(
                new CompanyProfile.Details(
                        name,
                        d.addressLines(),
                        d.phone(),
                        d.email(),
                        d.web(),
                        d.currency(),
                        d.timeZone(),
                        d.locale(),
                        d.baseUrl(),
                        d.propertyNotice(),
                        d.assetNumberWidth()),
                List.of(),
                now.version() + 1);
    }

    private String name() {
        return companies.find().orElseThrow().name();
    }

    @Test
    void doesNotRememberThatThereIsNone() {
        assertThat(companies.find()).isEmpty();
        setUp();
        assertThat(name()).isEqualTo("Aurora");
    }

    @Test
    void asksTheDatabaseOnce() {
        setUp();
        assertThat(name()).isEqualTo("Aurora");
        db.execute("update identity.company set name = 'Borealis'");
        assertThat(name()).isEqualTo("Aurora");
    }

    @Test
    void showsAChangeAtOnceToWhoMakesItAndAtTheCommitToOthers() {
        setUp();
        transaction.executeWithoutResult(s -> {
            rename("Borealis");
            assertThat(name()).isEqualTo("Borealis");
            assertThat(CompletableFuture.supplyAsync(this::name).join()).isEqualTo("Aurora");
        });
        assertThat(name()).isEqualTo("Borealis");
    }

    @Test
    void forgetsAChangeThatWasRolledBack() {
        setUp();
        transaction.executeWithoutResult(s -> {
            rename("Borealis");
            s.setRollbackOnly();
        });
        assertThat(name()).isEqualTo("Aurora");
    }
}
