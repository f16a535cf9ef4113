// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.targets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.check.FindingsJson;
import dev.stoker.cli.output.Json;

/** The result of {@code stoker targets} for programs. */
final class TargetsJson {
    private TargetsJson() {}

    static ObjectNode of(TargetList list) {
        ObjectNode document = Json.object();
        document.put("tag", list.tag()).put("region", list.region()).put("functions", list.functions());
        document.put("ready", list.unready() == 0);
        ArrayNode targets = document.putArray("targets");
        for (CheckedTarget checked : list.targets()) {
            ObjectNode target = targets.addObject();
            target.setAll(checked.target().json());
            target.put("ready", checked.ready());
            FindingsJson.into(checked.findings(), target);
        }
        ArrayNode deployments = document.putArray("deployments");
        for (int i = 0; i < list.deployments().size(); i++) {
            Deployment deployment = list.deployments().get(i);
            ObjectNode one = deployments.addObject();
            one.put("targets", deployment.targets().size()).put("concurrency", deployment.concurrency());
            list.files().name(i).ifPresent(file -> one.put("file", file));
            ObjectNode parameters = one.putObject("parameters");
            deployment.parameters().forEach(parameters::put);
        }
        return document;
    }
}
