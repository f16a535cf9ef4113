// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayeringTest {

    private static final JavaClasses STOKER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.stoker");

    @Test
    void each_module_uses_only_modules_above_it_in_the_root_pom() {
        List<String> above = new ArrayList<>();
        Repository.dependenciesByArtifact().forEach((artifact, used) -> {
            assertThat(above).as("what %s may use", artifact).containsAll(used);
            above.add(artifact);
        });
        assertThat(above).contains("stoker-warmable", "stoker-cli");
    }

    @Test
    void the_sleep_task_carries_nothing_but_the_jdk_and_awss_two_small_libraries() {
        classes()
                .that()
                .resideInAPackage("dev.stoker.warmable..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "dev.stoker.warmable..",
                        "com.amazonaws.services.lambda.runtime",
                        "com.amazonaws.services.lambda.runtime.serialization..")
                .because("every class loaded there is somebody's cold start")
                .check(STOKER);
    }

    @Test
    void of_the_embedded_aws_only_modelled_environments_and_the_bill_know_the_sleep_task() {
        noClasses()
                .that()
                .resideInAPackage("dev.stoker.local..")
                .and()
                .resideOutsideOfPackage("dev.stoker.local.lambda.runtime.modelled..")
                .and()
                .doNotHaveSimpleName("WarmEvents")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.stoker.warmable..")
                .because("a function brings its own copy of the library, and AWS knows of none")
                .check(STOKER);
    }

    @Test
    void the_command_line_does_not_know_the_functions() {
        noClasses()
                .that()
                .resideInAPackage("dev.stoker.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.stoker.warmable..", "dev.stoker.sample..")
                .because("it speaks to what is deployed, by AWS's interfaces alone")
                .check(STOKER);
    }

    @Test
    void only_one_class_writes_to_the_streams_of_the_process() {
        noClasses()
                .that()
                .resideInAPackage("dev.stoker.cli..")
                .and()
                .doNotHaveFullyQualifiedName("dev.stoker.cli.output.Console")
                .should()
                .accessField(System.class, "out")
                .because("with --json one document and nothing else may stand there")
                .check(STOKER);
    }
}
