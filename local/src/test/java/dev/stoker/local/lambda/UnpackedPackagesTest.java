// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.Runtimes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which packages lie unpacked on the disk. */
class UnpackedPackagesTest {
    @TempDir
    private Path elsewhere;

    private final RealLambda lambda = new RealLambda(LambdaSettings.with(Faults.none(1)), Runtimes.Kind.IN_JVM);

    @AfterEach
    void close() {
        lambda.close();
    }

    private static FunctionDefinition probe(String name, FunctionCode code) {
        return FunctionDefinition.of(name, "java17", "dev.stoker.local.probe.Probe", code)
                .withTimeoutSeconds(60);
    }

    /** Where an invoked package lies: it is unpacked once, so it is asked for at another place in vain. */
    private Path folder(FunctionCode code) {
        Path folder = code.unpackUnder(elsewhere);
        assertThat(folder.startsWith(elsewhere)).as("unpacked just now").isFalse();
        return folder;
    }

    private static void waitUntilGone(Path folder) {
        while (Files.exists(folder)) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void a_package_that_is_replaced_goes_and_so_does_that_of_a_deleted_function() {
        FunctionCode first = Packages.probe();
        FunctionCode second = Packages.probe();
        lambda.create(probe("f", first));
        lambda.invoke("f", "{}");
        Path before = folder(first);

        lambda.ask(service -> service.functions().update("f", old -> old.with(draft -> draft.code = second)));
        waitUntilGone(before);
        lambda.invoke("f", "{}");
        Path after = folder(second);
        lambda.ask(service -> {
            service.functions().delete("f");
            return true;
        });
        waitUntilGone(after);
    }

    @Test
    void a_package_that_a_version_needs_stays() {
        FunctionCode code = Packages.probe();
        lambda.create(probe("f", code));
        lambda.invoke("f", "{}");
        Path folder = folder(code);
        lambda.ask(service -> service.functions().publishVersion("f"));

        lambda.ask(service -> service.functions().update("f", old -> old.withMemoryMegabytes(512)));
        lambda.ask(service -> service.functions().update("f", old -> old.with(draft -> draft.code = Packages.probe())));

        assertThat(lambda.invoke("f:1", "{}").functionError()).isFalse();
        assertThat(folder(code)).isEqualTo(folder);
    }
}
