package eventkit.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one company of this instance.
 *
 * @param currency ISO 4217 code in which new amounts are entered
 * @param timeZone IANA zone of the main warehouse
 * @param locale language of new users, {@code en} or {@code de}
 * @param baseUrl where labels point, without a slash at the end; null: the address the request came to
 * @param formerBaseUrls addresses of labels printed before; their paths keep resolving
 * @param propertyNotice what a stranger reads who scans a label; null: name, phone and e-mail
 * @param logoFileId the picture that documents keeps; null: none
 * @param assetNumberWidth digits of running numbers, SM58-001 has 3
 */
public record Company(
        String name,
        List<String> addressLines,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String web,
        String currency,
        String timeZone,
        String locale,
        @Nullable String baseUrl,
        List<String> formerBaseUrls,
        @Nullable String propertyNotice,
        @Nullable UUID logoFileId,
        int assetNumberWidth,
        long version) {}
