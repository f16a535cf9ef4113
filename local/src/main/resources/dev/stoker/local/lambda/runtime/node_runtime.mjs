// SPDX-License-Identifier: Apache-2.0
/**
 * What runs inside an environment of the embedded AWS whose function is written for Node.js: the runtimes nodejs*.
 *
 * Loads the handler and serves one invocation after the other over the Lambda Runtime API, as AWS's own runtime does. What
 * users see of it follows the Lambda developer guide ("Building Lambda functions with Node.js": handler, context, logging,
 * exceptions, ES modules) and was compared with AWS's runtime interface client, aws-lambda-ric 3.3.0 and 4.0.2.
 *
 * Arguments: the folder that is /opt on AWS, or nothing; the milliseconds by which a fault sets this environment's clock off.
 */
import { existsSync, readFileSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import util from "node:util";

const ROOT = "/2018-06-01/runtime/";
const STREAMING = Symbol.for("aws.lambda.runtime.handler.streaming");
const REQUEST_ID = Symbol.for("aws.lambda.runtime.requestId");
const variables = process.env;
const [layers, clockMillis] = [process.argv[2], Number(process.argv[3])];
const require = createRequire(import.meta.url);

/** An error that the runtime finds, and not the function. */
class Fault extends Error {
  constructor(kind, message) {
    super(message);
    this.name = `Runtime.${kind}`;
  }
}

// --- The Runtime API: one connection, which does not keep the event loop alive between requests.

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const [hostname, port] = variables.AWS_LAMBDA_RUNTIME_API.split(":");

function exchange(method, name, body = "", type = "application/json") {
  return new Promise((resolve) => {
    const headers = { "Content-Type": type, "Content-Length": Buffer.byteLength(body) };
    const options = { agent, hostname, port, method, path: ROOT + name, headers };
    const request = http.request(options, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        if (response.statusCode >= 300) process.exit(1);
        resolve({ headers: response.headers, text: Buffer.concat(chunks).toString("utf8") });
      });
    });
    request.on("error", () => process.exit(1)); // the embedded AWS is gone, or has given this environment up
    request.end(body);
  });
}

function postError(name, error) {
  return exchange("POST", name, JSON.stringify(toJson(error)), "application/vnd.aws.lambda.error+json");
}

/** AWS's error JSON of whatever was thrown. */
function toJson(thrown) {
  try {
    if (util.types.isNativeError(thrown) || (thrown?.name && thrown.message && thrown.stack)) {
      return { errorType: String(thrown.name), errorMessage: thrown.message, trace: thrown.stack.split("\n") };
    }
    return { errorType: typeof thrown, errorMessage: thrown.toString(), trace: [] };
  } catch {
    return { errorType: "handled", errorMessage: "an error whose message, name and stack cannot be read" };
  }
}

// --- The log: each line with its time, request and level. Source: developer guide, "Log and monitor Node.js functions".

function patchConsole() {
  const levels = { trace: "TRACE", debug: "DEBUG", info: "INFO", log: "INFO", warn: "WARN", error: "ERROR", fatal: "FATAL" };
  for (const [method, level] of Object.entries(levels)) {
    console[method] = (...all) => {
      const head = [new Date().toISOString(), globalThis[REQUEST_ID], level];
      process.stdout.write(`${head.join("\t")}\t${util.format(...all)}\n`);
    };
  }
}

function logError(what, thrown) {
  const { errorType, errorMessage, trace } = toJson(thrown);
  const more = thrown instanceof Error ? { ...thrown } : {};
  delete more.name;
  console.error(what, "\t" + JSON.stringify({ errorType, errorMessage, ...more, stack: trace }));
}

// --- The handler: [folder/]file.export, of CommonJS or an ES module.

async function loadHandler(name) {
  if (name.includes("..")) {
    const remedy = "Use absolute paths when specifying root directories in handler names.";
    throw new Fault("MalformedHandlerName", `'${name}' is not a valid handler name. ${remedy}`);
  }
  const base = path.basename(name);
  const [, file, member] = /^([^.]*)\.(.*)$/.exec(base) ?? [];
  if (file === undefined) throw new Fault("MalformedHandlerName", "Bad handler");
  const handler = member.split(".").reduce((within, key) => within?.[key], await loadModule(folderOf(name, base), file));
  if (!handler) throw new Fault("HandlerNotFound", `${name} is undefined or not exported`);
  if (typeof handler !== "function") throw new Fault("HandlerNotFound", `${name} is not a function`);
  refuseWhatIsNotServed(name, handler);
  return handler;
}

/** Where the handler's file is: within the package, or within the layers if it begins with /opt. */
function folderOf(name, base) {
  const folder = name.slice(0, name.length - base.length);
  return folder.startsWith("/opt/") && layers ? path.join(layers, folder.slice("/opt".length)) : folder;
}

function refuseWhatIsNotServed(name, handler) {
  if (handler[STREAMING]) {
    const remedy = "Try it on AWS, or name a handler that returns its answer.";
    throw new Fault("ResponseStreaming", `${name}: the embedded AWS does not cover response streaming. ${remedy}`);
  }
  const major = Number(/^AWS_Lambda_nodejs(\d+)/.exec(variables.AWS_EXECUTION_ENV)?.[1]);
  if (major >= 24 && handler.length >= 3) {
    const remedy = "Make the handler async and return the answer.";
    throw new Fault("CallbackHandlerDeprecated", `${name}: Lambda has no callbacks from Node.js 24 on. ${remedy}`);
  }
}

