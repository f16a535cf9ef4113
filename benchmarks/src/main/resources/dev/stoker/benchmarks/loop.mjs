// SPDX-License-Identifier: Apache-2.0
// Loads the handler of a file, as Lambda's runtime does, and asks for the first event.
import { get } from "node:http";
import { pathToFileURL } from "node:url";

const { handler } = await import(pathToFileURL(process.argv[2]).href);
if (typeof handler !== "function") {
  throw new TypeError("no handler");
}
get(`http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/next`);
