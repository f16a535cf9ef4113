// SPDX-License-Identifier: Apache-2.0
/**
 * Wraps a handler of any kind that Lambda supports: answers the warm event and passes every other event to the handler.
 *
 * @param handler receives every event except the warm event, with Lambda's arguments
 * @returns a handler with the same parameters
 * @throws TypeError if it is not a function
 */
export function warmable<H extends (...args: any[]) => any>(handler: H): H;
