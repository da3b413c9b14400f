package eventkit.insight;

import eventkit.core.Jobs.JobView;
import eventkit.core.SignedIn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first page: how much there is, what somebody should look at, what is being worked on. */
public interface Home {
    /** @param kind as resources are named */
    record Amount(String kind, long total) {}

    /**
     * @param kind what is the matter, such as {@code inspections-overdue}
     * @param url where in the app it is shown
     */
    record Alert(String kind, long count, @Nullable String url) {}

    /**
     * Without what the caller may not read.
     *
     * @param assetsByStatus null for whoever may not see assets, as is {@code unfit}
     * @param unfit assets that should not go on a job
     * @param attention what there is none of is left out
     * @param jobs the caller's own that have not ended, newest first
     */
    record Overview(
            List<Amount> counts,
            @Nullable Map<String, Long> assetsByStatus,
            @Nullable Long unfit,
            List<Alert> attention,
            List<JobView> jobs) {}

    @SignedIn
    Overview overview();
}
