// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import java.util.Random;

/**
 * Generates names as CloudFormation does: from the stack's name, the resource's logical ID and random characters.
 *
 * @param stack the stack's name
 * @param random the random source, with a seed
 */
record PhysicalNames(String stack, Random random) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RANDOM_LENGTH = 12;

    /** A name from the stack's name, the logical ID and random characters. */
    String of(String logicalId, int longest) {
        String wanted = stack + "-" + logicalId;
        int room = longest - RANDOM_LENGTH - 1;
        return (wanted.length() <= room ? wanted : wanted.substring(0, room)) + "-" + randomLetters();
    }

    /** A name without the stack's name, as CloudFormation generates it for state machines. */
    String withoutStack(String logicalId) {
        return logicalId + "-" + randomLetters();
    }

    private String randomLetters() {
        StringBuilder text = new StringBuilder();
        while (text.length() < RANDOM_LENGTH) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
