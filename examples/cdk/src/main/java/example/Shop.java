// SPDX-License-Identifier: Apache-2.0
package example;

import dev.stoker.cdk.Warming;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.constructs.Construct;

/** A function with an alias, of which 3 environments are kept warm, and 4 in peak hours. */
public final class Shop extends Stack {

    private Shop(Construct scope, String id) {
        super(scope, id);
        Function orders = Function.Builder.create(this, "Orders")
                .code(Code.fromAsset("../../functions/sample/target/sample.jar"))
                .runtime(Runtime.JAVA_21)
                .handler("dev.stoker.sample.SampleHandler::handleRequest")
                .memorySize(512)
                .timeout(Duration.seconds(30))
                .build();
        Alias live = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(orders.getCurrentVersion())
                .build();

        Warming warming =
                Warming.of(live).concurrency(3).peak(4).library().create(this, "Stoker");

        CfnOutput.Builder.create(this, "KeepWarmArn").value(warming.output("KeepWarmArn")).build();
        CfnOutput.Builder.create(this, "Function").value(live.getFunctionArn()).build();
    }

    /** Writes the templates and assets, as the CDK's command wants it. */
    public static void main(String[] args) {
        App app = new App();
        new Shop(app, "shop-cdk");
        app.synth();
    }
}
