// SPDX-License-Identifier: Apache-2.0
// As the README of serverless-plugin-warmup says it; DELAY is 25 where the target waits as it advises for several environments.
const user = require("./user");

exports.handler = async (event) => {
  if (event.source === "serverless-plugin-warmup") {
    if (process.env.DELAY) await new Promise((resolve) => setTimeout(resolve, Number(process.env.DELAY)));
    return "Lambda is warm!";
  }
  return user.answer();
};
