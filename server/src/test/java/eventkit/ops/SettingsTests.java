package eventkit.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTests {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void needNothingToBeSet() {
        var settings = settings(Map.of());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.external()).isEmpty();
        assertThat(settings.files()).isEqualTo(folder.resolve("files"));
    }

    @Test
    void preferTheCommandLineToTheEnvironmentAndThatToTheFile() throws IOException {
        Files.writeString(folder.resolve("eventkit.conf"), """
                # as a person writes it
                EVENTKIT_PORT = 1001
                EVENTKIT_ADDRESS = "10.0.0.1"
                EVENTKIT_BASE_URL=https://file.example/
                """);
        var settings =
                settings(Map.of("EVENTKIT_PORT", "1002", "EVENTKIT_BASE_URL", "https://kit.example"), "--port", "1003");
        assertThat(settings.port()).isEqualTo(1003);
        assertThat(settings.baseUrl()).isEqualTo("https://kit.example");
        assertThat(settings.address()).isEqualTo("10.0.0.1");
    }

    @Test
    void nameTheLineThatIsNotUnderstood() throws IOException {
        Files.writeString(folder.resolve("eventkit.conf"), "EVENTKIT_PORT=1\nEVENTKIT_PROT=2\n");
        assertThatThrownBy(() -> settings(Map.of()))
                .hasMessageContaining("line 2")
                .hasMessageContaining("EVENTKIT_PROT");
    }

    @ParameterizedTest
    @CsvSource({"--port, 70000", "--port, many", "--scale, 0", "--prot, 1"})
    void refuseWhatMakesNoSense(String option, String value) {
        assertThatThrownBy(() -> settings(Map.of(), option, value)).isInstanceOf(OpsFailure.class);
    }

    @Test
    void refuseAConfigurationThatIsNamedButMissing() {
        assertThatThrownBy(() -> settings(
                        Map.of("EVENTKIT_CONFIG", folder.resolve("none.conf").toString())))
                .hasMessageContaining("none.conf");
    }

    @Test
    void takeADatabaseAddressAsHostsHandItOut() {
        var access = settings(
                        Map.of("EVENTKIT_DATABASE_URL", "postgres://kit:a%2Bb+c@db.example:5433/kit?sslmode=require"))
                .external()
                .orElseThrow();
        assertThat(access.url()).isEqualTo("jdbc:postgresql://db.example:5433/kit?sslmode=require");
        assertThat(access.user()).isEqualTo("kit");
        assertThat(access.password()).isEqualTo("a+b+c");
    }

    @Test
    void neverPrintASecret() {
        var settings = settings(Map.of(
                "EVENTKIT_DATABASE_URL", "postgres://kit:in-the-address@db.example/kit",
                "EVENTKIT_DATABASE_PASSWORD", "beside-it",
                "EVENTKIT_METRICS_TOKEN", "for-metrics"));
        assertThat(settings + " " + settings.external())
                .doesNotContain("in-the-address")
                .doesNotContain("beside-it")
                .doesNotContain("for-metrics");
        assertThatThrownBy(() -> settings(Map.of("EVENTKIT_DATABASE_URL", "postgres://kit:in the address@db/kit")))
                .isInstanceOf(OpsFailure.class)
                .hasMessageNotContaining("in the address");
    }

    @Test
    void takeTheAddressesOfProxies() {
        assertThat(settings(Map.of("EVENTKIT_TRUSTED_PROXIES", "10.0.0.2, fd00::/8"))
                        .trustedProxies())
                .isEqualTo("10.0.0.2,fd00::/8");
        assertThatThrownBy(() -> settings(Map.of("EVENTKIT_TRUSTED_PROXIES", "proxy.example")))
                .isInstanceOf(OpsFailure.class)
                .hasMessageContaining("proxy.example");
    }

    @Test
    void areAllDocumented() throws IOException {
        var page = Files.readString(Path.of("../docs/settings.md"));
        for (var name : Settings.NAMES) assertThat(page).contains("`" + name + "`");
    }

    private Settings settings(Map<String, String> environment, String... options) {
        var all = new java.util.ArrayList<>(List.of(options));
        all.addAll(List.of("--data", folder.toString()));
        return Settings.of(all, environment);
    }
}
