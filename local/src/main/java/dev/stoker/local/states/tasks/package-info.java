// SPDX-License-Identifier: Apache-2.0
/**
 * The interface of task integrations, and the catalogue that finds them by their Resource.
 *
 * <p>Comes in: arguments as JSON values. Goes out: results as JSON values, or errors with Step Functions' names. Must
 * not know the services, each of which has its own integrations, or states and executions. Start reading at
 * {@link dev.stoker.local.states.tasks.TaskService}.
 */
package dev.stoker.local.states.tasks;
