package eventkit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Refusal;
import eventkit.mail.MailServer.Security;
import org.junit.jupiter.api.Test;

class RelayTests {
    @Test
    void readsWhatTheOperatorSets() {
        var relay =
                Relay.of("smtps://kit%40example.com:pass%2Fword+1@smtp.example.com", "Rental <kit@example.com>", null);
        assertThat(relay)
                .isEqualTo(new Relay(
                        "smtp.example.com",
                        465,
                        Security.TLS,
                        "kit@example.com",
                        "pass/word+1",
                        "Rental",
                        "kit@example.com",
                        null));
        assertThat(relay.toString()).doesNotContain("word");
        assertThat(Relay.of("smtp://smtp.example.com", "kit@example.com", "a@b.de")
                        .port())
                .isEqualTo(587);
        assertThat(Relay.of("smtp-plain://localhost:2525", "kit@example.com", null)
                        .security())
                .isEqualTo(Security.NONE);
    }

    @Test
    void whatTheOperatorSetIsNotChangedOnTheScreen() {
        assertThat(new MailServerFixed())
                .isInstanceOf(Refusal.class)
                .extracting(e -> ((Refusal) e).code())
                .isEqualTo("mail-server-fixed");
    }
}
