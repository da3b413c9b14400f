package eventkit.mail;

import eventkit.core.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Seals the mail server's password, so that who sees a copy of the database alone can not use it. The key is a file in the data folder. */
@Component
class Seal {
    private static final int NONCE = 12;
    private static final int KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Path file;

    Seal(@Value("${eventkit.data:data}") Path data) {
        this.file = data.resolve("mail.key");
    }

    byte[] sealed(String secret) {
        var nonce = random(NONCE);
        var body = crypt(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
        var all = Arrays.copyOf(nonce, NONCE + body.length);
        System.arraycopy(body, 0, all, NONCE, body.length);
        return all;
    }

    /** Throws a refusal where the key is another: a restored copy, or another server's data folder. */
    String opened(byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        return new String(
                crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length)),
                StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] content) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(128, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new Refusal(
                    "mail-password-unreadable",
                    Refusal.Kind.CONFLICT,
                    "The mail server's password was sealed with another mail.key than the one in this data folder. Enter it again under Settings, E-mail.");
        }
    }

    private byte[] key() {
        try {
            if (!Files.exists(file)) write();
            var key = Files.readAllBytes(file);
            if (key.length != KEY) throw new IOException(file + " is not a key of " + KEY + " bytes");
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the mail server's password can not be read or written", e);
        }
    }

    /** Whole or not at all; whoever was faster wins. */
    private synchronized void write() throws IOException {
        if (Files.exists(file)) return;
        Files.createDirectories(file.toAbsolutePath().getParent());
        var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "mail", ".key");
        if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        Files.write(fresh, random(KEY));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
