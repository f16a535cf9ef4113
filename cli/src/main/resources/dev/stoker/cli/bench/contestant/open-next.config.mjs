// SPDX-License-Identifier: Apache-2.0
// What OpenNext's build makes of its defaults for the warmer: no conversion of its event. Its log says what it has warmed.
globalThis.openNextDebug = true;

export default { warmer: { override: { converter: async () => (await import("./dummy.mjs")).default } } };
