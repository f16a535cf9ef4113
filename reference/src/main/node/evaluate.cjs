// SPDX-License-Identifier: Apache-2.0
'use strict';
/*
 * Evaluates JSONata expressions on the reference implementation, npm jsonata 2.0.6, which is the version that Step Functions names.
 *
 *   NODE_PATH=$(.ci/node-modules) node reference/src/main/node/evaluate.cjs < cases.json > results.json
 *
 * In: a JSON list of {name, expression, bindings, input, now}, or one such object a line; all but the expression may be missing. `bindings` are variables by their names without the dollar
 * (`states` among them), `input` is the context `$`, `now` is epoch milliseconds for $millis() and $now().
 * Out: a JSON list, or one object a line, in the same order, each with
 *   name
 *   value       the result; missing, with "undefined": true, where there is none; "function": true where a function is part of it
 *   error       {code, message} instead of a value
 *   depth       how deep the evaluation nests: `serial` leaves out calls that the reference marks as parallel, as the time limit of its own suite does;
 *               `every` counts each entry
 *   bytes       `given`: the bindings and the input; `built`: every value that a step has made, each once, whether it is still held or not;
 *               `largest`: the largest single value. 8 bytes for a number, a text's length in UTF-8, names of members included. What is held at any
 *               moment is at most given + built.
 *
 * Added as in the Step Functions developer guide, "Transforming data with JSONata": $partition, $range, $hash, $random(seed), $uuid, $parse; no $eval.
 */
const crypto = require('node:crypto');
const events = require('node:events');
const readline = require('node:readline');
const jsonata = require('jsonata');

