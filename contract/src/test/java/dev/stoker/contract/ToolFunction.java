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
 * @param dependencies the tool, and what it loads
 * @param place of their files in the package; empty for its root
 * @param proves whether its answers identify environments
 */
record ToolFunction(
        String protocol,
        List<String> runtimes,
        String file,
        String source,
        List<RegistryPackage> dependencies,
        String place,
        boolean proves) {
    /** All whose packages are in a registry that tests reach, and need little more than their package. */
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
                        List.of(
                                RegistryPackage.wheel(
                                        "lambda-warmer-py",
                                        "0.6.0",
                                        "+yVIQit7fUmLz7MRdt6aAD981IA2GLcrbWkRFqSHB/7JtKNBFxDy9UUYhC2b0/U1NzP7UUzKt7/4Lx7FHJczdQ==")),
                        "",
                        false),
                new ToolFunction(
                        "zappa",
                        AnyVersion.PYTHON,
                        "app.py",
                        """
                        import sys, types

                        def client(*arguments, **more):
                            raise AssertionError("a leaf calls nothing")

                        sys.modules["boto3"] = types.SimpleNamespace(client=client, Session=client)  # AWS's own runtime has both
                        sys.modules["botocore"] = types.SimpleNamespace()
                        sys.modules["markupsafe"] = types.SimpleNamespace(escape=client, Markup=str)  # has a part in C, for HTML alone
                        sys.modules["zappa_settings"] = types.SimpleNamespace(  # what Zappa's command writes, as far as its handler reads it
                            APP_MODULE="app", APP_FUNCTION="client", DJANGO_SETTINGS=None, LOG_LEVEL="INFO", DEBUG=False, PROJECT_NAME="shop",
                            ENVIRONMENT_VARIABLES={}, API_STAGE="live", DOMAIN=None, BASE_PATH=None, BINARY_SUPPORT=True,
                            CONTEXT_HEADER_MAPPINGS={}, COGNITO_TRIGGER_MAPPING={}, EXCEPTION_HANDLER=None, AWS_EVENT_MAPPING={},
                            AWS_BOT_EVENT_MAPPING={})
                        from zappa.handler import lambda_handler

                        class Event(dict):
                            def __getitem__(self, name):
                                self.scheduled = name == "resources"  # which Zappa reads of its schedules' events alone, and last
                                return super().__getitem__(name)

                        def handler(event, context):
                            zappas = Event(event)
                            answer = lambda_handler(zappas, context)
                            if not getattr(zappas, "scheduled", False):
                                raise AssertionError(f"a user's: {event}")
                            return answer
                        """,
                        List.of(
                                RegistryPackage.wheel(
                                        "zappa",
                                        "0.63.0",
                                        "RK9niyG3z1sxVhinBWjaaZirUm4Q9xwGIQrs3IKHbXjlGlNZYhTp7LtTfK5QTmVB7U3TwBWPsMoHvNK5vEaw3g=="),
                                RegistryPackage.wheel(
                                        "werkzeug",
                                        "3.1.9",
                                        "4Vwm6O2gsnK5gecekdUJsZ5nveRBXk9Xza6NhslqSZ3DUtYUgoHhvO/pGkhljRkCR3+i8wucN5BUKlU0oePyRw=="),
                                RegistryPackage.wheel(
                                        "durationpy",
                                        "0.11",
                                        "h56cg+FIo00J9TMq/QacqNitjSyiymIx6ZND7ill6+zJYzVmT7L6MFwt7S74s/XK4HzIo+bLSnTLByhUWfmlaw==")),
                        "",
                        false));
    }

    private static ToolFunction node(
            String protocol, String source, RegistryPackage dependency, String module, boolean proves) {
        return new ToolFunction(
                protocol,
                AnyVersion.NODE,
                "app.js",
                source,
                List.of(dependency),
                "node_modules/" + module + "/",
                proves);
    }

    String handler() {
        return "app.handler";
    }

    /** A package of one file. */
    static byte[] zipOf(String file, String source) {
        return new ToolFunction("", List.of(), file, source, List.of(), "", true).zip();
    }

    /** Its package. */
    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, file, source.getBytes(StandardCharsets.UTF_8));
            for (RegistryPackage dependency : dependencies) {
                putAll(zip, dependency.unpacked());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void putAll(ZipOutputStream zip, Path files) throws IOException {
        try (Stream<Path> all = Files.walk(files)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                put(zip, place + files.relativize(each), Files.readAllBytes(each));
            }
        }
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
