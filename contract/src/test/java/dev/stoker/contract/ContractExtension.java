// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides the {@link Contract} of the run to each test: deployed for the first test, deleted after the last. If the
 * deployment fails, every test fails with the same reason, and the deployment is not repeated.
 */
final class ContractExtension implements ExecutionCondition, ParameterResolver {
    private static final Namespace RUN = Namespace.create(ContractExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> whyNot = run(context).home.whyNot();
        return whyNot.map(reason -> ConditionEvaluationResult.disabled("No endpoint: " + reason))
                .orElseGet(() -> ConditionEvaluationResult.enabled("an endpoint is there"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Contract.class;
    }

    @Override
    public Contract resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return run(context).contract();
    }

    private static Run run(ExtensionContext context) {
        return context.getRoot().getStore(RUN).computeIfAbsent(Run.class, key -> new Run(), Run.class);
    }

    /** One run of the suite. */
    private static final class Run implements AutoCloseable {
        private final Home home = Home.choose(System.getenv(), System.getProperty(Home.PROPERTY));
        private @Nullable Contract contract;
        private @Nullable RuntimeException failure;

        Run() {
            // Maven shows what is skipped, but not why.
            System.out.println(home.whyNot()
                    .map(reason -> "contract: skipped. " + reason)
                    .orElseGet(() -> "contract: runs on " + home));
        }

        synchronized Contract contract() {
            if (failure != null) {
                throw failure;
            }
            Contract deployed = contract;
            if (deployed == null) {
                try {
                    deployed = Contract.deployedAt(home);
                    contract = deployed;
                } catch (RuntimeException e) {
                    failure = e;
                    throw e;
                }
            }
            return deployed;
        }

        @Override
        public synchronized void close() {
            try (home) {
                if (contract != null) {
                    contract.close();
                }
                if (home instanceof EmbeddedHome embedded) {
                    printUse(embedded.use());
                    embedded.compareWithReference();
                }
            }
        }

        /** Checks that the price printed before a run on AWS is still correct. */
        private static void printUse(SuiteUse use) {
            System.out.println("contract: on AWS itself this would have been: " + use.price());
            if (!SuiteUse.COUNTED.covers(use)) {
                throw new IllegalStateException("SuiteUse.COUNTED: must cover this run, got " + use
                        + ". Write these figures there, so that the price of a run on AWS is true again.");
            }
        }
    }
}
