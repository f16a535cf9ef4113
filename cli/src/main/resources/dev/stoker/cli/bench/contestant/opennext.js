// SPDX-License-Identifier: Apache-2.0
// OpenNext's own wrapper of its server function, without a Next.js application behind it.
const user = require("./user");

const server = (async () => {
  const { default: lambda } = await import(`${__dirname}/aws-lambda.mjs`);
  const { generateUniqueId } = await import(`${__dirname}/util.mjs`);
  globalThis.serverId = generateUniqueId(); // as its createMainHandler does
  return lambda.wrapper(user.answer, { convertFrom: async (event) => event, convertTo: async (answer) => answer });
})();

exports.handler = async (event) => (await server)(event);
