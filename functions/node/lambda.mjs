// SPDX-License-Identifier: Apache-2.0
// For Lambda: an ES module, so that INIT waits until the function's own handler of any kind is loaded.
import { load } from "./index.js";

export const handler = await load();