const VERSION = '2.0.6';
const DIGESTS = { 'MD5': 'md5', 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' };

/** Integer arguments are cut towards zero, as it was measured on AWS (floci-io/floci pull request 2676). */
function whole(value) {
    return Math.trunc(value);
}

function partition(array, size) {
    if (array === undefined || size === undefined) {
        return undefined;
    }
    const length = whole(size);
    if (length < 0) {
        throw { code: 'States.QueryEvaluationError', message: '$partition: the size of a part is negative' };
    }
    if (length === 0) {
        return undefined;
    }
    const parts = [];
    for (let from = 0; from < array.length; from += length) {
        parts.push(array.slice(from, from + length));
    }
    return parts;
}

/** A sequence, so that a single item stands for itself, as it was recorded on AWS. */
function range(first, last, step) {
    if (first === undefined || last === undefined || step === undefined || whole(step) === 0) {
        return undefined;
    }
    const items = Object.defineProperty([], 'sequence', { value: true });
    for (let item = whole(first); whole(step) > 0 ? item <= last : item >= last; item += whole(step)) {
        items.push(item);
    }
    return items;
}

function hash(data, algorithm) {
    if (data === undefined) {
        return undefined;
    }
    if (!(algorithm in DIGESTS)) {
        throw { code: 'States.QueryEvaluationError', message: '$hash: unknown algorithm ' + algorithm };
    }
    return crypto.createHash(DIGESTS[algorithm]).update(data, 'utf8').digest('hex');
}

/** With a seed it is java.util.Random's first double, as measured on AWS (floci-io/floci issue 2662). */
function random(seed) {
    if (seed === undefined) {
        return Math.random();
    }
    const mask = (1n << 48n) - 1n;
    let state = (BigInt(whole(seed)) ^ 0x5DEECE66Dn) & mask;
    const next = bits => {
        state = (state * 0x5DEECE66Dn + 0xBn) & mask;
        return state >> (48n - bits);
    };
    const high = next(26n);
    return Number((high << 27n) + next(27n)) / 2 ** 53;
}

function parse(text) {
    return text === undefined ? undefined : JSON.parse(text);
}

function addFunctionsOfAws(expression) {
    expression.registerFunction('partition', partition, '<an:a>');
    expression.registerFunction('range', range, '<nnn:a>');
    expression.registerFunction('hash', hash, '<ss:s>');
    expression.registerFunction('random', random, '<n?:n>');
    expression.registerFunction('uuid', () => crypto.randomUUID(), '<:s>');
    expression.registerFunction('parse', parse, '<s-:x>');
    expression.assign('eval', undefined);
}

function stopTheClock(expression, now) {
    expression.registerFunction('millis', () => now, '<:n>');
    expression.registerFunction('now', (picture, zone) =>
        jsonata('$fromMillis($now, $picture, $zone)').evaluate(undefined, { now, picture, zone }), '<s?s?:s>');
}

/** Counts the nesting both ways. */
function countDepth(expression, bytes) {
    const depth = { serial: 0, every: 0 };
    let serial = 0;
    let every = 0;
    expression.assign(Symbol.for('jsonata.__evaluate_entry'), (step, input, environment) => {
        depth.every = Math.max(depth.every, ++every);
        if (!environment.isParallelCall) {
            depth.serial = Math.max(depth.serial, ++serial);
        }
    });
    expression.assign(Symbol.for('jsonata.__evaluate_exit'), (step, input, environment, result) => {
        every--;
        if (!environment.isParallelCall) {
            serial--;
        }
        bytes.built(step, result);
    });
    return depth;
}

/** Adds up the sizes of values; an object that was counted before counts as a reference. */
class Bytes {
    #counted = new Set();
    #sums = { given: 0, built: 0, largest: 0 };

    given(values) {
        this.#sums.given = this.#sizeOf(values);
    }

    built(step, value) {
        const made = typeof value === 'string' && ['binary', 'function', 'apply'].includes(step.type);
        if (made || (typeof value === 'object' && value !== null && !this.#counted.has(value))) {
            const size = this.#sizeOf(value);
            this.#sums.built += size;
            this.#sums.largest = Math.max(this.#sums.largest, size);
        }
    }

    sums() {
        return this.#sums;
    }

    #sizeOf(value) {
        if (typeof value === 'string') {
            return Buffer.byteLength(value);
        }
        if (typeof value !== 'object' || value === null || this.#counted.has(value) || isFunction(value)) {
            return 8;
        }
        this.#counted.add(value);
        let size = 8;
        for (const name of Object.keys(value)) {
            size += (Array.isArray(value) ? 0 : Buffer.byteLength(name)) + this.#sizeOf(value[name]);
        }
        return size;
    }
}

function isFunction(value) {
    return typeof value === 'function' || value._jsonata_lambda === true || value._jsonata_function === true;
}

/** The value as JSON has it: a number that is none becomes its name, as on AWS; a function is left out and told. */
function describe(value) {
    if (value === undefined) {
        return { undefined: true };
    }
    let functions = false;
    const text = JSON.stringify(value, (name, part) => {
        if (part !== null && part !== undefined && isFunction(part)) {
            functions = true;
            return null;
        }
        return typeof part === 'number' && !Number.isFinite(part) ? String(part) : part;
    });
    return functions ? { value: JSON.parse(text), function: true } : { value: JSON.parse(text) };
}

async function evaluate({ name, expression, bindings = {}, input, now }) {
    const bytes = new Bytes();
    let depth = { serial: 0, every: 0 };
    let outcome;
    try {
        const program = jsonata(expression);
        addFunctionsOfAws(program);
        if (now !== undefined) {
            stopTheClock(program, now);
        }
        bytes.given([bindings, input]);
        depth = countDepth(program, bytes);
        outcome = describe(await program.evaluate(input, bindings));
    } catch (error) {
        outcome = { error: { code: error.code, message: String(error.message) } };
    }
    return { name, ...outcome, depth, bytes: bytes.sums() };
}

/** A list is read as a whole, lines one by one: what whole cycles evaluate is too long for one text. */
async function main() {
    const version = require('jsonata/package.json').version;
    if (version !== VERSION) {
        throw new Error(`npm jsonata must be ${VERSION}, since that is what Step Functions runs; found ${version}. Install .ci/package.json.`);
    }
    let list = '';
    for await (const line of readline.createInterface({ input: process.stdin })) {
        if (list !== '' || !line.startsWith('{')) {
            list += line + '\n';
        } else if (!process.stdout.write(JSON.stringify(await evaluate(JSON.parse(line))) + '\n')) {
            await events.once(process.stdout, 'drain');
        }
    }
    if (list.trim() !== '') {
        const results = [];
        for (const one of JSON.parse(list)) {
            results.push(await evaluate(one));
        }
        process.stdout.write(JSON.stringify(results));
    }
}

main().catch(error => {
    process.stderr.write(error.message + '\n');
    process.exitCode = 1;
});
