package eventkit.insight;

import eventkit.core.Money;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import eventkit.insight.Content.Closed;
import eventkit.insight.Content.PipelineValue;
import eventkit.insight.Content.StageValue;
import eventkit.insight.Content.Worth;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What open deals are worth, by stage, and what was won and lost lately. Each deal counts as the deals' own pages weigh it. */
@Component
class PipelineWidget {
    private static final int DAYS = 90;
    private final DSLContext db;
    private final CompanyProfile companies;
    private final Clock clock;

    PipelineWidget(DSLContext db, CompanyProfile companies, Clock clock) {
        this.db = db;
        this.companies = companies;
        this.clock = clock;
    }

    /** Sums of one currency. */
    private static final class Sums {
        private int deals;
        private final Map<Currency, Worth> worth;

        Sums(Comparator<Currency> order) {
            worth = new TreeMap<>(order);
        }

        void add(Record row) {
            deals += row.get("deals", Integer.class);
            var code = row.get("currency", String.class);
            if (code == null) return;
            var currency = Currency.getInstance(code);
            worth.merge(
                    currency,
                    new Worth(
                            new Money(row.get("value", Long.class), currency),
                            new Money(row.get("weighted", Long.class), currency)),
                    (a, b) -> new Worth(a.value().plus(b.value()), a.weighted().plus(b.weighted())));
        }

        List<Worth> worths() {
            return List.copyOf(worth.values());
        }

        Closed closed() {
            return new Closed(deals, worth.values().stream().map(Worth::value).toList());
        }
    }

    PipelineValue read(Widget.Settings settings) {
        var zone = companies.zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var since = today.minusDays(settings.daysOr(DAYS));
        var own = companies.find().map(Company::currency).orElse("EUR");
        Comparator<Currency> order = Comparator.<Currency, Boolean>comparing(
                        c -> !c.getCurrencyCode().equals(own))
                .thenComparing(Currency::getCurrencyCode);
        var open = new Sums(order);
        var won = new Sums(order);
        var lost = new Sums(order);
        Map<UUID, Sums> byStage = new HashMap<>();
        int overdue = 0;
        for (var row : sums(
                settings.pipelineId(),
                today,
                since.atStartOfDay(zone).toInstant().toString())) {
            switch (row.get("state", String.class)) {
                case "OPEN" -> {
                    open.add(row);
                    byStage.computeIfAbsent(row.get("stage_id", UUID.class), id -> new Sums(order))
                            .add(row);
                    overdue += row.get("overdue", Integer.class);
                }
                case "WON" -> won.add(row);
                default -> lost.add(row);
            }
        }
        return new PipelineValue(
                open.worths(), stages(settings.pipelineId(), byStage), since, won.closed(), lost.closed(), overdue);
    }

    private Iterable<Record> sums(@Nullable UUID pipeline, LocalDate today, String since) {
        var result = new ArrayList<Record>();
        db.resultQuery(
                        """
                        select state, case when state = 'OPEN' then stage_id end as stage_id, currency, count(*)::int as deals,
                               coalesce(sum(value_minor), 0)::bigint as value, coalesce(sum(weighted_minor), 0)::bigint as weighted,
                               count(*) filter (where state = 'OPEN' and expected_close < ?::date)::int as overdue
                          from insight.deal_value
                         where (state = 'OPEN' or closed_at >= ?::timestamptz) and (?::uuid is null or pipeline_id = ?::uuid)
                         group by 1, 2, 3
                        """,
                        DSL.val(today),
                        DSL.val(since),
                        DSL.val(pipeline, UUID.class),
                        DSL.val(pipeline, UUID.class))
                .fetch()
                .forEach(result::add);
        return result;
    }

    /** Those in which deals are, the standard pipeline's first; of the pipeline asked for, all. */
    private List<StageValue> stages(@Nullable UUID pipeline, Map<UUID, Sums> byStage) {
        var names = new LinkedHashMap<UUID, String>();
        var result = new ArrayList<StageValue>();
        var rows = db.resultQuery("""
                        select id, pipeline_id, name, pipeline_name from insight.deal_stage
                         where ?::uuid is null or pipeline_id = ?::uuid order by standard desc, pipeline_name, position
                        """, DSL.val(pipeline, UUID.class), DSL.val(pipeline, UUID.class))
                .fetch();
        for (var row : rows) names.put(row.get("pipeline_id", UUID.class), row.get("pipeline_name", String.class));
        for (var row : rows) {
            var id = row.get("id", UUID.class);
            var sums = byStage.get(id);
            if (sums == null && pipeline == null) continue;
            result.add(new StageValue(
                    id,
                    row.get("name", String.class),
                    names.size() > 1 ? row.get("pipeline_name", String.class) : null,
                    sums == null ? 0 : sums.deals,
                    sums == null ? List.of() : Objects.requireNonNull(sums).worths()));
        }
        return result;
    }
}
