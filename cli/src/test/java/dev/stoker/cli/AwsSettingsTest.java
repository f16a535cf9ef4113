// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.aws.AwsSurroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people have in their AWS config files: each mistake there is reported as such, and never as an error inside stoker. */
class AwsSettingsTest {
    private static final String SSO = "sso_account_id=123456789012\nsso_role_name=R\nregion=eu-west-1\n";
    private static final String START = "sso_region=eu-west-1\nsso_start_url=https://nobody.example/start\n";
    private static final String ROLE = "region=eu-west-1\nrole_arn=arn:aws:iam::123456789012:role/r\n";
    private static final String KEYS = "aws_access_key_id=A\naws_secret_access_key=B\nregion=eu-west-1\n";

    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[profile mine]\n" + START + SSO,
                "[profile mine]\nsso_session=s\n" + SSO + "[sso-session s]\n" + START,
            })
    void a_sign_in_that_is_missing_is_reported_in_the_old_and_in_the_new_style(String config) throws IOException {
        assertTrouble(config, "Stoker.NotSignedIn", "Sign in with aws sso login");
    }

    @Test
    void a_sign_in_that_has_expired_or_is_broken_is_reported_too() throws IOException {
        String config = "[profile mine]\nsso_session=s\n" + SSO + "[sso-session s]\n" + START;
        Path cache = Files.createDirectories(folder.resolve(".aws/sso/cache"));
        Path token = cache.resolve("a0f1490a20d0211c997b44bc357e1972deab8ae3.json"); // SHA-1 of the session's name
        surroundings.set("user.home", folder.toString());

        Files.writeString(token, "{\"accessToken\":\"a\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}");
        assertTrouble(config, "Stoker.NotSignedIn", "Sign in with aws sso login");
        Files.writeString(token, "no JSON");
        assertTrouble(config, "Stoker.NotSignedIn", "Sign in with aws sso login");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/no/such/tool --x | (127)",
                "echo hello | Unrecognized token",
                "sh -c 'echo sign in first >&2; exit 3' | 3",
            })
    void a_command_that_brings_no_credentials_is_reported(String command, String reason) throws IOException {
        assertTrouble(
                "[profile mine]\nregion=eu-west-1\ncredential_process=" + command + "\n",
                "Stoker.NoCredentials",
                "The credential_process command of this profile returned no credentials",
                reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[profile mine\n" + KEYS,
                "[profile mine]\nregion eu-west-1\n",
                "\uFEFF[profile mine]\n" + KEYS,
                "[profile mine]\naws_access_key_id=A\nregion=eu-west-1\n",
                "[profile mine]\nregion=eu-west-1\n" + START,
                "[profile mine]\nsso_session=missing\n" + SSO,
                "[profile mine]\n" + ROLE + "source_profile=missing\n",
                "[profile mine]\n" + ROLE + "source_profile=mine2\n[profile mine2]\n" + ROLE + "source_profile=mine\n",
                "[profile mine]\n" + ROLE + "web_identity_token_file=/no/such/token\n",
            })
    void a_config_file_that_cannot_be_used_is_reported_with_its_path(String config) throws IOException {
        assertTrouble(
                config, "Stoker.InvalidAwsSettings", folder.resolve("config").toString());
    }

    @Test
    void a_sign_in_by_aws_login_is_reported_with_another_way() throws IOException {
        assertTrouble(
                "[profile mine]\nregion=eu-west-1\nlogin_session=arn:aws:iam::123456789012:user/u\n",
                "Stoker.NoCredentials",
                "aws configure export-credentials");
    }

    @Test
    void a_setting_that_the_sdk_does_not_know_is_reported() throws IOException {
        surroundings.configFile(
                Files.writeString(folder.resolve("config"), "[profile mine]\n" + KEYS + "retry_mode=often\n"));

        Ran ran = stoker("report", "--stack=s", "--profile=mine", "--json").ends(1);

        assertThat(ran.errorCode()).isEqualTo("Stoker.InvalidAwsSettings");
        assertThat(ran.err()).contains("often");
    }

    private void assertTrouble(String config, String code, String... remedy) throws IOException {
        surroundings.unset("aws.accessKeyId");
        surroundings.configFile(Files.writeString(folder.resolve("config"), config));
        for (String[] command : new String[][] {
            {"run", "--stack=s", "--function=f", "--concurrency=1"},
            {
                "run",
                "--state-machine=arn:aws:states:eu-west-1:123456789012:stateMachine:m",
                "--function=f",
                "--concurrency=1"
            },
            {"check", "f"},
            {"report", "--stack=s"},
        }) {
            Ran ran = stoker(Ran.and(
                            new String[] {"--profile=mine", "--endpoint-url=http://127.0.0.1:9", "--json"}, command))
                    .ends(1);

            assertThat(ran.errorCode()).as("%s", ran).isEqualTo(code);
            assertThat(ran.err()).contains(remedy);
        }
    }
}
