package eventkit.cases.web;

import eventkit.cases.CaseStatus;
import eventkit.cases.Cases;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Permission;
import eventkit.core.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The same for many cases at once; each is tried behind a savepoint of its own. */
@Component
class ManyCases {
    enum Mode {
        ALL,
        EACH
    }

    enum ActionType {
        MOVE,
        CLOSE,
        OPEN,
        OUT_OF_SERVICE,
        RETIRE
    }

    /** @param locationId for MOVE */
    record Action(
            ActionType type,
            @Nullable UUID locationId,
            @Nullable String note) {}

    record Bulk(List<UUID> ids, Action action, @Nullable Mode mode) {}

    /** @param code null where it was done */
    record Line(
            UUID id,
            boolean done,
            @Nullable String code,
            @Nullable String message) {}

    record Outcome(List<Line> lines) {}

    private static final int CASES_MAX = 1000;
    private final Cases cases;
    private final TransactionTemplate apart;

    ManyCases(Cases cases, PlatformTransactionManager transactions) {
        this.cases = cases;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    Outcome run(Bulk bulk) {
        var check = new Check()
                .required(bulk.ids(), "ids")
                .size(bulk.ids(), "ids", CASES_MAX)
                .that(bulk.ids() == null || !bulk.ids().isEmpty(), "ids", "required", "Choose at least one case.")
                .that(
                        bulk.ids() == null || bulk.ids().stream().allMatch(id -> id != null),
                        "ids",
                        "required",
                        "Name each case.")
                .required(bulk.action(), "action");
        if (bulk.action() != null) {
            check.required(bulk.action().type(), "action.type")
                    .text(bulk.action().note(), "action.note", 500);
            if (bulk.action().type() == ActionType.MOVE)
                check.required(bulk.action().locationId(), "action.locationId");
        }
        check.orThrow();
        Callers.current().mustHave(bulk.action().type() == ActionType.MOVE ? Permission.MOVE : Permission.CASE_EDIT);
        var lines = new ArrayList<Line>();
        for (var id : new LinkedHashSet<>(bulk.ids())) lines.add(attempt(id, bulk.action()));
        var refused = lines.stream().filter(l -> !l.done()).toList();
        if (bulk.mode() != Mode.EACH && !refused.isEmpty()) {
            throw new Refusal(
                    "bulk-refused",
                    Refusal.Kind.CONFLICT,
                    refused.size()
                            + " of these can not be changed this way, so nothing was. Leave them out, or do what can be done.",
                    Map.of("lines", refused));
        }
        return new Outcome(lines);
    }

    private Line attempt(UUID id, Action action) {
        try {
            apart.executeWithoutResult(status -> act(id, action));
            return new Line(id, true, null, null);
        } catch (Refusal refusal) {
            return new Line(id, false, refusal.code(), refusal.explanation());
        } catch (DataAccessException | org.jooq.exception.DataAccessException e) {
            var meaning = Constraints.refusalFor(e);
            if (meaning == null) throw e;
            return new Line(id, false, meaning.code(), meaning.explanation());
        }
    }

    private void act(UUID id, Action action) {
        switch (action.type()) {
            case MOVE -> cases.move(id, java.util.Objects.requireNonNull(action.locationId()), action.note());
            case CLOSE -> cases.to(CaseStatus.CLOSED, id, null);
            case OPEN -> cases.to(CaseStatus.OPEN, id, null);
            case OUT_OF_SERVICE -> cases.to(CaseStatus.OUT_OF_SERVICE, id, action.note());
            case RETIRE -> cases.to(CaseStatus.RETIRED, id, action.note());
        }
    }
}
