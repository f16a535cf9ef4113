// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.ServedAws;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

class SsmApiTest {
    private final ServedAws aws = ServedAws.start();
    private final SsmClient ssm = aws.ssm();

    @AfterEach
    void close() {
        aws.close();
    }

    private long put(String name, String value) {
        return ssm.putParameter(request -> request.name(name)
                        .value(value)
                        .type(ParameterType.STRING)
                        .overwrite(true))
                .version();
    }

    @Test
    void a_parameter_is_put_read_overwritten_and_deleted() {
        assertThat(put("/stoker/s/f", "1")).isEqualTo(1);
        assertThat(put("/stoker/s/f", "2")).isEqualTo(2);

        Parameter parameter =
                ssm.getParameter(request -> request.name("/stoker/s/f")).parameter();
        assertThat(parameter.value()).isEqualTo("2");
        assertThat(parameter.version()).isEqualTo(2);
        assertThat(parameter.arn()).isEqualTo("arn:aws:ssm:us-east-1:000000000000:parameter/stoker/s/f");
        assertThat(parameter.lastModifiedDate()).isNotNull();
        ssm.deleteParameter(request -> request.name("/stoker/s/f"));
        assertThatThrownBy(() -> ssm.getParameter(request -> request.name("/stoker/s/f")))
                .isInstanceOf(ParameterNotFoundException.class);
    }

    @Test
    void several_are_read_and_deleted_and_those_that_are_not_there_are_named() {
        put("/a", "1");

        GetParametersResponse found = ssm.getParameters(request -> request.names("/a", "/none"));

        assertThat(found.parameters()).extracting(Parameter::value).containsExactly("1");
        assertThat(found.invalidParameters()).containsExactly("/none");
        assertThat(ssm.deleteParameters(request -> request.names("/a", "/none")).deletedParameters())
                .containsExactly("/a");
    }

    @Test
    void a_path_is_read_page_by_page_one_level_or_all() {
        IntStream.range(0, 12).forEach(i -> put("/p/" + (char) ('a' + i), "" + i));
        put("/p/a/deep", "x");
        put("/pq", "x");

        assertThat(all(false)).isEqualTo(12);
        assertThat(all(true)).isEqualTo(13);
        assertThat(ssm.getParametersByPath(request -> request.path("/p")).parameters())
                .hasSize(10);
    }

    private long all(boolean recursive) {
        return ssm.getParametersByPathPaginator(request -> request.path("/p").recursive(recursive)).stream()
                .mapToLong(page -> page.parameters().size())
                .sum();
    }

    @Test
    void what_AWS_would_refuse_is_refused_with_its_errors() {
        put("/a", "1");

        assertThatThrownBy(() -> ssm.putParameter(request -> request.name("/a").value("2")))
                .isInstanceOf(ParameterAlreadyExistsException.class);
        assertThatThrownBy(() -> put("/a:b", "1")).isInstanceOf(SsmException.class);
        assertThatThrownBy(() -> put("/b", "x".repeat(4097)))
                .isInstanceOf(SsmException.class)
                .hasMessageContaining("4096");
        assertThatThrownBy(() -> ssm.deleteParameter(request -> request.name("/none")))
                .isInstanceOf(ParameterNotFoundException.class);
    }

    @Test
    void what_is_not_covered_is_refused_by_name() {
        assertThatThrownBy(() -> ssm.putParameter(
                        request -> request.name("/s").value("1").type(ParameterType.SECURE_STRING)))
                .isInstanceOf(SsmException.class)
                .hasMessageContaining("SecureString");
        assertThatThrownBy(ssm::describeParameters)
                .isInstanceOf(SsmException.class)
                .hasMessageContaining("DescribeParameters");
    }
}
