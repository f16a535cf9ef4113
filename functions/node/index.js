// SPDX-License-Identifier: Apache-2.0
/**
 * Answers Stoker's warm event and passes every other event, unchanged, to the function's own handler.
 *
 * Without a code change: set the function's handler to node_modules/stoker-warmable/lambda.handler, or from the layer to
 * /opt/nodejs/node_modules/stoker-warmable/lambda.handler, and the environment variable STOKER_HANDLER to the
 * previous handler, such as index.handler. With one line of code, and then without the variable:
 *
 *     exports.handler = require("stoker-warmable").warmable(handler);
 *
 * The protocol, version 1, is in docs/protocol.md of Stoker.
 */
"use strict";

const VERSION = 1; // the version of the protocol
const ANSWER_MILLIS = 500; // kept for the answer before the function's timeout
const DEFAULT_MAX_HOLD_MILLIS = 3000;
const WAITED_WITHIN_MILLIS = 1000; // INIT probably ran for a user who arrives within this time after it
const NANOS_PER_MILLI = 1_000_000n;
const MANAGED_INSTANCES = "lambda-managed-instances";
const DOES_NOT_HOLD = [MANAGED_INSTANCES, "provisioned-concurrency"];
const STREAMING = Symbol.for("aws.lambda.runtime.handler.streaming"); // set by awslambda.streamifyResponse

/**
 * Wraps a handler of any kind that Lambda supports. Call it as late as possible in INIT, because the answers report INIT as
 * ended at this time.
 */
function warmable(userHandler) {
  return wrap(userHandler, process.env, new Clock());
}

function wrap(userHandler, variables, clock) {
  if (typeof userHandler !== "function") {
    throw new TypeError(`warmable: must stand before a function, got ${String(userHandler)}. Give it the handler itself.`);
  }
  const environment = new Environment(variables, clock);
  function stokerHandler(event, ...more) {
    const streams = stokerHandler[STREAMING] !== undefined;
    if (!isWarm(event)) return serveUser(this, userHandler, [event, ...more], streams, environment);
    const prime = (primingEvent, context) => serveOnce(this, userHandler, primingEvent, context, streams);
    if (!streams) return environment.holdAndAnswer(event.stoker, more[0], prime);
    return environment.holdAndAnswer(event.stoker, more[1], prime).then((answer) => writeTo(more[0], answer));
  }
  // The runtime reads a handler's number of parameters and the mark of a streaming handler; users may read more.
  for (const key of Reflect.ownKeys(userHandler)) {
    if (key !== "prototype" && key !== "arguments" && key !== "caller") {
      Object.defineProperty(stokerHandler, key, Object.getOwnPropertyDescriptor(userHandler, key));
    }
  }
  return stokerHandler;
}

/** Whether stoker is the first member. JSON.parse puts members whose names are whole numbers first: this is a user's event. */
function isWarm(event) {
  if (typeof event !== "object" || event === null || !Object.hasOwn(event, "stoker")) return false;
  for (const first in event) return first === "stoker";
  return false;
}

function writeTo(stream, answer) {
  stream.setContentType?.("application/json");
  return new Promise((resolve) => stream.end(JSON.stringify(answer), () => resolve()));
}

/** Calls the user's handler with an event whose answer is discarded, and waits until it is done. */
function serveOnce(self, userHandler, event, context, streams) {
  if (streams) {
    const { Writable } = require("node:stream");
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    nowhere.setContentType = () => {};
    return Reflect.apply(userHandler, self, [event, nowhere, context]);
  }
  return new Promise((resolve, reject) => {
    const done = (error, value) => (error ? reject(error) : resolve(value));
    // Of the runtime's older ways to end an invocation, none may end the warm event's.
    const own = Object.assign(Object.create(context ?? null), { done, succeed: resolve, fail: reject });
    const result = Reflect.apply(userHandler, self, [event, own, done]);
    if (typeof result?.then === "function" || userHandler.length < 3) resolve(result);
  });
}

