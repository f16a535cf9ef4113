// SPDX-License-Identifier: Apache-2.0
/** Runs beside AWS's runtime interface client, in its class loader: AWS's own loop, without its native poller. */
package dev.stoker.local.runtimeclient;
