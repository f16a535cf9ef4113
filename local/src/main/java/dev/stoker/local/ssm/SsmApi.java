// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.JsonApi;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.ssm.ParameterStore.StoredParameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SSM's protocol for parameters. */
final class SsmApi {
    private final ParameterStore parameters;
    private final String arns;

    private SsmApi(ParameterStore parameters, String arns) {
        this.parameters = parameters;
        this.arns = arns;
    }

    /**
     * Creates the protocol of a store.
     *
     * @param arns the prefix of the parameters' ARNs, {@code arn:aws:ssm:REGION:ACCOUNT:parameter}
     */
    static JsonApi of(ParameterStore parameters, String arns) {
        SsmApi api = new SsmApi(parameters, arns);
        return new JsonApi("ssm", "AmazonSSM", "1.1")
                .with(
                        "PutParameter",
                        Set.of("Name", "Value", "Type", "Overwrite", "Description", "Tier", "DataType", "Tags"),
                        api::put)
                .with("GetParameter", Set.of("Name", "WithDecryption"), api::get)
                .with("GetParameters", Set.of("Names", "WithDecryption"), api::getSeveral)
                .with(
                        "GetParametersByPath",
                        Set.of("Path", "Recursive", "WithDecryption", "MaxResults", "NextToken"),
                        api::getByPath)
                .with("DeleteParameter", Set.of("Name"), api::delete)
                .with("DeleteParameters", Set.of("Names"), api::deleteSeveral);
    }

    private JsonNode put(JsonInput input) {
        if (input.text("Tier").equals(Optional.of("Advanced"))) {
            throw new AwsError(
                    "ValidationException", "Tier: the embedded AWS covers Standard, got Advanced. Leave it out.");
        }
        long version = parameters.put(
                input.required("Name"), input.required("Value"), input.text("Type"), input.flag("Overwrite"));
        return JsonText.object().put("Version", version).put("Tier", "Standard");
    }

    private JsonNode get(JsonInput input) {
        StoredParameter found = parameters.find(input.required("Name")).orElseThrow(SsmApi::notFound);
        return JsonText.object().set("Parameter", described(found));
    }

    private JsonNode getSeveral(JsonInput input) {
        ObjectNode output = JsonText.object();
        ArrayNode found = output.putArray("Parameters");
        ArrayNode invalid = output.putArray("InvalidParameters");
        for (String name : input.texts("Names")) {
            parameters.find(name).ifPresentOrElse(one -> found.add(described(one)), () -> invalid.add(name));
        }
        return output;
    }

    private JsonNode getByPath(JsonInput input) {
        List<StoredParameter> all = parameters.below(input.required("Path"), input.flag("Recursive"));
        int from = start(input.text("NextToken").orElse("0"));
        int to = (int) Math.min(all.size(), from + Math.max(1, Math.min(10, input.number("MaxResults", 10))));
        ObjectNode output = JsonText.object();
        ArrayNode found = output.putArray("Parameters");
        all.subList(Math.min(from, to), to).forEach(one -> found.add(described(one)));
        return to < all.size() ? output.put("NextToken", String.valueOf(to)) : output;
    }

    private static int start(String token) {
        try {
            return Integer.parseInt(token);
        } catch (NumberFormatException e) {
            throw new AwsError("InvalidNextToken", "The specified token isn't valid.");
        }
    }

    private JsonNode delete(JsonInput input) {
        if (!parameters.delete(input.required("Name"))) {
            throw notFound();
        }
        return JsonText.object();
    }

    private JsonNode deleteSeveral(JsonInput input) {
        ObjectNode output = JsonText.object();
        ArrayNode deleted = output.putArray("DeletedParameters");
        ArrayNode invalid = output.putArray("InvalidParameters");
        input.texts("Names").forEach(name -> (parameters.delete(name) ? deleted : invalid).add(name));
        return output;
    }

    private ObjectNode described(StoredParameter parameter) {
        String separator = parameter.name().startsWith("/") ? "" : "/";
        return JsonText.object()
                .put("Name", parameter.name())
                .put("Type", parameter.type())
                .put("Value", parameter.value())
                .put("Version", parameter.version())
                .put("LastModifiedDate", JsonText.seconds(parameter.modifiedAt()))
                .put("ARN", arns + separator + parameter.name())
                .put("DataType", "text");
    }

    private static AwsError notFound() {
        return new AwsError("ParameterNotFound", "The parameter does not exist.");
    }
}
