// SPDX-License-Identifier: Apache-2.0
'use strict';
/* The environments and cycles, as the events say. A row is a place in the picture: an environment takes the first row that is free. */
const INIT = 0, HOLD = 1, USER = 2, IDLE = 3, GONE = 4;
const KEPT_MILLIS = 15 * 60 * 1000; // the longest time that is shown
const MOST_PARTS = 1000; // of one row
const MOST_CYCLES = 400;

function createLanes() {
  const byId = new Map();
  let rows = [];
  let free = []; // rows without an environment
  let cycles = [];
  let changed = -Infinity; // since when the picture is not up to date
  const counts = [0, 0, 0, 0, 0];

  function takeRow() {
    if (free.length > 0) {
      let least = 0;
      for (let i = 1; i < free.length; i++) if (free[i] < free[least]) least = i;
      return free.splice(least, 1)[0];
    }
    // kind[i] lasted from from[i] to from[i + 1]; the last one lasts until now.
    rows.push({ kind: [], from: [], first: 0, lane: null });
    return rows.length - 1;
  }

  function turn(lane, state, at) {
    counts[lane.state]--;
    counts[state]++;
    lane.state = state;
    lane.since = at;
    const row = rows[lane.row];
    row.kind.push(state);
    row.from.push(at);
    if (row.kind.length - row.first > MOST_PARTS) row.first++;
    if (row.first > MOST_PARTS) {
      row.kind.splice(0, row.first);
      row.from.splice(0, row.first);
      row.first = 0;
    }
  }

  function start(id, at) {
    const lane = { id, row: takeRow(), state: GONE, since: at, initMillis: -1, holds: 0, users: 0 };
    byId.set(id, lane);
    rows[lane.row].lane = lane;
    counts[GONE]++;
    turn(lane, INIT, at);
    return lane;
  }

  const apply = {
    s(at, id) { start(id, at); },
    i(at, id) {
      const lane = byId.get(id);
      if (!lane) return;
      lane.initMillis = at - lane.since;
      turn(lane, IDLE, at);
    },
    v(at, id, hold) {
      const lane = byId.get(id);
      if (!lane) return;
      if (hold) lane.holds++; else lane.users++;
      turn(lane, hold ? HOLD : USER, at);
    },
    f(at, id) {
      const lane = byId.get(id);
      if (lane) turn(lane, IDLE, at);
    },
    r(at, id) {
      const lane = byId.get(id);
      if (!lane) return;
      turn(lane, GONE, at);
      counts[GONE]--;
      byId.delete(id);
      rows[lane.row].lane = null;
      free.push(lane.row);
    },
    c(at, number) {
      cycles.push({ number, from: at, to: null, requested: 0, warm: 0, how: 'is running' });
      if (cycles.length > MOST_CYCLES) cycles.shift();
    },
    d(at, number, requested, warm, how) {
      const cycle = cycles.find(one => one.number === number);
      if (cycle) Object.assign(cycle, { to: at, requested, warm, how });
    },
  };

  return {
    counts,
    rows: () => rows,
    cycles: () => cycles,
    all: () => [...byId.values()],
    /* The state before the first event: [id, state, since, INIT in ms or -1, holds, users] for each environment. */
    reset(lanes) {
      byId.clear();
      rows = [];
      free = [];
      cycles = [];
      changed = -Infinity;
      counts.fill(0);
      for (const [id, state, since, initMillis, holds, users] of lanes) {
        const lane = start(id, since);
        Object.assign(lane, { initMillis, holds, users });
        if (state !== INIT) turn(lane, state, since);
      }
    },
    /* Events as [kind, at, subject, ...]; a kind that is not of lanes or cycles changes nothing. */
    add(events) {
      for (const [kind, at, ...rest] of events) {
        if (!apply[kind]) continue;
        apply[kind](at, ...rest);
        changed = Math.min(changed, at);
      }
    },
    /* The earliest instant at which something happened since the last call. */
    takeChange() {
      const since = changed;
      changed = Infinity;
      return since;
    },
    /* Forgets what is too old to be shown, and the last rows if they are empty. */
    tidy(now) {
      const oldest = now - KEPT_MILLIS;
      for (const row of rows) {
        while (row.first + 1 < row.from.length && row.from[row.first + 1] < oldest) row.first++;
      }
      while (rows.length > 0) {
        const last = rows[rows.length - 1];
        if (last.lane !== null || last.from[last.from.length - 1] > oldest) break;
        rows.pop();
        free = free.filter(row => row < rows.length);
      }
    },
  };
}
