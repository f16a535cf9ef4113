// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.Set;

/**
 * Runs the same states for each item of an array, several at once: an inline Map.
 *
 * @param items the array, or null for the state's input
 * @param itemSelector the input of each iteration, or null for the item itself
 * @param maxConcurrency iterations at once at most; null and 0 mean as many as AWS allows
 * @param iteration the states
 * @param recovery what is done about errors
 * @param exit how it is left when all iterations have ended well
 */
record MapState(
        Template items,
        Template itemSelector,
        WholeNumber maxConcurrency,
        StateGraph iteration,
        Recovery recovery,
        Exit exit)
        implements State {

    /** Source: Step Functions developer guide, "Using Map state in Inline mode": up to 40 concurrent iterations. */
    static final int MOST_AT_ONCE = 40;

    static State read(Fields fields, StateReader reader) {
        return new MapState(
                reader.typed(fields, "Items", "array", Reach.INPUT),
                reader.template(fields, "ItemSelector", Reach.INPUT),
                reader.wholeNumber(fields, "MaxConcurrency", 0),
                iteration(fields, reader),
                reader.recovery(fields),
                reader.transition(fields, Reach.RESULT));
    }

    private static StateGraph iteration(Fields fields, StateReader reader) {
        Fields processor = fields.requiredObject("ItemProcessor");
        Fields config = processor.object("ProcessorConfig");
        if (config != null) {
            String mode = config.string("Mode");
            if ("DISTRIBUTED".equals(mode)) {
                config.problem(
                        "Mode",
                        "Distributed Map states are not part of the embedded AWS, nor does an Express"
                                + " state machine support them. Use INLINE.");
            } else if (mode != null && !mode.equals("INLINE")) {
                config.problem("Mode", "The field 'Mode' should have one of these values: [INLINE], but was " + mode);
            }
            config.finish();
        }
        return reader.graph(processor);
    }

    @Override
    public String type() {
        return "Map";
    }

    @Override
    public Set<String> targets() {
        return StateReader.targets(exit, recovery);
    }

    @Override
    public void enter(Visit visit) {
        new MapRun(this, visit).start();
    }

    @Override
    public void failed(Visit visit, StateFailed failure) {
        recovery.handle(visit, failure, () -> enter(visit));
    }
}
