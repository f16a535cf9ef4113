// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import java.util.Random;

/**
 * Makes up names as CloudFormation does: the stack's, the resource's, and chance.
 *
 * @param stack the stack's name
 * @param random chance, by the seed
 */
record PhysicalNames(String stack, Random random) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int CHANCE_LENGTH = 12;

    /** Stack, resource and chance. */
    String of(String logicalId, int longest) {
        String wish = stack + "-" + logicalId;
        int room = longest - CHANCE_LENGTH - 1;
        return (wish.length() <= room ? wish : wish.substring(0, room)) + "-" + chance();
    }

    /** Resource and chance: so CloudFormation names state machines. */
    String withoutStack(String logicalId) {
        return logicalId + "-" + chance();
    }

    private String chance() {
        StringBuilder text = new StringBuilder();
        while (text.length() < CHANCE_LENGTH) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
