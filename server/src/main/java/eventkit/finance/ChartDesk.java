package eventkit.finance;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ChartDesk implements Chart {
    private final AccountRows rows;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    ChartDesk(AccountRows rows, Audit audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("account_code_taken", AccountCodeTaken::new);
    }

    private record Standing(@Nullable Instant archivedAt) {}

    @Override
    public List<Account> all() {
        return rows.all();
    }

    @Override
    public Account get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    @Transactional
    public Account create(Details given) {
        var details = checked(given);
        rows.lockAll();
        if (details.standard()) rows.notStandard(details.accountClass(), details.profitGroup());
        var id = ids.next();
        rows.insert(id, details);
        var made = get(id);
        audit.created(made.subject(), details);
        return made;
    }

    @Override
    @Transactional
    public Account change(UUID id, Details given, IfMatch ifMatch) {
        rows.lockAll();
        var before = get(id);
        ifMatch.require(before.version(), audit, KIND, id);
        var details = checked(given);
        var was = Details.of(before);
        if (details.equals(was)) return before;
        new Check()
                .that(
                        details.accountClass() == was.accountClass() && details.profitGroup() == was.profitGroup(),
                        "accountClass",
                        "fixed",
                        "What was posted to it keeps its class. Create another account.")
                .that(
                        details.standard() || !was.standard(),
                        "standard",
                        "needed",
                        "Make another account of this class the standard instead.")
                .that(
                        !details.standard() || before.archivedAt() == null,
                        "standard",
                        "archived",
                        "Restore the account first.")
                .orThrow();
        if (details.standard() && !was.standard()) rows.notStandard(was.accountClass(), was.profitGroup());
        rows.update(id, details);
        var after = get(id);
        audit.changed(after.subject(), after.version(), was, Details.of(after));
        return after;
    }

    private static Details checked(Details d) {
        var details = new Details(
                d.code() == null ? "" : d.code().strip(),
                d.name() == null ? "" : d.name().strip(),
                d.accountClass(),
                d.profitGroup(),
                d.standard());
        new Check()
                .required(details.code(), "code")
                .line(details.code(), "code", 20)
                .required(details.name(), "name")
                .line(details.name(), "name", 100)
                .required(details.accountClass(), "accountClass")
                .that(
                        details.accountClass() == null
                                || details.accountClass().grouped() == (details.profitGroup() != null),
                        "profitGroup",
                        "of-revenue-and-cost",
                        "Accounts of revenue and cost have a group, others have none.")
                .orThrow();
        return details;
    }

    @Override
    @Transactional
    public Account archive(UUID id) {
        rows.lockAll();
        var before = get(id);
        if (before.archivedAt() != null) return before;
        if (before.standard()) throw new AccountInUse(before);
        return archived(before, clock.instant(), "archived");
    }

    @Override
    @Transactional
    public Account restore(UUID id) {
        rows.lockAll();
        var before = get(id);
        return before.archivedAt() == null ? before : archived(before, null, "restored");
    }

    private Account archived(Account before, @Nullable Instant at, String action) {
        rows.archived(before.id(), at);
        var after = get(before.id());
        audit.changed(
                after.subject(),
                action,
                after.version(),
                new Standing(before.archivedAt()),
                new Standing(after.archivedAt()));
        return after;
    }
}
