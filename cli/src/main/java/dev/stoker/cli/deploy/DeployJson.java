// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.deploy.Removal.Removed;
import dev.stoker.cli.deploy.StackDeployment.Deployed;
import dev.stoker.cli.output.Json;
import java.util.TreeMap;

/** The results of {@code deploy} and {@code undeploy} as JSON. */
final class DeployJson {
    private DeployJson() {}

    static ObjectNode of(Deployed deployed) {
        StackState stack = deployed.stack();
        ObjectNode document = Json.object()
                .put("stack", stack.name())
                .put("id", stack.id())
                .put("status", stack.status())
                .put("changed", deployed.changes().isPresent())
                .put("bucket", deployed.bucket());
        ArrayNode changes = document.putArray("changes");
        deployed.changes()
                .ifPresent(all -> all.forEach(change -> changes.addObject()
                        .put("action", change.action())
                        .put("resource", change.resource())
                        .put("type", change.type())
                        .put("mayReplace", change.replaced())));
        ObjectNode parameters = document.putObject("parameters");
        deployed.parameters().forEach(parameters::put);
        ObjectNode outputs = document.putObject("outputs");
        new TreeMap<>(stack.outputs()).forEach(outputs::put);
        return document;
    }

    static ObjectNode of(String stack, Removed removed) {
        return Json.object()
                .put("stack", stack)
                .put("stackDeleted", removed.stack())
                .put("memoryDeleted", removed.memory())
                .put("filesDeleted", removed.files())
                .put("bucketDeleted", removed.bucket());
    }
}
