// SPDX-License-Identifier: Apache-2.0
/**
 * What Task states call: the shape of a task integration, and the catalogue in which each service's are found by their Resource.
 *
 * <p>Comes in: arguments as JSON values. Goes out: results as JSON values, or errors by the names that Step Functions gives them.
 * Must not know the services, each of which brings its own integrations, nor states and executions. Start reading at
 * {@link dev.stoker.local.states.tasks.TaskService}.
 */
package dev.stoker.local.states.tasks;
