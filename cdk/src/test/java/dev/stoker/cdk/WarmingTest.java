// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cdk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.s3.Bucket;

/** Synthesised by the CDK itself, which needs Node.js. */
class WarmingTest {
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String LAYER = "AWS::Lambda::LayerVersion";
    private static final String NESTED = "AWS::CloudFormation::Stack";

    private final Stack stack = new Stack(new App(), "shop");

    private Function function(String id, Runtime runtime, String handler) {
        return Function.Builder.create(stack, id)
                .code(Code.fromBucket(Bucket.fromBucketName(stack, id + "Code", "code"), "shop.zip"))
                .runtime(runtime)
                .handler(handler)
                .build();
    }

    @Test
    void the_library_is_a_layer_and_the_former_handler_a_variable() {
        Function orders = function("Orders", Runtime.NODEJS_20_X, "index.handler");
        Function reports = function("Reports", Runtime.NODEJS_20_X, "index.report");
        Function prices = function("Prices", Runtime.PYTHON_3_12, "index.handler");

        Warming.of(orders.getCurrentVersion())
                .concurrency(20)
                .library()
                .and(reports)
                .concurrency(2)
                .library()
                .and(prices)
                .concurrency(1)
                .library()
                .create(stack, "Stoker");

        Template template = Template.fromStack(stack);
        template.hasResourceProperties(
                FUNCTION, expected("/opt/nodejs/node_modules/stoker-warmable/lambda.handler", "index.handler"));
        template.hasResourceProperties(
                FUNCTION, expected("/opt/nodejs/node_modules/stoker-warmable/lambda.handler", "index.report"));
        template.hasResourceProperties(FUNCTION, expected("stoker_warmable.handler", "index.handler"));
        template.resourceCountIs(LAYER, 2);
        template.resourceCountIs(NESTED, 1);
    }

    private static Map<String, Object> expected(String handler, String former) {
        return Map.of(
                "Handler",
                handler,
                "Layers",
                List.of(Match.anyValue()),
                "Environment",
                Map.of("Variables", Map.of("STOKER_HANDLER", former)));
    }

    @Test
    void a_function_with_the_library_stays_as_it_is() {
        Function own = function("Own", Runtime.PYTHON_3_12, "stoker_warmable.handler");

        Warming.of(own).concurrency(1).library().create(stack, "Stoker");

        Template.fromStack(stack).resourceCountIs(LAYER, 0);
    }

    @Test
    void peak_hours_and_parameters_reach_the_template() {
        Function orders = function("Orders", Runtime.NODEJS_20_X, "index.handler");

        Warming.of(orders)
                .concurrency(5)
                .peak(20)
                .parameter("PeakSchedule", "cron(0 8 ? * MON-FRI *)")
                .create(stack, "Stoker");

        Template.fromStack(stack)
                .hasResourceProperties(
                        NESTED,
                        Map.of(
                                "Parameters",
                                Match.objectLike(Map.of(
                                        "PeakTargets", Match.anyValue(), "PeakSchedule", "cron(0 8 ? * MON-FRI *)"))));
    }

    @Test
    void what_has_no_library_is_refused_with_the_remedy() {
        IFunction imported =
                Function.fromFunctionArn(stack, "Imported", "arn:aws:lambda:us-east-1:123456789012:function:orders");
        Function ruby = function("Ruby", Runtime.RUBY_3_3, "index.handler");

        assertThatThrownBy(() -> Warming.of(imported).concurrency(1).library())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("docs/layer.md");
        assertThatThrownBy(() -> Warming.of(ruby).concurrency(1).library())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ruby3.3");
        assertThatThrownBy(() -> Warming.of(ruby).concurrency(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Warming: concurrency must be 1 to 10000, not 0. Choose as many as users need at once.");
        assertThatThrownBy(() -> Warming.of(ruby).concurrency(1).peak(10_001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("peak must be 1 to 10000, not 10001");
        assertThatThrownBy(
                        () -> Warming.of(ruby).concurrency(9_999).and(imported).concurrency(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("at most 10000 environments warm, not 10001", "Create a second Warming");
    }
}
