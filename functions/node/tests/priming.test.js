// SPDX-License-Identifier: Apache-2.0
// What primes an environment besides an event, and what a failure of it leads to. The vectors have the rest.
"use strict";
const assert = require("node:assert/strict");
const { mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { test } = require("node:test");
const { Clock } = require("../index.js");
const { FakeClock, contextOf, wrap } = require("./environments.js");

const WARM = { stoker: { version: 1, holdUntil: 1, holdMillis: 1, prime: { event: { a: 1 } } } };
const STREAMING = Symbol.for("aws.lambda.runtime.handler.streaming");

async function warm(handler, event = WARM) {
  const error = console.error;
  const lines = [];
  console.error = (line) => lines.push(line);
  try {
    return { ...(await handler(event, contextOf())).stoker, lines: lines.join() };
  } finally {
    console.error = error;
  }
}

function folder(t, files) {
  const root = mkdtempSync(join(tmpdir(), "priming-"));
  t.after(() => rmSync(root, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

test("a function that is named primes in place of the event, and once", async (t) => {
  const root = folder(t, { "app.mjs": "export const calls = []; export async function prime() { calls.push(1); }" });
  const events = [];
  const variables = { LAMBDA_TASK_ROOT: root, STOKER_PRIME: "app.prime" };
  const handler = wrap(async (event) => events.push(event), variables, new FakeClock());
  assert.equal((await warm(handler)).primed, 1);
  assert.equal((await warm(handler)).primed, undefined);
  assert.deepEqual((await import(join(root, "app.mjs"))).calls, [1]);
  assert.deepEqual(events, []);
});

test("a function that fails or is not there harms nobody", async (t) => {
  const root = folder(t, { "app.js": 'exports.prime = () => { throw new Error("no"); };' });
  for (const name of ["app.prime", "app.none", "none.prime", "prime", "../app.prime"]) {
    const events = [];
    const handler = wrap(async (event) => events.push(event), { LAMBDA_TASK_ROOT: root, STOKER_PRIME: name }, new FakeClock());
    const answer = await warm(handler);
    assert.equal(answer.primeFailed, 1, name);
    assert.match(answer.lines, /^Priming by STOKER_PRIME failed: Error: /);
    await handler({ b: 2 }, contextOf());
    assert.deepEqual(events, [{ b: 2 }]);
  }
});

test("a failure is one line, also if its text has several or there is none", async () => {
  for (const [thrown, text] of [
    [new Error("no\n  database"), "Error: no database"],
    [Object.create(null), "a value without text was thrown"],
    [null, "null"],
  ]) {
    const handler = wrap(async () => Promise.reject(thrown), {}, new FakeClock());
    const answer = await warm(handler);
    assert.equal(answer.primeFailed, 1);
    assert.equal(answer.lines, `Priming by the priming event failed: ${text}.`);
  }
});

test("STOKER_PRIME is read once, during INIT", async (t) => {
  const root = folder(t, { "app.js": "exports.prime = () => {};" });
  const variables = { LAMBDA_TASK_ROOT: root, STOKER_PRIME: "app.prime" };
  const handler = wrap(async () => {}, variables, new FakeClock());
  delete variables.STOKER_PRIME;
  delete variables.LAMBDA_TASK_ROOT;
  assert.equal((await warm(handler, { stoker: { version: 1, holdUntil: 1, holdMillis: 1 } })).primed, 1);
});

test("synchronous code cannot be ended, and has failed when it ends at last", async () => {
  const clock = new Clock();
  let ended = false;
  const busy = () => {
    for (const until = clock.nanos() + 2_000_000n; clock.nanos() < until; );
    ended = true;
  };
  const answer = await warm(wrap(busy, { STOKER_MAX_HOLD_MILLIS: "1" }, clock));
  assert.equal(ended, true);
  assert.equal(answer.primeFailed, 1);
  assert.equal(answer.lines, "Priming by the priming event failed: it took longer than 1 ms.");
});

test("what does not end is given up, and leaves no timer behind", async () => {
  const before = process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  await assert.rejects(new Clock().within(1, () => new Promise(() => {})), /has not ended within 1 ms/);
  await new Clock().within(60_000, async () => {});
  assert.equal(process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length, before);
});

test("a streaming handler writes its answer nowhere", async () => {
  const got = [];
  const user = async (event, stream, context) => {
    got.push(event, typeof context.getRemainingTimeInMillis);
    stream.setContentType("text/plain");
    stream.write("to nobody");
    await new Promise((resolve) => stream.end(resolve));
  };
  user[STREAMING] = "response";
  const written = [];
  const response = { setContentType() {}, end: (text, done) => (written.push(text), done()) };
  await wrap(user, {}, new FakeClock())(WARM, response, contextOf());
  assert.deepEqual(got, [{ a: 1 }, "function"]);
  assert.equal(JSON.parse(written[0]).stoker.primed, 1);
});

test("ways to end an invocation end the priming and not the warm event", async () => {
  for (const end of ["done", "succeed", "fail"]) {
    let ended = 0;
    const context = { ...contextOf(), done: () => ended++, succeed: () => ended++, fail: () => ended++ };
    const handler = wrap((_event, given, _callback) => void given[end](end === "fail" ? new Error("x") : null), {}, new FakeClock());
    const error = console.error;
    console.error = () => {};
    const answer = (await handler(WARM, context)).stoker;
    console.error = error;
    assert.equal(answer.primed, end === "fail" ? 0 : 1);
    assert.equal(ended, 0);
  }
});