/** Calls the user's handler and records its end, by a promise, a callback, or the next event. */
function serveUser(self, userHandler, args, streams, environment) {
  const visit = environment.userArrives();
  const leave = () => environment.userLeaves(visit);
  const callback = args[2];
  if (!streams && typeof callback === "function") {
    args[2] = function () {
      leave();
      return Reflect.apply(callback, this, arguments);
    };
  }
  let result;
  try {
    result = Reflect.apply(userHandler, self, args);
  } catch (thrown) {
    leave();
    throw thrown;
  }
  if (typeof result?.then !== "function") {
    environment.userReturned(visit);
    return result;
  }
  if (Object.getPrototypeOf(result) === Promise.prototype) {
    Promise.prototype.then.call(result, leave, leave);
    return result;
  }
  return onceAwaited(result, leave);
}

/** Other kinds of promises may begin their work each time that then is called, so only the runtime calls it. */
function onceAwaited(thenable, leave) {
  return {
    then(resolve, reject) {
      return thenable.then(
        (value) => (leave(), resolve(value)),
        (reason) => (leave(), reject(reason)),
      );
    },
  };
}

/** The clocks of an execution environment. Tests replace them. */
class Clock {
  epochMillis() {
    return Date.now();
  }

  /** The monotonic clock, which is never set, but may stand still while Lambda freezes the environment. */
  nanos() {
    return process.hrtime.bigint();
  }

  /** A timer may fire a little early. */
  async sleep(millis) {
    const until = this.nanos() + BigInt(millis) * NANOS_PER_MILLI;
    for (let left = until - this.nanos(); left > 0n; left = until - this.nanos()) {
      await new Promise((resolve) => setTimeout(resolve, Number((left + NANOS_PER_MILLI - 1n) / NANOS_PER_MILLI)));
    }
  }

  /** What it gives, or a failure after a time. What does not end is left behind. */
  within(limitMillis, call) {
    let timer;
    const givenUp = new Promise((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`it has not ended within ${limitMillis} ms`)), limitMillis);
    });
    return Promise.race([Promise.resolve().then(call), givenUp]).finally(() => clearTimeout(timer));
  }

  /** The age of this process, from Linux's /proc if it exists. */
  processAgeMillis() {
    try {
      const { readFileSync } = require("node:fs");
      return ageMillis(readFileSync("/proc/uptime", "latin1"), readFileSync("/proc/self/stat", "latin1"));
    } catch {
      return Math.round(process.uptime() * 1000);
    }
  }
}

/** The start is field 22 in hundredths of a second; the name in brackets before it may contain spaces. Source: proc(5). */
function ageMillis(uptime, stat) {
  const ticks = Number(stat.slice(stat.lastIndexOf(")") + 1).trim().split(" ")[19]);
  const age = Math.round(Number(uptime.split(" ")[0]) * 1000) - ticks * 10;
  if (!Number.isSafeInteger(age)) throw new Error("no start time");
  return age;
}

/** The state of an execution environment: its ID, when it was initialized, and how users have used it. */
class Environment {
  #clock;
  #type;
  #maxHoldMillis;
  #named; // what primes instead of an event
  #root;
  #primed = false;
  #initMillis;
  #initialized;
  #intervalStart;
  #id = null;
  #invoked = false;
  #userColdStart = false;
  #served = 0;
  #busyNanos = 0n;
  #open = null; // an invocation whose end is not known yet

  constructor(variables, clock) {
    this.#clock = clock;
    this.#type = initializationType(variables);
    this.#maxHoldMillis = maxHoldMillis(variables);
    this.#named = variables.STOKER_PRIME ?? "";
    this.#root = taskRoot(variables);
    const ownProcess = variables.AWS_LAMBDA_RUNTIME_API !== undefined && this.#type !== "snap-start";
    this.#initMillis = ownProcess ? clock.processAgeMillis() : null;
    this.#initialized = this.#intervalStart = this.#now();
  }

  #now() {
    return { epochMillis: this.#clock.epochMillis(), nanos: this.#clock.nanos() };
  }

  userArrives() {
    this.#closeOpen();
    const now = this.#now();
    if (!this.#invoked) {
      this.#invoked = true;
      this.#userColdStart = millisAcrossFreezes(this.#initialized, now) < WAITED_WITHIN_MILLIS;
    }
    return { arrived: now.nanos, left: null };
  }

