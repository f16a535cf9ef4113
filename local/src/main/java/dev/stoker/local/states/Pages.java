// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** The pages of lists in answers. */
final class Pages {
    /** Source: Step Functions API reference, ListExecutions and others: maxResults. */
    private static final int USUAL = 100;

    private static final int MOST = 1_000;

    private Pages() {}

    /**
     * One page of a list.
     *
     * @param name what the list is called in the answer
     * @param all the whole list
     * @param input asks for a page by maxResults and nextToken
     * @param each what the answer says of one
     * @throws AwsError ValidationException or InvalidToken
     */
    static <T> ObjectNode page(String name, List<T> all, JsonInput input, Function<T, JsonNode> each) {
        int length = length(input);
        int from = input.text("nextToken").map(token -> from(token, all.size())).orElse(0);
        int to = Math.min(all.size(), from + length);
        ObjectNode page = JsonText.object();
        ArrayNode items = page.putArray(name);
        all.subList(from, to).forEach(item -> items.add(each.apply(item)));
        if (to < all.size()) {
            page.put("nextToken", token(to));
        }
        return page;
    }

    private static int length(JsonInput input) {
        long requested = input.number("maxResults", 0);
        if (requested < 0 || requested > MOST) {
            throw new AwsError(
                    "ValidationException",
                    "1 validation error detected: Value '" + requested
                            + "' at 'maxResults' failed to satisfy constraint: Member must have value "
                            + (requested < 0 ? "greater than or equal to 0" : "less than or equal to " + MOST));
        }
        return requested == 0 ? USUAL : (int) requested;
    }

    private static String token(int from) {
        return Base64.getUrlEncoder().encodeToString(("from " + from).getBytes(StandardCharsets.UTF_8));
    }

    private static int from(String token, int size) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int from = Integer.parseInt(text.replaceFirst("^from ", ""));
            if (from >= 0 && from <= size) {
                return from;
            }
        } catch (IllegalArgumentException e) {
            // the same as a number that no page begins with
        }
        throw new AwsError("InvalidToken", "Invalid Token: 'Invalid token'");
    }
}
