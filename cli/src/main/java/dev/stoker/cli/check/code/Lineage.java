// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A class and its ancestors, by their declarations. */
public final class Lineage {
    /** More ancestors than any real class has, because a package may contain invalid classes. */
    private static final int MOST_ANCESTORS = 100;

    private Lineage() {}

    /**
     * A class and its ancestors, up to the first one whose declaration is not found.
     *
     * @param name the class
     * @param find the declaration of a class. It is not called for classes of the JDK
     */
    public static List<String> of(String name, Function<String, Optional<ClassHead>> find) {
        List<String> lineage = new ArrayList<>(List.of(name));
        Optional<ClassHead> head = find.apply(name);
        while (head.isPresent() && lineage.size() < MOST_ANCESTORS) {
            String next = head.get().superName();
            lineage.add(next);
            // Classes of the JDK are not in the code, and looking for them would download every layer.
            head = next.startsWith("java.") ? Optional.empty() : find.apply(next);
        }
        return lineage;
    }
}
