// SPDX-License-Identifier: Apache-2.0
// Runs every test vector of the protocol, functions/protocol/vectors, on the Node library: with a user's handler of each kind.
"use strict";
const assert = require("node:assert/strict");
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const { FakeClock, contextOf, wrap } = require("./environments.js");

const FOLDER = join(__dirname, "..", "..", "protocol", "vectors");
const MEMBERS = [
  "version", "environmentId", "coldStart", "initializedAt", "initMillis", "arrivedAt", "releasedAt", "sinceMillis",
  "busyMillis", "served", "userColdStart", "initializationType",
];
const MEMBERS_OF_PRIMING = ["primed", "primeFailed"];
const FAILED = new Error("what a vector's user throws");
const ANSWER = { of: "the user" };

/** How a user's handler does its work and says that it is done; then how a runtime would call it. */
const KINDS = {
  sync: [
    (work) => (event, context) => work(event, context),
    async (handler, event, context) => handler(event, context),
  ],
  async: [
    (work) => async (event, context) => work(event, context),
    (handler, event, context) => handler(event, context),
  ],
  callback: [
    (work) => (event, context, callback) => {
      try {
        callback(null, work(event, context));
      } catch (e) {
        callback(e);
      }
    },
    (handler, event, context) =>
      new Promise((resolve, reject) =>
        handler(event, context, (error, value) => (error ? reject(error) : resolve(value))),
      ),
  ],
};

class Run {
  ids = new Set();
  #clock;
  #handler;
  #call;
  #userStep;
  #userGot;

  constructor(vector, [kind, call]) {
    this.#clock = new FakeClock(vector.startsAt, vector.processAgeMillis);
    this.#call = call;
    const error = console.error;
    console.error = () => {}; // the line on a setting that cannot be used
    try {
      this.#handler = wrap(kind((event, context) => this.#user(event, context)), vector.variables, this.#clock);
    } finally {
      console.error = error;
    }
  }

  #user(event, context) {
    this.#userGot.push([event, context]);
    if (this.#userStep.reaches === "stoker") {
      this.#clock.pass(this.#userStep.primeMillis ?? 0);
      if (this.#userStep.primeFails) throw FAILED;
      return ANSWER;
    }
    this.#clock.passMicros((this.#userStep.userMillis ?? 0) * 1000 + (this.#userStep.userMicros ?? 0));
    this.#clock.setWallClock(this.#userStep.userSetsWallClockMillis ?? 0);
    if (this.#userStep.userFails) throw FAILED;
    return ANSWER;
  }

  async step(step) {
    if (step.reaches === undefined) {
      this.#clock.pass(step.passMillis ?? 0);
      this.#clock.setWallClock((step.freezeMillis ?? 0) + (step.setWallClockMillis ?? 0));
      return;
    }
    const expected = { ...step, ...step.parsed, ...step.nodejs };
    let event;
    try {
      event = JSON.parse(eventBytes(step).toString("utf8")); // as AWS's runtime does
    } catch {
      assert.equal(expected.reaches, "nobody");
      return;
    }
    const context = contextOf(step.remainingMillis);
    if (expected.reaches === "user") await this.#reachesUser(expected, event, context);
    else if (expected.reaches === "stoker") await this.#reachesStoker(expected, event, context);
    else assert.fail("AWS's runtime could parse the event");
  }

  async #reachesUser(expected, event, context) {
    this.#userStep = expected;
    this.#userGot = [];
    const called = this.#call(this.#handler, event, context);
    if (expected.userFails) await assert.rejects(called, (thrown) => thrown === FAILED);
    else assert.equal(await called, ANSWER);
    assert.equal(this.#userGot.length, 1);
    assert.equal(this.#userGot[0][0], event);
    assert.equal(this.#userGot[0][1], context);
  }

  async #reachesStoker(expected, event, context) {
    this.#clock.duringSleep = () => this.#clock.setWallClock(expected.duringSleep?.setWallClockMillis ?? 0);
    this.#clock.sleeps = [];
    this.#userStep = expected;
    this.#userGot = [];
    const error = console.error;
    console.error = () => {}; // the line on priming that failed
    const json = JSON.parse(JSON.stringify(await this.#handler(event, context)));
    console.error = error;
    const primes = expected.primes === undefined ? [] : [JSON.parse(expected.primes)];
    assert.deepEqual(this.#userGot.map(([got]) => got), primes);
    assert.deepEqual(Object.keys(json), ["stoker"]);
    const answer = json.stoker;
    assert.deepEqual(Object.keys(answer), [...MEMBERS, ...(primes.length > 0 ? MEMBERS_OF_PRIMING : [])]);
    assert.deepEqual(this.#clock.sleeps, expected.sleeps ? [expected.sleeps] : []);
    assert.equal(answer.releasedAt - answer.arrivedAt, expected.sleeps + (expected.primeMillis ?? 0));
    assert.match(answer.environmentId, /^[A-Za-z0-9_-]{12}$/);
    this.ids.add(answer.environmentId);
    assert.equal(this.ids.size, 1);
    for (const [name, value] of Object.entries(expected.answer ?? {})) assert.equal(answer[name], value, name);
  }
}

function eventBytes(step) {
  return step.eventBase64 === undefined ? Buffer.from(step.event, "utf8") : Buffer.from(step.eventBase64, "base64");
}

const vectors = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")));

for (const [name, kind] of Object.entries(KINDS)) {
  test(`every vector holds and answers as expected: ${name} handlers`, async () => {
    assert.ok(vectors.length > 100);
    const ids = new Set();
    let answering = 0;
    for (const vector of vectors) {
      const run = new Run(vector, kind);
      try {
        for (const step of vector.steps) await run.step(step);
      } catch (e) {
        e.message = `${vector.name}: ${e.message}`;
        throw e;
      }
      answering += run.ids.size;
      for (const id of run.ids) ids.add(id);
    }
    assert.equal(ids.size, answering); // no two environments share an id
    console.log(`${vectors.length} vectors of the protocol, version 1`);
  });
}
