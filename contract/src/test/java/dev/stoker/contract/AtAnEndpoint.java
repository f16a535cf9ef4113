// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that need a {@link Contract}. They are skipped with the reason if there is no place to run. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ContractExtension.class)
@interface AtAnEndpoint {}
