package eventkit.inventory;

import eventkit.core.JobHandler;
import eventkit.core.JobRun;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes more assets than anybody waits for: one transaction for all or nothing, else one for each portion, so that what is done stays done. */
@Component
class BulkWork implements JobHandler<BulkDesk.Order> {
    static final String KIND = "assets-bulk";
    private static final int PORTION = 500;
    private final BulkDesk desk;
    private final TransactionTemplate transaction;

    BulkWork(BulkDesk desk, PlatformTransactionManager transactions) {
        this.desk = desk;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<BulkDesk.Order> argsType() {
        return BulkDesk.Order.class;
    }

    @Override
    public Object run(BulkDesk.Order order, JobRun run) {
        var wanted = desk.wanted(order);
        var tally = new BulkTally(false);
        if (order.mode() == BulkAssets.Mode.ALL) {
            transaction.executeWithoutResult(s -> portions(order, wanted, tally, run, false));
        } else {
            portions(order, wanted, tally, run, true);
        }
        return tally.answer(order.undo());
    }

    private void portions(BulkDesk.Order order, List<UUID> wanted, BulkTally tally, JobRun run, boolean apart) {
        long total = wanted.size();
        for (int from = 0; from < wanted.size(); from += PORTION) {
            run.progress(tally.sum(), total, null);
            var portion = wanted.subList(from, Math.min(wanted.size(), from + PORTION));
            if (apart) transaction.executeWithoutResult(s -> desk.run(order, portion, tally));
            else desk.run(order, portion, tally);
        }
        run.progress(tally.sum(), total, null);
    }
}
