// SPDX-License-Identifier: Apache-2.0
/**
 * How Stoker's library is placed in front of a function's own handler, in each language.
 *
 * <p>Comes in: handlers and packages. Goes out: whether a handler is Stoker's, and whether a package contains a handler. Must not
 * know where a package comes from. Start reading at {@link dev.stoker.cli.library.StokersHandler}.
 */
package dev.stoker.cli.library;
