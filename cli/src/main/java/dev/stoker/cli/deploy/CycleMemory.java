// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import java.util.List;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

/** What the cycles of a stack have stored for later cycles: one parameter of Systems Manager for each target. */
final class CycleMemory implements AutoCloseable {
    private static final int MOST_AT_ONCE = 10;

    private final SsmClient parameters;
    private final String path;

    CycleMemory(AwsClients clients, String stack) {
        this.path = "/stoker/" + stack;
        this.parameters =
                AwsCall.reading("ssm:GetParametersByPath", "parameters " + path).make(clients::parameters);
    }

    /** The names of the parameters. */
    List<String> names() {
        return AwsCall.reading("ssm:GetParametersByPath", "parameters " + path)
                .make(() -> parameters
                        .getParametersByPathPaginator(ask -> ask.path(path).recursive(true))
                        .stream()
                        .flatMap(page -> page.parameters().stream())
                        .map(Parameter::name)
                        .toList());
    }

    /** Deletes these parameters. One that is gone already is no error. */
    void delete(List<String> names) {
        AwsCall call = new AwsCall("ssm:DeleteParameters", "parameters " + path, "Run the command again.");
        for (int from = 0; from < names.size(); from += MOST_AT_ONCE) {
            List<String> some = names.subList(from, Math.min(names.size(), from + MOST_AT_ONCE));
            call.make(() -> parameters.deleteParameters(delete -> delete.names(some)));
        }
    }

    @Override
    public void close() {
        parameters.close();
    }
}
