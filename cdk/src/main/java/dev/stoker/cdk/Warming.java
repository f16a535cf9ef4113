// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnStack;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/**
 * Keeps environments of functions warm: Stoker's template as a nested stack. The template stays the only source of what
 * is deployed: schedules, state machines, permissions and alarms.
 *
 * <pre>{@code
 * Warming.of(orders.getCurrentVersion()).concurrency(20).library()
 *         .and(shop).concurrency(5)
 *         .create(this, "Stoker");
 * }</pre>
 */
public final class Warming extends Construct {

    /** Source: Lambda's and Step Functions' limits of one stack, docs/deploy.md. */
    private static final int MOST_TARGETS = 20;

    private final CfnStack stack;

    private Warming(Construct scope, String id, Builder builder) {
        super(scope, id);
        Stack parent = Stack.of(this);
        Assets assets = new Assets(this);
        Map<String, String> parameters = new LinkedHashMap<>(assets.parameters());
        parameters.put("TargetArns", Fn.join(",", List.copyOf(builder.arns)));
        parameters.put("Targets", parent.toJsonString(builder.targets));
        if (!builder.peak.isEmpty()) {
            parameters.put("PeakTargets", parent.toJsonString(builder.peak));
        }
        parameters.putAll(builder.parameters);
        stack = CfnStack.Builder.create(this, "Stack")
                .templateUrl(assets.templateUrl())
                .parameters(parameters)
                .build();
    }

    /**
     * Begins with one function.
     *
     * @param function the function, a version such as {@code getCurrentVersion()}, or an alias. An imported version or
     *     alias must know its function.
     */
    public static Target of(IFunction function) {
        return new Builder().and(function);
    }

    /**
     * The value of an output of the template.
     *
     * @param name such as {@code KeepWarmArn} or {@code StartByHandPolicyArn}
     */
    public String output(String name) {
        return stack.getAtt("Outputs." + name).toString();
    }

    /** A function of which the number of environments is not known yet. */
    public static final class Target {
        private final Builder builder;
        private final IFunction function;

        private Target(Builder builder, IFunction function) {
            this.builder = builder;
            this.function = function;
        }

        /**
         * Sets the number of environments.
         *
         * @param environments 1 to 10,000
         * @throws IllegalArgumentException if it is less than 1 or more than 10,000
         */
        public Builder concurrency(int environments) {
            return builder.add(function, environments);
        }
    }

    /** The functions and parameters of a {@link Warming}. */
    public static final class Builder {
        private static final int MOST_ENVIRONMENTS = 10_000;

        private final Set<String> arns = new LinkedHashSet<>();
        private final List<Map<String, Object>> targets = new ArrayList<>();
        private final List<Map<String, Object>> peak = new ArrayList<>();
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private int total;
        private @Nullable IFunction last;

        private Builder() {}

        /** Adds another function. */
        public Target and(IFunction function) {
            return new Target(this, function);
        }

        private Builder add(IFunction function, int environments) {
            if (targets.size() == MOST_TARGETS) {
                throw new IllegalArgumentException("Warming: a stack keeps at most " + MOST_TARGETS
                        + " functions warm. Create a second Warming for the others.");
            }
            total += checked("concurrency", environments);
            if (total > MOST_ENVIRONMENTS) {
                throw new IllegalArgumentException("Warming: a stack keeps at most " + MOST_ENVIRONMENTS
                        + " environments warm, not " + total + ". Create a second Warming for the others.");
            }
            last = Qualified.function(function);
            arns.add(last.getFunctionArn());
            targets.add(Map.of("function", function.getFunctionArn(), "concurrency", environments));
            return this;
        }

        /**
         * Sets another number of environments for the last function in peak hours. The parameters {@code PeakSchedule},
         * {@code OffPeakSchedule} and {@code OffDaysSchedule} are the hours. Functions without a number for peak hours
         * are not kept warm in them.
         *
         * @param environments 1 to 10,000
         * @throws IllegalArgumentException if it is less than 1 or more than 10,000
         */
        public Builder peak(int environments) {
            Object function = targets.get(targets.size() - 1).get("function");
            peak.add(Map.of("function", function, "concurrency", checked("peak", environments)));
            return this;
        }

        /**
         * Adds Stoker's library to the last function: the layer for its language, Stoker's handler, and the former handler as {@code STOKER_HANDLER}. Its
         * package does not change. Call it for functions that do not contain the library; it does nothing if the handler is Stoker's already.
         *
         * @throws IllegalArgumentException if the function is imported, or has another runtime than Java, Python or Node.js
         */
        public Builder library() {
            if (!(last instanceof Function function)) {
                throw new IllegalArgumentException(
                        "Warming: the library can be added to a function of this application only."
                                + " Add the layer where the function is defined, see docs/layer.md.");
            }
            Library.addTo(function);
            return this;
        }

        /** Sets a parameter of the template, such as {@code Schedule} or {@code AlarmTopicArn}. */
        public Builder parameter(String name, String value) {
            parameters.put(name, value);
            return this;
        }

        /** Adds the nested stack to a stack. */
        public Warming create(Construct scope, String id) {
            return new Warming(scope, id, this);
        }

        private static int checked(String what, int environments) {
            if (environments < 1 || environments > MOST_ENVIRONMENTS) {
                throw new IllegalArgumentException("Warming: " + what + " must be 1 to " + MOST_ENVIRONMENTS + ", not "
                        + environments + ". Choose as many as users need at once.");
            }
            return environments;
        }
    }
}
