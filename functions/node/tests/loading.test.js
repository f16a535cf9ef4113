// SPDX-License-Identifier: Apache-2.0
// lambda.handler as Lambda's runtime finds it: in a process of its own, with the variable set.
"use strict";
const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { dirname, join } = require("node:path");
const { test } = require("node:test");
const { pathToFileURL } = require("node:url");

const LAMBDA = pathToFileURL(join(__dirname, "..", "lambda.mjs")).href;
const ASK = `
  try {
    const { handler } = await import(${JSON.stringify(LAMBDA)});
    const warm = await handler({ stoker: {} }, {});
    console.log(JSON.stringify([await handler({ a: 1 }, {}), Object.keys(warm), handler.length]));
  } catch (e) {
    console.log(JSON.stringify([e.name, e.message]));
  }`;

/** What comes of a handler's name in a package of such files. */
function ask(files, name, script = ASK) {
  const root = mkdtempSync(join(tmpdir(), "stoker-"));
  try {
    for (const [path, code] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), code);
    }
    const env = { ...process.env, LAMBDA_TASK_ROOT: root, STOKER_HANDLER: name };
    if (name === undefined) delete env.STOKER_HANDLER;
    const args = ["--input-type=module", "-e", script];
    return JSON.parse(execFileSync(process.execPath, args, { env, cwd: root, encoding: "utf8" }));
  } finally {
    rmSync(root, { recursive: true });
  }
}

const ANSWERED = [{ mine: { a: 1 } }, ["stoker"], 2];
const COMMON = "exports.handler = async (event, context) => ({ mine: event });";
const MODULE = "export const handler = async (event, context) => ({ mine: event });";

for (const [name, files, handler] of [
  ["a file of CommonJS", { "index.js": COMMON }, "index.handler"],
  ["a file of CommonJS by its ending", { "index.cjs": COMMON, "package.json": '{"type":"module"}' }, "index.handler"],
  ["an ES module by its ending", { "index.mjs": MODULE }, "index.handler"],
  ["an ES module by package.json", { "index.js": MODULE, "package.json": '{"type":"module"}' }, "index.handler"],
  ["an ES module that waits", { "index.mjs": `await null; ${MODULE}` }, "index.handler"],
  ["a folder", { "src/shop/orders.js": COMMON }, "src/shop/orders.handler"],
  ["an export within an export", { "index.js": `exports.orders = { list: { ${COMMON.replace("exports.handler =", "handler:").replace(";", "")} } };` }, "index.orders.list.handler"],
  ["an export that no parser foresees", { "index.js": `module.exports = Object.fromEntries([["handler", async (event, context) => ({ mine: event })]]);` }, "index.handler"],
  ["a package by its name", { "node_modules/orders/index.js": COMMON }, "orders.handler"],
]) {
  test(`loads ${name}`, () => assert.deepEqual(ask(files, handler), ANSWERED));
}

test("no variable, or none that names a file and an export, is refused with its remedy", () => {
  for (const name of [undefined, "", "index", ".handler", "index.", "../index.handler"]) {
    const [kind, message] = ask({ "index.js": COMMON }, name);
    assert.equal(kind, "Error");
    assert.match(message, /^STOKER_HANDLER: must name the function's own handler as file\.export, got .*such as index\.handler\.$/);
  }
});

test("a missing file and a missing export are refused by name", () => {
  assert.match(ask({}, "odrers.handler")[1], /its file must be in the function's package or a layer, got odrers\.handler/);
  assert.match(ask({ "index.js": "" }, "index.handler")[1], /its file must export the function that it names, got index\.handler/);
  assert.match(ask({ "index.js": "exports.handler = 17" }, "index.handler")[1], /must export the function/);
});

test("itself is refused", () => {
  const itself = join(__dirname, "..", "lambda.handler");
  assert.match(ask({}, itself)[1], /not the one that stands before it/);
});

test("what a file throws while it loads is thrown on", () => {
  assert.deepEqual(ask({ "index.js": "throw new RangeError('no database')" }, "index.handler"), ["RangeError", "no database"]);
  assert.equal(ask({ "index.js": "require('no-such-framework')" }, "index.handler")[1].split("\n")[0], "Cannot find module 'no-such-framework'");
});

test("a file that wraps itself needs no variable, in CommonJS and in ES modules", () => {
  const library = join(__dirname, "..", "index.js");
  const tell = "const { handler } = await import(process.env.LAMBDA_TASK_ROOT + '/' + process.env.FILE); console.log(JSON.stringify([await handler({}, {}), Object.keys(await handler({ stoker: 1 }, {}))]));";
  const common = `const { warmable } = require(${JSON.stringify(library)}); exports.handler = warmable(async (event) => "mine");`;
  const module = `import { warmable } from ${JSON.stringify(pathToFileURL(library).href)}; export const handler = warmable(async (event) => "mine");`;
  assert.deepEqual(ask({ "index.js": common }, undefined, tell.replace("process.env.FILE", "'index.js'")), ["mine", ["stoker"]]);
  assert.deepEqual(ask({ "index.mjs": module }, undefined, tell.replace("process.env.FILE", "'index.mjs'")), ["mine", ["stoker"]]);
});