async function loadModule(folder, file) {
  try {
    return await findModule(path.resolve(variables.LAMBDA_TASK_ROOT, folder, file), folder, file);
  } catch (e) {
    if (e instanceof SyntaxError) throw new Fault("UserCodeSyntaxError", String(e));
    if (e?.code === "MODULE_NOT_FOUND") throw new Fault("ImportModuleError", String(e));
    throw e;
  }
}

async function findModule(base, folder, file) {
  const load = (full) => import(pathToFileURL(full).href);
  if (existsSync(base)) return require(base);
  if (existsSync(`${base}.js`)) return isModule(path.dirname(base)) ? load(`${base}.js`) : require(`${base}.js`);
  if (existsSync(`${base}.mjs`)) return load(`${base}.mjs`);
  if (existsSync(`${base}.cjs`)) return require(`${base}.cjs`);
  return require(require.resolve(file, { paths: [variables.LAMBDA_TASK_ROOT, path.resolve(variables.LAMBDA_TASK_ROOT, folder)] }));
}

/** Whether the nearest package.json makes a folder's .js files ES modules. */
function isModule(folder) {
  if (path.basename(folder) === "node_modules") return false;
  const described = path.join(folder, "package.json");
  if (existsSync(described)) {
    try {
      return JSON.parse(readFileSync(described, "utf8")).type === "module";
    } catch (e) {
      console.warn(`${described} cannot be read, it will be ignored for ES module detection purposes.`, e);
      return false;
    }
  }
  return folder !== path.dirname(folder) && isModule(path.dirname(folder));
}

// --- Invocations. What a callback answers waits until the event loop is empty, unless the function says otherwise.

let whenLoopIsEmpty = () => {};
let whenBroken = (error) => postError("init/error", error);

async function serveNext(handler) {
  const { headers, text } = await exchange("GET", "invocation/next");
  const id = headers["lambda-runtime-aws-request-id"];
  globalThis[REQUEST_ID] = id;
  variables._X_AMZN_TRACE_ID = headers["lambda-runtime-trace-id"];
  whenBroken = (error) => postError(`invocation/${id}/error`, error);
  let ended = false;
  let waits = true;
  const end = (post) => {
    if (ended) return;
    ended = true;
    whenLoopIsEmpty = () => {};
    post().then(() => setImmediate(() => serveNext(handler)));
  };
  const fail = (error) => {
    end(() => {
      logError("Invoke Error", error);
      return postError(`invocation/${id}/error`, error);
    });
  };
  const answer = (result) => {
    let body;
    try {
      body = JSON.stringify(result === undefined ? null : result) ?? "null";
    } catch {
      return fail(new Error("Unable to stringify response body"));
    }
    return end(() => exchange("POST", `invocation/${id}/response`, body));
  };
  const done = (error, result) => (error === undefined || error === null ? answer(result) : fail(error));
  const callback = (error, result) => {
    if (!waits || (error !== undefined && error !== null)) return done(error, result);
    whenLoopIsEmpty = () => answer(result);
    return undefined;
  };
  whenLoopIsEmpty = () => answer(null); // neither a promise nor a callback
  const context = {
    get callbackWaitsForEmptyEventLoop() {
      return waits;
    },
    set callbackWaitsForEmptyEventLoop(value) {
      waits = value;
    },
    succeed: answer,
    fail: (error) => fail(error ?? "handled"),
    done,
    ...contextData(headers),
  };
  try {
    const result = handler(JSON.parse(text), context, callback);
    if (typeof result?.then === "function") result.then(answer, context.fail).catch?.(context.fail);
  } catch (thrown) {
    fail(thrown);
  }
}

/** Source: developer guide, "Using the Lambda context object to retrieve Node.js function information". */
function contextData(headers) {
  const deadline = headers["lambda-runtime-deadline-ms"];
  const client = headers["lambda-runtime-client-context"];
  return {
    functionVersion: variables.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: variables.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: variables.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: variables.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: variables.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: client === undefined ? undefined : JSON.parse(client),
    identity: undefined,
    invokedFunctionArn: headers["lambda-runtime-invoked-function-arn"],
    awsRequestId: headers["lambda-runtime-aws-request-id"],
    tenantId: undefined,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
}

// --- The life of this process.

/** Standard input ends when the embedded AWS does, however that happens, and this process with it. */
function holdLifeline() {
  process.stdin.on("end", () => process.exit(1)).on("error", () => process.exit(1));
  process.stdin.resume();
  process.stdin.unref();
}

function shiftClock(millis) {
  const now = Date.now;
  Date.now = () => now() + millis;
}

/** An uncaught error is reported, and then the process ends, as on AWS. */
function endBy(what, status) {
  return (error) => {
    logError(what, error);
    whenBroken(error).then(() => process.exit(status));
  };
}

function rejection(reason) {
  const error = new Fault("UnhandledPromiseRejection", String(reason));
  error.reason = reason;
  return error;
}

holdLifeline();
if (clockMillis) shiftClock(clockMillis);
patchConsole();
process.on("uncaughtException", endBy("Uncaught Exception", 129));
process.on("unhandledRejection", (reason) => endBy("Unhandled Promise Rejection", 128)(rejection(reason)));
process.on("beforeExit", () => whenLoopIsEmpty());
globalThis.awslambda = {
  streamifyResponse: (handler) => Object.assign(handler, { [STREAMING]: "response" }),
};
serveNext(await loadHandler(variables._HANDLER));
