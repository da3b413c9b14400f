package eventkit.crm;

import eventkit.core.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a browser works out before it may send: a fraction of a second for one enquiry, too much for thousands. The task says when it was given and is
 * signed, so nothing is kept of it until it is used; who sends within three seconds did not read the form.
 */
final class LeadTask {
    static final int BITS = 16;
    static final Duration AT_LEAST = Duration.ofSeconds(3);
    private static final Duration AT_MOST = Duration.ofHours(4);
    private static final int TEXT_MAX = 200;

    private LeadTask() {}

    static String given(UUID secret, UUID nonce, Instant now) {
        var body = now.toEpochMilli() + "." + nonce;
        return body + "." + signature(secret, body);
    }

    static boolean solved(UUID secret, String task, String answer, Instant now) {
        if (task.length() > TEXT_MAX || answer.length() > TEXT_MAX) return false;
        int dot = task.lastIndexOf('.');
        if (dot < 0) return false;
        var body = task.substring(0, dot);
        var signed = signature(secret, body).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(signed, task.substring(dot + 1).getBytes(StandardCharsets.UTF_8))) return false;
        var at = Instant.ofEpochMilli(Long.parseLong(body.substring(0, body.indexOf('.'))));
        var age = Duration.between(at, now);
        return age.compareTo(AT_LEAST) >= 0 && age.compareTo(AT_MOST) <= 0 && zeroBits(task + ":" + answer) >= BITS;
    }

    static int zeroBits(String text) {
        int bits = 0;
        for (byte b : Sha256.of(text)) {
            if (b == 0) {
                bits += 8;
                continue;
            }
            return bits + Integer.numberOfLeadingZeros(b & 0xff) - 24;
        }
        return bits;
    }

    private static String signature(UUID secret, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.toString().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
