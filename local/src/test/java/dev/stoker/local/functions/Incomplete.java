// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.functions;

/** Classes of a package that was put together badly. */
public final class Incomplete {
    private Incomplete() {}

    /** Left out of the package. */
    public static class Missing {
        public String handle(String event) {
            return event;
        }
    }

    /** Its superclass is not there. */
    public static final class Superclass extends Missing {}

    /** A method's parameter is not there. */
    public static final class Parameter {
        public String handle(Missing event) {
            return "handled";
        }
    }

    /** Its class file is made one for a later Java. */
    public static final class TooNew {
        public String handle(String event) {
            return event;
        }
    }
}
