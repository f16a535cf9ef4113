// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.output.Json;

/** The result of a promotion as JSON. */
final class PromotionJson {
    private PromotionJson() {}

    static ObjectNode of(FunctionName alias, PromotionResult result) {
        ObjectNode document = Json.object()
                .put("function", alias.unqualified())
                .put("alias", alias.qualifier().orElseThrow())
                .put("from", result.from())
                .put("to", result.to())
                .put("published", result.published())
                .put("moved", result.shortfall().isEmpty() && !result.wasThere());
        result.shortfall().ifPresent(reason -> document.put("reason", reason));
        ObjectNode now =
                document.putObject("pointsTo").put("version", result.now().version());
        ObjectNode weights = now.putObject("weights");
        result.now().weights().forEach(weights::put);
        document.set("proof", result.proof().document());
        result.canary()
                .ifPresent(met -> document.putObject("canary")
                        .put("percent", met.canary().percent())
                        .put("seconds", met.canary().time().toSeconds())
                        .put("invocations", met.counts().invocations())
                        .put("errors", met.counts().errors())
                        .put("served", met.served()));
        result.seen()
                .ifPresent(seen -> document.putObject("seen")
                        .put("calls", seen.calls())
                        .put("coldStarts", seen.coldStarts())
                        .put("served", seen.served())
                        .put("userColdStarts", seen.userColdStarts()));
        return document;
    }
}
