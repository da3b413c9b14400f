package eventkit.finance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who bills and who is billed, as the document says it.
 *
 * @param lines the address as it is printed, without the name
 * @param street the same in parts, as far as they are known
 * @param country ISO 3166
 * @param contact whom to ask for
 */
public record Party(
        String name,
        List<String> lines,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String country,
        @Nullable String vatNumber,
        @Nullable String taxNumber,
        @Nullable String registerEntry,
        @Nullable String contact,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String iban,
        @Nullable String bic,
        @Nullable String bankName) {}
