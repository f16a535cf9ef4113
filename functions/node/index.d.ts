// SPDX-License-Identifier: Apache-2.0
/**
 * Puts Stoker before a handler of any kind that Lambda serves: it answers the warm event and hands every other event on.
 *
 * @param handler gets every event but the warm one, with the arguments as Lambda gives them
 * @returns a handler with the same parameters
 * @throws TypeError if it is no function
 */
export function warmable<H extends (...args: any[]) => any>(handler: H): H;
