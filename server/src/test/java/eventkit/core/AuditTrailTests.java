package eventkit.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServerTest
class AuditTrailTests {
    private final Company company;
    private final DSLContext db;

    AuditTrailTests(Company company, DSLContext db) {
        this.company = company;
        this.db = db;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update core.audit_entry set actor_name = 'somebody else'",
                "delete from core.audit_entry",
                "truncate core.audit_entry"
            })
    void whatIsWrittenIsNeitherChangedNorTakenAway(String statement) {
        company.owner().get("/me").expect(200);
        assertThatThrownBy(() -> db.execute(statement)).hasMessageContaining("append-only");
    }
}
