// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.stoker.cli.aws.AwsPlace;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.output.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycleInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'function':'orders:live','concurrency':20} | 20 environments of orders:live",
                "{'function':'arn:aws:lambda:eu-west-1:123456789012:function:orders','concurrency':1} | 1 environment of orders",
                "{'targets':[{'function':'a','concurrency':1200}]} | 1,200 environments of a",
                "{'targets':[{'function':'a'},{'function':'b'}]} | 2 targets",
                "{'targets':[]} | 0 targets",
                "{'function':'a','concurrency':{'min':5}} | a",
                "{'function':'a','concurrency':{'min':5,'max':1000}} | 5 to 1,000 environments of a",
                "7 | a function",
                "null | a function",
                "{'targets':[null]} | a function",
            })
    void the_summary_says_what_can_be_said(String json, String summary) throws JsonProcessingException {
        String text = json.replace('\'', '"');

        assertThat(new CycleInput(text, Json.read(text)).summary()).isEqualTo(summary);
    }

    @ParameterizedTest
    @CsvSource({
        "orders, orders, , ",
        "orders:live, orders, , live",
        "orders:$LATEST, orders, , $LATEST",
        "123456789012:function:orders:7, 123456789012:function:orders, , 7",
        "function:orders, function:orders, , ",
        "arn:aws-cn:lambda:cn-north-1:123456789012:function:orders:live, arn:aws-cn:lambda:cn-north-1:123456789012:function:orders, aws-cn:cn-north-1, live",
    })
    void functions_are_named_in_three_ways(String text, String unqualified, String place, String qualifier) {
        FunctionName name = FunctionName.parse(text).orElseThrow();

        assertThat(name.unqualified()).isEqualTo(unqualified);
        assertThat(name.place().map(AwsPlace::toString)).isEqualTo(Optional.ofNullable(place));
        assertThat(name.qualifier()).isEqualTo(Optional.ofNullable(qualifier));
        assertThat(name.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"''", "a b", "a:b:c", "arn:aws:s3:::bucket", "a:", "../a"})
    void what_cannot_be_a_function_is_none(String text) {
        assertThat(FunctionName.parse(text)).isEmpty();
    }

    @Test
    void versions_are_no_aliases() {
        assertThat(FunctionName.parse("a:live").orElseThrow().hasAlias()).isTrue();
        assertThat(FunctionName.parse("a:7").orElseThrow().hasAlias()).isFalse();
        assertThat(FunctionName.parse("a:$LATEST").orElseThrow().hasAlias()).isFalse();
        assertThat(FunctionName.parse("a").orElseThrow().hasAlias()).isFalse();
    }
}
