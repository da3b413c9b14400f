package eventkit.cases;

import static eventkit.cases.db.Tables.ASSET_LINE;
import static eventkit.cases.db.Tables.EXPECTED;
import static eventkit.cases.db.Tables.FLIGHT_CASE;
import static eventkit.cases.db.Tables.PRODUCT_LINE;

import eventkit.core.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL of what belongs in cases of fixed contents. */
@Component
class Expectations {
    private final DSLContext db;
    private final Ids ids;

    Expectations(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    List<Expected> of(UUID caseId) {
        return of(List.of(caseId)).getOrDefault(caseId, List.of());
    }

    Map<UUID, List<Expected>> of(Collection<UUID> caseIds) {
        var inner = FLIGHT_CASE.as("inner_case");
        return db.select(
                        EXPECTED.CASE_ID,
                        EXPECTED.PRODUCT_ID,
                        EXPECTED.ASSET_ID,
                        EXPECTED.INNER_ID,
                        EXPECTED.QUANTITY,
                        EXPECTED.NOTE,
                        PRODUCT_LINE.NAME,
                        ASSET_LINE.NUMBER,
                        ASSET_LINE.PRODUCT_NAME,
                        ASSET_LINE.PRODUCT_ID,
                        inner.NUMBER,
                        inner.NAME)
                .from(EXPECTED)
                .leftJoin(PRODUCT_LINE)
                .on(PRODUCT_LINE.ID.eq(EXPECTED.PRODUCT_ID))
                .leftJoin(ASSET_LINE)
                .on(ASSET_LINE.ID.eq(EXPECTED.ASSET_ID))
                .leftJoin(inner)
                .on(inner.ID.eq(EXPECTED.INNER_ID))
                .where(EXPECTED.CASE_ID.in(caseIds))
                .orderBy(EXPECTED.CASE_ID, EXPECTED.POSITION)
                .fetchGroups(
                        EXPECTED.CASE_ID,
                        r -> new Expected(
                                r.get(EXPECTED.PRODUCT_ID),
                                r.get(EXPECTED.ASSET_ID),
                                r.get(EXPECTED.INNER_ID),
                                r.get(EXPECTED.QUANTITY),
                                r.get(EXPECTED.PRODUCT_ID) != null
                                        ? r.get(PRODUCT_LINE.NAME)
                                        : r.get(EXPECTED.ASSET_ID) != null
                                                ? r.get(ASSET_LINE.NUMBER) + " " + r.get(ASSET_LINE.PRODUCT_NAME)
                                                : r.get(inner.NUMBER) + " " + r.get(inner.NAME),
                                r.get(ASSET_LINE.PRODUCT_ID),
                                r.get(EXPECTED.NOTE)));
    }

    void set(UUID caseId, List<Expected> lines) {
        db.deleteFrom(EXPECTED).where(EXPECTED.CASE_ID.eq(caseId)).execute();
        int position = 0;
        for (var line : lines) {
            db.insertInto(EXPECTED)
                    .set(EXPECTED.ID, ids.next())
                    .set(EXPECTED.CASE_ID, caseId)
                    .set(EXPECTED.POSITION, position++)
                    .set(EXPECTED.PRODUCT_ID, line.productId())
                    .set(EXPECTED.ASSET_ID, line.assetId())
                    .set(EXPECTED.INNER_ID, line.caseId())
                    .set(EXPECTED.QUANTITY, line.quantity())
                    .set(EXPECTED.NOTE, line.note())
                    .execute();
        }
    }
}
