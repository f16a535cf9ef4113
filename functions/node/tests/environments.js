// SPDX-License-Identifier: Apache-2.0
// One environment of a function behind Stoker, with a clock that the test holds.
"use strict";
const { wrap } = require("../index.js");

const START = 1_795_360_868_000;
const WARM = { stoker: { version: 1, holdUntil: START + 96, holdMillis: 96, round: 1, slot: 17 } };

/** Moves when a test says so, and a sleep moves it at once. */
class FakeClock {
  sleeps = [];
  duringSleep = () => {};
  #epochNanos;
  #nanos = -5_000_000_000n; // any number: only differences mean something
  #ageMillis;

  constructor(startsAt = START, ageMillis = 1850) {
    this.#epochNanos = BigInt(startsAt) * 1_000_000n;
    this.#ageMillis = ageMillis;
  }

  passMicros(micros) {
    this.#nanos += BigInt(micros) * 1000n;
    this.#epochNanos += BigInt(micros) * 1000n;
  }

  pass(millis) {
    this.passMicros(millis * 1000);
  }

  /** Or Lambda freezes the environment; in the worst case the monotonic clock stands still. */
  setWallClock(millis) {
    this.#epochNanos += BigInt(millis) * 1_000_000n;
  }

  epochMillis() {
    return Number(this.#epochNanos / 1_000_000n);
  }

  nanos() {
    return this.#nanos;
  }

  async sleep(millis) {
    this.sleeps.push(millis);
    this.duringSleep();
    this.pass(millis);
  }

  within(_limitMillis, call) {
    return Promise.resolve().then(call);
  }

  processAgeMillis() {
    return this.#ageMillis;
  }
}

const contextOf = (remainingMillis = 60_000) => ({ getRemainingTimeInMillis: () => remainingMillis });

/** Asks an environment for its answer. */
const warm = async (handler, event = WARM) => (await handler(event, contextOf())).stoker;

module.exports = { START, WARM, FakeClock, contextOf, warm, wrap };
