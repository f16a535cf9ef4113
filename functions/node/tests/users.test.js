// SPDX-License-Identifier: Apache-2.0
// What users' handlers notice of Stoker: nothing.
"use strict";
const assert = require("node:assert/strict");
const { Writable } = require("node:stream");
const { test } = require("node:test");
const { warmable, Clock, ageMillis } = require("../index.js");
const { FakeClock, WARM, contextOf, warm, wrap } = require("./environments.js");

const STREAMING = Symbol.for("aws.lambda.runtime.handler.streaming");
const behind = (user, clock = new FakeClock(), variables = {}) => wrap(user, variables, clock);
const tick = () => new Promise((resolve) => setImmediate(resolve));

test("the promise, the arguments and this are the user's own", async () => {
  let got;
  const promise = Promise.resolve(17);
  const handler = behind(function (...args) {
    got = [this, args];
    return promise;
  });
  const self = {};
  const [event, context, more] = [{}, {}, {}];
  assert.equal(handler.call(self, event, context, more), promise);
  assert.equal(got[0], self);
  assert.deepEqual(got[1], [event, context, more]);
  assert.ok(got[1][0] === event && got[1][1] === context && got[1][2] === more);
});

test("a rejected promise is rejected as it is, and counted", async () => {
  const thrown = new Error("no such order");
  const handler = behind(async () => {
    throw thrown;
  });
  await assert.rejects(handler({}, {}), (e) => e === thrown);
  assert.equal((await warm(handler)).served, 1);
});

test("somebody's own kind of promise begins its work once, when it is awaited", async () => {
  let begun = 0;
  const handler = behind(() => ({ then: (resolve) => (begun++, resolve("rows")) }));
  const answer = handler({}, {});
  assert.equal(begun, 0);
  assert.equal(await answer, "rows");
  assert.equal(begun, 1);
  assert.equal((await warm(handler)).served, 1);
});

test("an async handler counts until its promise is settled", async () => {
  const clock = new FakeClock();
  let finish;
  const handler = behind(() => new Promise((resolve) => (finish = resolve)), clock);
  const answer = handler({}, {});
  clock.pass(70);
  finish("done");
  assert.equal(await answer, "done");
  assert.equal((await warm(handler)).busyMillis, 70);
});

test("a callback counts until it is called, once", async () => {
  const clock = new FakeClock();
  let finish;
  const handler = behind((event, context, callback) => void (finish = callback), clock);
  const said = [];
  assert.equal(handler({}, {}, (...args) => said.push(args)), undefined);
  clock.pass(70);
  finish(null, "done");
  clock.pass(1000);
  finish(null, "again");
  assert.deepEqual(said, [[null, "done"], [null, "again"]]);
  const answer = await warm(handler);
  assert.equal(answer.busyMillis, 70);
  assert.equal(answer.served, 1);
});

test("a handler that says in no way when it is done is counted with the time until it returned", async () => {
  const clock = new FakeClock();
  const handler = behind((event, context) => clock.pass(30), clock);
  handler({}, {});
  clock.pass(500);
  handler({}, {});
  const answer = await warm(handler);
  assert.equal(answer.served, 2);
  assert.equal(answer.busyMillis, 60);
});

test("invocations at the same time on a managed instance are all counted", async () => {
  const handler = behind((event, context) => "sync", new FakeClock(), { AWS_LAMBDA_MAX_CONCURRENCY: "10" });
  for (let i = 0; i < 3; i++) handler({}, {});
  assert.equal((await warm(handler)).served, 3);
});

test("a handler keeps its name, its number of parameters and what else it has", () => {
  const orders = (event, context, callback) => {};
  orders.route = "/orders";
  const handler = behind(orders);
  assert.equal(handler.name, "orders");
  assert.equal(handler.length, 3);
  assert.equal(handler.route, "/orders");
  assert.equal(behind(async () => {}).length, 0);
});

