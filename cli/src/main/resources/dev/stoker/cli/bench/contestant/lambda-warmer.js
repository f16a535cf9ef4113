// SPDX-License-Identifier: Apache-2.0
const warmer = require("lambda-warmer");
const user = require("./user");

exports.handler = async (event, context) => {
  if (await warmer(event, {}, context)) return "warmed";
  return user.answer();
};
