// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A function that another tool keeps warm, with the tool's own package. It fails on each event that the tool does not answer.
 *
 * @param protocol the name of the tool in a target
 * @param runtimes Lambda's identifiers, the first that runs here is used
 * @param file of its code
 * @param source of its code
 * @param dependency the tool
 * @param place of the tool's files in the package; empty for its root
 * @param proves whether its answers identify environments
 */
record ToolFunction(
        String protocol,
        List<String> runtimes,
        String file,
        String source,
        RegistryPackage dependency,
        String place,
        boolean proves) {
    /** All whose packages are in a registry that tests reach, and need no more than their package. */
    static List<ToolFunction> all() {
        return List.of(
                node(
                        "lambda-warmer",
                        """
                        const warmer = require("lambda-warmer");
                        exports.handler = async (event, context) => {
                          if (await warmer(event, { log: false }, context)) return "warmed";
                          throw new Error("a user's: " + JSON.stringify(event));
                        };
                        """,
                        RegistryPackage.npm(
                                "lambda-warmer",
                                "2.3.0",
                                "k3E+5tXtzXdBX2JDaL+f59CREWTch+fsNk5tyrX69TpC6FgERoFS8xG/vQ4dHR9dUgpKxRf1+y+aH8EI4oF/MQ=="),
                        "lambda-warmer",
                        false),
                node(
                        "serverless-plugin-warmup",
                        """
                        const config = require("fs").readFileSync(__dirname + "/node_modules/serverless-plugin-warmup/src/config.js", "utf8");
                        const sent = /payload: JSON.stringify\\(\\{ source: '([^']+)' \\}\\)/.exec(config)[1];
                        exports.handler = async (event) => {
                          if (event.source === sent && Object.keys(event).length === 1) return "Lambda is warm!";
                          throw new Error("a user's: " + JSON.stringify(event));
                        };
                        """,
                        RegistryPackage.npm(
                                "serverless-plugin-warmup",
                                "8.4.1",
                                "DDVAD9seNQdNZCemrwCUqNp2U0SRY+gMhf0z28TxFgLz81NAA9rqIwLSI1nMdLeLQF3geBIvvCtN/S/1OsKA1A=="),
                        "serverless-plugin-warmup",
                        false),
                node(
                        "opennext",
                        """
                        const server = (async () => {
                          const { default: lambda } = await import(__dirname + "/node_modules/@opennextjs/aws/dist/overrides/wrappers/aws-lambda.js");
                          const { generateUniqueId } = await import(__dirname + "/node_modules/@opennextjs/aws/dist/adapters/util.js");
                          globalThis.serverId = generateUniqueId(); // as its createMainHandler does
                          const convertFrom = async (event) => { throw new Error("a user's: " + JSON.stringify(event)); };
                          return lambda.wrapper(null, { convertFrom });
                        })();
                        exports.handler = async (event) => (await server)(event);
                        """,
                        RegistryPackage.npm(
                                "@opennextjs/aws",
                                "4.1.16",
                                "eHb6/LCrpr+3DmbmE+/q5GkcrbSs5IRpO/O0kcay7FK5WYDhcML0K5NhO7I9H62z42wscVIi75Hv3ASsXDeEGw=="),
                        "@opennextjs/aws",
                        true),
                node(
                        "thundra",
                        """
                        const warmup = require("./node_modules/@thundra/warmup/dist/thundra-warmup.js")(null, { logEnabled: false });
                        const warmable = warmup(async (event) => { throw new Error("a user's: " + JSON.stringify(event)); });
                        exports.handler = (event, context) => new Promise((resolve, reject) =>
                          Promise.resolve(warmable(event, context, (error, value) => (error ? reject(error) : resolve(value)))).catch(reject));
                        """,
                        RegistryPackage.npm(
                                "@thundra/warmup",
                                "1.1.2",
                                "ogVANaYNK63EnjobnPVUMIi248z36xgqJ+xL3mQBYW4OcOY0yFz26qNmntHgGwBGyIVCtR/w9R6oODGK4kt79w=="),
                        "@thundra/warmup",
                        false),
                new ToolFunction(
                        "lambda-warmer-py",
                        AnyVersion.PYTHON,
                        "app.py",
                        """
                        import sys, types

                        def client(*arguments):
                            raise AssertionError("a leaf calls nothing")

                        sys.modules["boto3"] = types.SimpleNamespace(client=client)  # AWS's own runtime has it
                        from lambdawarmer import warmer

                        @warmer
                        def handler(event, context):
                            raise AssertionError(f"a user's: {event}")
                        """,
                        RegistryPackage.wheel(
                                "lambda-warmer-py",
                                "0.6.0",
                                "+yVIQit7fUmLz7MRdt6aAD981IA2GLcrbWkRFqSHB/7JtKNBFxDy9UUYhC2b0/U1NzP7UUzKt7/4Lx7FHJczdQ=="),
                        "",
                        false));
    }

    private static ToolFunction node(
            String protocol, String source, RegistryPackage dependency, String module, boolean proves) {
        return new ToolFunction(
                protocol, AnyVersion.NODE, "app.js", source, dependency, "node_modules/" + module + "/", proves);
    }

    String handler() {
        return "app.handler";
    }

    /** Its package. */
    byte[] zip() {
        Path files = dependency.unpacked();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> all = Files.walk(files)) {
            put(zip, file, source.getBytes(StandardCharsets.UTF_8));
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                put(zip, place + files.relativize(each), Files.readAllBytes(each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    @Override
    public String toString() {
        return protocol;
    }
}
