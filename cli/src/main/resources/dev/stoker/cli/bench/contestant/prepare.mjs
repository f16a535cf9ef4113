// SPDX-License-Identifier: Apache-2.0
// Makes what the tools' own builds make of their packages: the warmer that serverless-plugin-warmup generates, and OpenNext's warmer as one
// file. AWS's SDK, which Lambda's own runtime has, becomes one file too. Run in the folder with node_modules and opennext.
import { createRequire } from "node:module";
import { build } from "esbuild";

const require = createRequire(import.meta.url);

const sdk = "made/sdk/node_modules/@aws-sdk/client-lambda/index.js";
await build({ entryPoints: [require.resolve("@aws-sdk/client-lambda")], bundle: true, platform: "node", format: "cjs", outfile: sdk });

await build({
  entryPoints: ["opennext/package/dist/adapters/warmer-function.js"],
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  external: ["./open-next.config.mjs"],
  // The two names that CommonJS has, as OpenNext's own build defines them.
  banner: {
    js: [
      'import { createRequire as createRequireOfBanner } from "node:module";',
      'import { fileURLToPath as pathOfBanner } from "node:url";',
      "const require = createRequireOfBanner(import.meta.url);",
      'const __dirname = pathOfBanner(new URL(".", import.meta.url));',
    ].join("\n"),
  },
  outfile: "made/opennext/index.mjs",
  logLevel: "error",
});

const { getConfigsByWarmer } = require("serverless-plugin-warmup/src/config.js");
const { createWarmUpFunctionArtifact } = require("serverless-plugin-warmup/src/warmer.js");
const service = {
  service: "race",
  provider: {},
  custom: { warmup: { default: { enabled: true } } },
  getAllFunctions: () => ["target"],
  getFunction: () => ({ name: "target" }),
};
const { functions, verbose, tracing } = getConfigsByWarmer({ service, classes: { Error } }, "dev").default;
await createWarmUpFunctionArtifact(functions, tracing, verbose, "us-east-1", "made/warmup");