/** As AWS's runtime hands one to a streaming handler. */
class ResponseStream extends Writable {
  text = "";
  _write(chunk, encoding, done) {
    this.text += chunk;
    done();
  }
  setContentType(type) {
    this.contentType = type;
  }
}

function streamify(handler) {
  handler[STREAMING] = "response"; // what awslambda.streamifyResponse does
  return handler;
}

for (const [name, wrapped] of Object.entries({
  "marked before Stoker": (user) => behind(streamify(user)),
  "marked after Stoker": (user) => streamify(behind(user)),
})) {
  test(`a streaming handler, ${name}, keeps its stream, and a warm event is answered on it`, async () => {
    const got = [];
    const handler = wrapped(async (event, stream, context) => {
      got.push(stream, context);
      stream.write("one,");
      await tick();
      stream.end("two");
    });
    assert.equal(handler[STREAMING], "response");
    const [stream, context] = [new ResponseStream(), contextOf()];
    assert.equal(await handler({}, stream, context), undefined);
    assert.ok(got[0] === stream && got[1] === context);
    assert.equal(stream.text, "one,two");
    const warmed = new ResponseStream();
    assert.equal(await handler(WARM, warmed, contextOf()), undefined);
    assert.ok(warmed.writableFinished);
    assert.equal(warmed.contentType, "application/json");
    assert.equal(JSON.parse(warmed.text).stoker.served, 1);
    assert.equal(got.length, 2);
  });
}

test("what is no function is refused", () => {
  assert.throws(() => warmable(17), /^TypeError: warmable: must stand before a function, got 17\./);
});

test("a context that does not know the remaining time allows no hold", async () => {
  const clock = new FakeClock();
  const handler = behind(() => {}, clock);
  for (const context of [undefined, {}, { getRemainingTimeInMillis: () => NaN }]) {
    const { stoker } = await handler(WARM, context);
    assert.equal(stoker.releasedAt, stoker.arrivedAt);
  }
  assert.deepEqual(clock.sleeps, []);
});

test("a warm event of no JSON object is a user's", () => {
  const handler = behind((event) => event);
  for (const event of [undefined, null, "stoker", 17, [], () => {}, Object.create({ stoker: 1 }), Object.defineProperty({}, "stoker", { value: 1 })]) {
    assert.equal(handler(event, {}), event);
  }
});

test("on the real clock it holds by it and knows its age", async () => {
  const clock = new Clock();
  const handler = wrap(() => {}, { AWS_LAMBDA_RUNTIME_API: "127.0.0.1:9001" }, clock);
  const before = clock.nanos();
  const event = { stoker: { version: 1, holdUntil: Date.now() + 60, holdMillis: 60 } };
  const answer = await warm(handler, event);
  const held = answer.releasedAt - answer.arrivedAt;
  assert.ok(held > 0 && (clock.nanos() - before) / 1_000_000n >= BigInt(held), `held ${held} ms`);
  assert.ok(answer.initMillis >= 0, `INIT took ${answer.initMillis} ms`);
});

test("a sleep is never shorter than asked", async () => {
  const clock = new Clock();
  for (let i = 0; i < 20; i++) {
    const before = clock.nanos();
    await clock.sleep(3);
    assert.ok(clock.nanos() - before >= 3_000_000n);
  }
});

test("an age is the machine's uptime less the process's start", () => {
  const stat = "17 (my (odd) node 1 2) S 1 17 17 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 19 0 502352 123 456 789\n";
  assert.equal(ageMillis("5025.37 9876.54\n", stat), 1850);
  assert.throws(() => ageMillis("", "no ) stat"));
});

test("an age without /proc is the one that Node knows", (t) => {
  t.mock.method(require("node:fs"), "readFileSync", () => assert.fail("no such file"));
  const age = new Clock().processAgeMillis();
  assert.ok(Number.isSafeInteger(age) && age > 0 && age <= Math.round(process.uptime() * 1000), `${age} ms`);
});
