// SPDX-License-Identifier: Apache-2.0

/** STS: who calls. Here always the same root user, since no signature is looked at. */
package dev.stoker.local.sts;