  /** The handler has returned without a promise: it ends by a callback or with the next event. */
  userReturned(visit) {
    if (visit.left !== null) return;
    if (this.#type === MANAGED_INSTANCES) {
      this.userLeaves(visit);
    } else {
      this.#open = { visit, returned: this.#clock.nanos() };
    }
  }

  userLeaves(visit) {
    this.#leave(visit, this.#clock.nanos());
  }

  #leave(visit, nanos) {
    if (visit.left !== null) return;
    visit.left = nanos;
    this.#served++;
    if (nanos > visit.arrived) this.#busyNanos += nanos - visit.arrived;
  }

  /** An environment runs one invocation at a time, so the previous one has ended when the next one begins. */
  #closeOpen() {
    if (this.#open !== null) this.#leave(this.#open.visit, this.#open.returned);
    this.#open = null;
  }

  /** Never throws: Lambda resets an environment whose invocation failed. */
  async holdAndAnswer(request, context, prime) {
    this.#closeOpen();
    const arrived = this.#now();
    const answer = this.#arrive(arrived);
    if (!this.#primed && this.#isUsable(request)) Object.assign(answer, await this.#prime(request, context, prime));
    const hold = this.#holdMillis(request, context);
    if (hold > 0) await this.#clock.sleep(hold);
    this.#intervalStart = this.#now();
    answer.releasedAt = arrived.epochMillis + millis(arrived, this.#intervalStart);
    return { stoker: answer };
  }

  /** Ends the interval that the answer to a warm event reports. */
  #arrive(arrived) {
    this.#id ??= randomId();
    const answer = {
      version: VERSION,
      environmentId: this.#id,
      coldStart: !this.#invoked,
      initializedAt: this.#initialized.epochMillis,
      initMillis: this.#initMillis,
      arrivedAt: arrived.epochMillis,
      releasedAt: arrived.epochMillis,
      sinceMillis: Math.max(1, millisAcrossFreezes(this.#intervalStart, arrived)),
      busyMillis: Number(this.#busyNanos / NANOS_PER_MILLI),
      served: this.#served,
      userColdStart: this.#userColdStart,
      initializationType: this.#type,
    };
    this.#invoked = true;
    this.#userColdStart = false;
    this.#served = 0;
    this.#busyNanos = 0n;
    return answer;
  }

  #holdMillis(request, context) {
    if (!this.#isUsable(request)) return 0;
    const requested = Math.min(Math.trunc(request.holdUntil) - this.#clock.epochMillis(), Math.trunc(request.holdMillis));
    return Math.min(requested, this.#allowedMillis(context));
  }

  #isUsable(request) {
    if (DOES_NOT_HOLD.includes(this.#type) || request?.version !== VERSION) return false;
    return isNumber(request.holdUntil) && isNumber(request.holdMillis);
  }

  #allowedMillis(context) {
    try {
      return Math.min(this.#maxHoldMillis, Math.trunc(context.getRemainingTimeInMillis()) - ANSWER_MILLIS);
    } catch {
      return 0; // not Lambda's context: the remaining time is unknown
    }
  }

  /** Once in the environment's life; whatever it leads to, the environment lives on. Gives what the answer says of it. */
  async #prime(request, context, prime) {
    const event = request.prime?.event;
    const limit = this.#allowedMillis(context);
    if ((this.#named === "" && !isObject(event)) || !(limit > 0)) return {};
    this.#primed = true;
    const began = this.#now();
    let problem = `it took longer than ${limit} ms`;
    let succeeded = false;
    try {
      await this.#clock.within(limit, async () => {
        if (this.#named !== "") return (await loadFunction("STOKER_PRIME", this.#named, this.#root))();
        return prime(event, context);
      });
      succeeded = millis(began, this.#now()) <= limit;
    } catch (thrown) {
      problem = inOneLine(thrown);
    }
    if (!succeeded) console.error(`Priming by ${this.#named === "" ? "the priming event" : "STOKER_PRIME"} failed: ${problem}.`);
    return { primed: succeeded ? 1 : 0, primeFailed: succeeded ? 0 : 1 };
  }
}

/** The function's own code may throw anything, also what cannot be written as a text. */
function inOneLine(thrown) {
  try {
    return String(thrown).replaceAll(/\s+/g, " ");
  } catch {
    return "a value without text was thrown";
  }
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether the value is a number from 0 to the largest that every JSON tool reads exactly. Source: RFC 8259, section 6. */
function isNumber(value) {
  return typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
}

/** The time between two moments of one invocation, by the monotonic clock. */
function millis(earlier, later) {
  return later.nanos > earlier.nanos ? Number((later.nanos - earlier.nanos) / NANOS_PER_MILLI) : 0;
}

/** The longer of the times on both clocks: the monotonic one may have stood still, the wall clock may have been set back. */
function millisAcrossFreezes(earlier, later) {
  return Math.max(millis(earlier, later), later.epochMillis - earlier.epochMillis);
}

/** Twelve characters of base64url. Created by the first warm event, never in INIT: a snapshot would copy it. */
function randomId() {
  return require("node:crypto").randomBytes(9).toString("base64url");
}

function initializationType(variables) {
  if (variables.AWS_LAMBDA_MAX_CONCURRENCY !== undefined) return MANAGED_INSTANCES; // set there only
  const type = variables.AWS_LAMBDA_INITIALIZATION_TYPE ?? "";
  return /^[a-z-]+$/.test(type) ? type : "on-demand";
}

function maxHoldMillis(variables) {
  const value = variables.STOKER_MAX_HOLD_MILLIS;
  if (value === undefined) return DEFAULT_MAX_HOLD_MILLIS;
  if (/^[0-9]{1,18}$/.test(value)) return Number(value);
  console.error(
    `STOKER_MAX_HOLD_MILLIS: must be a number of milliseconds, 1 to 18 digits 0-9, got ${value}. Correct it; until then Stoker` +
      ` takes ${DEFAULT_MAX_HOLD_MILLIS}.`,
  );
  return DEFAULT_MAX_HOLD_MILLIS;
}

/** The function's own handler, behind Stoker. */
async function load(variables = process.env) {
  return warmable(await loadFunction("STOKER_HANDLER", variables.STOKER_HANDLER ?? "", taskRoot(variables)));
}

function taskRoot(variables) {
  return variables.LAMBDA_TASK_ROOT ?? process.cwd();
}

/** Finds what a variable names as AWS's Node runtime finds a handler: path/file.export, of CommonJS or an ES module. */
async function loadFunction(variable, name, root) {
  const what = variable === "STOKER_HANDLER" ? "handler" : "function";
  const refuse = (rule, got = name) => new Error(refusal(variable, rule, got));
  const [, folder, file, path] = /^(.*\/)?([^./]+)\.([^/]+)$/.exec(name) ?? [];
  if (file === undefined || name.includes("..")) {
    throw refuse(`must name the function's own ${what} as file.export`, name || "nothing");
  }
  const found = find(root, folder ?? "", file);
  if (found === null) throw refuse("its file must be in the function's package or a layer");
  if (found === require("node:path").join(__dirname, "lambda.mjs")) {
    throw refuse(`must name the function's own ${what}, not the one that stands before it`);
  }
  const module = await import(require("node:url").pathToFileURL(found).href);
  const handler = member(module, path) ?? member(module.default, path);
  if (typeof handler !== "function") throw refuse("its file must export the function that it names");
  return handler;
}

function member(object, path) {
  return path.split(".").reduce((within, key) => within?.[key], object);
}

/** A file in the function's code, otherwise a package by its name, for example of a layer. */
function find(root, folder, file) {
  const { resolve } = require("node:path");
  const { statSync } = require("node:fs");
  const base = resolve(root, folder, file);
  for (const ending of ["", ".js", ".mjs", ".cjs"]) {
    if (statSync(base + ending, { throwIfNoEntry: false })?.isFile()) return base + ending;
  }
  try {
    return require.resolve(file, { paths: [root, resolve(root, folder)] });
  } catch (e) {
    if (e.code === "MODULE_NOT_FOUND") return null;
    throw e;
  }
}

function refusal(variable, rule, got) {
  const remedy =
    variable === "STOKER_HANDLER"
      ? "Set it to what the function's handler was before Stoker, such as index.handler."
      : "Set it to a function without parameters, such as index.prime.";
  return `${variable}: ${rule}, got ${got}. ${remedy}`;
}

// warmable is for users; the others are for lambda.mjs and the tests.
module.exports = { warmable, load, wrap, Clock, ageMillis };
