package eventkit.identity;

import eventkit.core.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets in links and cookies: 256 random bits; only their SHA-256 is stored. Codes that people type are digits, good for few tries and a short while. */
public final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    public static String fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static String digits(int count) {
        var code = new StringBuilder(count);
        for (int i = 0; i < count; i++) code.append(RANDOM.nextInt(10));
        return code.toString();
    }

    public static byte[] hash(String token) {
        return Sha256.of(token);
    }
}
