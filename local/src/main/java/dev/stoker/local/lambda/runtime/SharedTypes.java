// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.bootstrap.RedirectingLoader.OwnWorld;
import dev.stoker.local.lambda.bootstrap.RedirectingLoader.OwnWorld.EnvironmentExit;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop.RuntimeApi;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop.RuntimeApi.NextInvocation;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parent class loader of the runtimes. It contains only the JDK and the few types that runtimes and the embedded
 * AWS share.
 */
final class SharedTypes extends ClassLoader {
    private static final Map<String, Class<?>> SHARED = Stream.of(
                    RuntimeApi.class, NextInvocation.class, OwnWorld.class, EnvironmentExit.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    SharedTypes() {
        super("shared", getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> shared = SHARED.get(name);
        if (shared == null) {
            throw new ClassNotFoundException(name);
        }
        return shared;
    }
}
