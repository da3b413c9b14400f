package eventkit.inventory;

import eventkit.core.JobHandler;
import eventkit.core.JobRun;
import eventkit.core.NotFound;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a change of very many assets back. */
@Component
class UndoWork implements JobHandler<UndoWork.Order> {
    static final String KIND = "assets-undo";
    private static final int PORTION = 500;

    record Order(UUID token) {}

    private final BulkDesk desk;
    private final BulkBook book;
    private final TransactionTemplate transaction;

    UndoWork(BulkDesk desk, BulkBook book, PlatformTransactionManager transactions) {
        this.desk = desk;
        this.book = book;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Order> argsType() {
        return Order.class;
    }

    @Override
    public Object run(Order order, JobRun run) {
        var made = transaction.execute(
                s -> book.lock(order.token()).orElseThrow(() -> new NotFound("undo", order.token())));
        var tally = new BulkTally(false);
        long total = book.size(order.token());
        @Nullable UUID last = null;
        while (made != null) {
            run.progress(tally.sum(), total, null);
            var portion = book.items(order.token(), last, PORTION);
            if (portion.isEmpty()) break;
            transaction.executeWithoutResult(s -> desk.undo(made.kind(), portion, tally));
            last = portion.getLast().assetId();
        }
        return tally.answer(null);
    }
}
