// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that need a {@link Contract}: skipped, with the reason, where there is no home for them. Two classes run at the same time on the
 * embedded AWS, and one after the other elsewhere, see {@link OneAtATimeElsewhere}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ContractExtension.class)
@ResourceLock(providers = OneAtATimeElsewhere.class)
@interface AtAnEndpoint {}
