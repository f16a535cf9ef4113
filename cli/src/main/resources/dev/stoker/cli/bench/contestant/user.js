// SPDX-License-Identifier: Apache-2.0
// A function that starts slowly, and whose users wait for its work.
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(process.env.START_MILLIS));

exports.answer = async () => {
  await new Promise((resolve) => setTimeout(resolve, Number(process.env.WORK_MILLIS)));
  return "a user's answer";
};
