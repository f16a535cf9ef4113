// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Our own function in the form that the library needs. */
final class NativeFunction extends Jsonata.JFunction {

    private final int parameters;

    private NativeFunction(String name, String signature, Function<List<?>, Object> body) {
        super((input, args) -> call(name, body, args), signature);
        this.parameters = parameters(signature);
    }

    /**
     * Creates a function.
     *
     * @param name without the dollar
     * @param signature as JSONata writes it, such as {@code <s-n?:s>}
     * @param body receives the arguments; a missing one is null, or the list is shorter
     */
    static NativeFunction of(String name, String signature, Function<List<?>, Object> body) {
        NativeFunction function = new NativeFunction(name, signature, body);
        Library.name(function, name);
        return function;
    }

    /** The number of parameters, which the library needs for partial application. */
    @Override
    public int getNumberOfArgs() {
        return parameters;
    }

    private static int parameters(String signature) {
        String inner = signature.substring(1, signature.indexOf(':'));
        String flat = inner.replaceAll("\\([^)]*\\)", "x").replaceAll("<[^>]*>", "");
        return (int) flat.chars().filter(Character::isLetter).count();
    }

    /** The library's signatures accept null for a text or a number, unlike the reference's. */
    private static @Nullable Object call(String name, Function<List<?>, Object> body, List<?> args) {
        try {
            return body.apply(args);
        } catch (ClassCastException e) {
            throw new JException(e, "T0410", -1, args.indexOf(Json.NULL) + 1, name);
        }
    }
}
