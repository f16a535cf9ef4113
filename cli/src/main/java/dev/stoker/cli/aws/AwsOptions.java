// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import dev.stoker.cli.output.Failure;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that calls AWS. Options that are not set use the SDK's default provider chains. */
public final class AwsOptions {
    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "AWS region; default: the one that the AWS SDK finds.")
    private String region;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Profile in the AWS config files; default: the SDK's credential chain.")
    private String profile;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "Send all requests to this address instead of to AWS, for example to LocalStack.")
    private String endpointUrl;

    /**
     * Checks the options.
     *
     * @throws Failure if an option is invalid
     */
    public AwsSettings settings() {
        if (region != null && !region.matches("[a-z0-9-]+")) {
            throw Failure.wrongUse(
                    "--region: must be the name of a region, got \"" + region + "\". For example: eu-west-1.");
        }
        return new AwsSettings(
                Optional.ofNullable(region),
                Optional.ofNullable(profile),
                Optional.ofNullable(endpointUrl).map(AwsOptions::endpoint));
    }

    /**
     * The region of the embedded AWS.
     *
     * @throws Failure if an option is set that cannot be used with the embedded AWS, or if the region is invalid
     */
    public Optional<String> embeddedRegion() {
        if (endpointUrl != null || profile != null) {
            throw Failure.wrongUse((endpointUrl == null ? "--profile" : "--endpoint-url")
                    + ": must be left out with the embedded AWS, which needs neither endpoint nor credentials, got "
                    + (endpointUrl == null ? profile : endpointUrl) + ".");
        }
        return settings().region();
    }

    private static URI endpoint(String text) {
        try {
            URI uri = URI.create(text);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException noUri) {
            // The same remedy as for an address without a host.
        }
        throw Failure.wrongUse("--endpoint-url: must be an address with http:// or https://, got \"" + text
                + "\". For example: http://127.0.0.1:4566.");
    }
}
