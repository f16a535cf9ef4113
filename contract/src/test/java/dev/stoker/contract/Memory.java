// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** The memory of a stack: one parameter for each function and qualifier. */
final class Memory implements AutoCloseable {
    private final SsmClient ssm;
    private final String path;

    Memory(SsmClient ssm, String stack) {
        this.ssm = ssm;
        this.path = "/stoker/" + stack;
    }

    /** The names of the parameters of a function, for any account. */
    List<String> namesOf(String function) {
        return all().stream()
                .filter(name -> name.contains("/" + function + "/"))
                .toList();
    }

    private List<String> all() {
        return ssm
                .getParametersByPathPaginator(
                        request -> request.path(path).recursive(true).maxResults(10))
                .stream()
                .flatMap(page -> page.parameters().stream())
                .map(Parameter::name)
                .toList();
    }

    /** Reads the memory of a function without a qualifier. */
    JsonNode read(TargetFunction function) {
        String name = nameOf(function);
        return Json.tree(
                ssm.getParameter(request -> request.name(name)).parameter().value());
    }

    /** Stores a text as its memory. */
    void put(TargetFunction function, String text) {
        String name = nameOf(function);
        ssm.putParameter(request ->
                request.name(name).value(text).type(ParameterType.STRING).overwrite(true));
    }

    private String nameOf(TargetFunction function) {
        String account = function.arn().split(":", -1)[4];
        return path + "/" + account + "/" + function.name() + "/LATEST";
    }

    /** Deletes all parameters, because a deleted stack does not delete them. */
    @Override
    public void close() {
        all().forEach(name -> ssm.deleteParameter(request -> request.name(name)));
    }
}
