package eventkit.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import eventkit.core.Check;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * Hashes and judges passwords. PBKDF2-HMAC-SHA256 with 600,000 rounds (OWASP Password Storage, 2023), 16 bytes of salt; the prefix names the
 * scheme, so that a stronger one can follow.
 */
@Component
class Passwords {
    private static final int LENGTH_MIN = 10;
    private static final int LENGTH_MAX = 200;
    private static final int SCORE_MIN = 3;
    private final PasswordEncoder encoder;
    private final Zxcvbn strength = new Zxcvbn();
    private volatile String dummy = "";

    Passwords(@Value("${eventkit.password-rounds:600000}") int rounds) {
        var strong = new Pbkdf2PasswordEncoder("", 16, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
        var delegating = new DelegatingPasswordEncoder("pbkdf2-600k", java.util.Map.of("pbkdf2-600k", strong));
        delegating.setDefaultPasswordEncoderForMatches(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        this.encoder = delegating;
    }

    String hash(String password) {
        return java.util.Objects.requireNonNull(encoder.encode(password));
    }

    boolean matches(String password, String hash) {
        return password.length() <= LENGTH_MAX && encoder.matches(password, hash);
    }

    /** Takes as long as a real comparison, so that nobody learns which e-mail addresses exist. */
    void matchesNobody(String password) {
        if (dummy.isEmpty()) dummy = hash("nobody has this password");
        boolean ignored = matches(password, dummy);
        if (ignored) throw new IllegalStateException("somebody has it");
    }

    /** Throws {@link WeakPassword}; {@code personal} are words that an attacker tries first: name, e-mail, company. */
    void judge(String password, String field, List<String> personal) {
        new Check().required(password, field).orThrow();
        if (password.codePointCount(0, password.length()) < LENGTH_MIN) {
            throw new WeakPassword(
                    field,
                    "Use at least " + LENGTH_MIN + " characters; a few unrelated words are easy to keep in mind.");
        }
        if (password.length() > LENGTH_MAX) throw new WeakPassword(field, "Use at most " + LENGTH_MAX + " characters.");
        var words = personal.stream()
                .flatMap(p -> Stream.concat(Stream.of(p), Stream.of(p.split("[\\s@.,-]+"))))
                .toList();
        var measured = password.substring(0, Math.min(100, password.length()));
        if (strength.measure(measured, words).getScore() < SCORE_MIN) {
            throw new WeakPassword(field, "This password is easy to guess. Add a few unrelated words.");
        }
    }
}
