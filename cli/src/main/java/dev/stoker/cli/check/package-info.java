// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker check}: looks at a function from outside, and tells what would keep warming from working or make it needless.
 *
 * <p>Comes in: a function's name, how many environments are to be kept, and which machines are to call it. Goes out:
 * findings, each with its remedy. What AWS does not let these credentials see is a finding too, never a pass. It invokes
 * nothing and changes nothing. Each check is a class with one interface; they stand in one list. Must not know how a cycle
 * runs. Start reading at
 * {@link dev.stoker.cli.check.Inspection}; a check is a {@link dev.stoker.cli.check.finding.Check}.
 */
package dev.stoker.cli.check;
