// SPDX-License-Identifier: Apache-2.0
/*
 * Draws the rows on a canvas: time runs to the left, the newest moment is on the right. An instant belongs to one column of pixels for
 * ever, so a picture of a moment later is the same picture moved to the left, and only the columns that are new, or in which something
 * happened that was not known, are drawn. So a frame costs as much as happened since the last one, whatever the lanes show.
 */
const AXIS = 20; // px above the lanes
const NUMBERS = 34; // px beside the lanes, where they are high enough for their numbers
const STEPS = [10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1000, 1500, 2000, 5000, 10000];

function createDrawing(canvas, cursor, lanes) {
  const context = canvas.getContext('2d', { alpha: false });
  const colours = {};
  const parts = [[], [], [], []]; // column, row and number of columns of each part, by kind
  let width = 0; // px of the page, as top, lane and left are pixels of the canvas
  let ratio = 1;
  let top = AXIS;
  let lane = 16;
  let left = 0;
  let drawn = null; // the last column and the scale of the picture; null if all has to be drawn

  function readColours() {
    const style = getComputedStyle(document.documentElement);
    for (const name of ['paper', 'soft', 'rule', 'init', 'hold', 'user', 'idle', 'tick']) {
      colours[name] = style.getPropertyValue('--' + name).trim();
    }
    drawn = null;
  }

  /* Lanes get lower the more there are, in steps, so that the page does not jump with each one. */
  function size(rows) {
    const step = STEPS.find(one => one >= rows) || rows;
    const room = Math.max(300, window.innerHeight * 0.6);
    ratio = Math.min(2, window.devicePixelRatio || 1);
    top = Math.round(AXIS * ratio);
    lane = Math.max(1, Math.min(Math.round(18 * ratio), Math.floor(room * ratio / step)));
    left = lane >= 10 * ratio ? Math.round(NUMBERS * ratio) : 0;
    const height = top + step * lane + 2;
    const pixels = Math.round(width * ratio);
    if (canvas.width !== pixels || canvas.height !== height) {
      canvas.width = pixels;
      canvas.height = height;
      canvas.style.height = height / ratio + 'px';
      drawn = null;
    }
  }

  /* Collects the parts of all rows in the columns from first to last. A part takes a column at least. */
  function collect(first, last, now, perMilli) {
    for (const part of parts) part.length = 0;
    const rows = lanes.rows();
    for (let r = 0; r < rows.length; r++) {
      const { kind, from, first: oldest } = rows[r];
      for (let i = kind.length - 1; i >= oldest; i--) {
        if (from[i] > now) continue;
        const begin = Math.floor(from[i] * perMilli);
        const until = i + 1 < from.length ? from[i + 1] : Infinity;
        const end = until > now ? last + 1 : Math.max(begin + 1, Math.floor(until * perMilli));
        if (end <= first) break;
        if (kind[i] === GONE) continue;
        const column = Math.max(first, begin);
        parts[kind[i]].push(column, r, end - column);
      }
    }
  }

  function fill(kind, colour, shift) {
    const gap = lane >= 4 ? Math.round(ratio) : 0;
    const thin = kind === IDLE && lane >= 6;
    const height = thin ? Math.round(lane / 3) : lane - gap;
    const down = top + (thin ? Math.round(lane / 3) : 0);
    const list = parts[kind];
    context.fillStyle = colour;
    for (let i = 0; i < list.length; i += 3) context.fillRect(list[i] + shift, down + list[i + 1] * lane, list[i + 2], height);
  }

  /* A dashed line where a cycle begins. */
  function ticks(first, last, perMilli, shift) {
    context.fillStyle = colours.tick;
    for (const cycle of lanes.cycles()) {
      const column = Math.floor(cycle.from * perMilli);
      if (column < first || column > last) continue;
      for (let y = top; y < canvas.height; y += 7 * ratio) context.fillRect(column + shift, y, Math.round(ratio), 4 * ratio);
    }
  }

  function axis(span) {
    const perMilli = (canvas.width - left) / span;
    const step = [1000, 2000, 5000, 10000, 15000, 30000, 60000, 120000, 300000].find(one => span / one <= width / 80) || 300000;
    context.font = 11 * ratio + 'px system-ui, sans-serif';
    for (let ago = 0; ago < span; ago += step) {
      const x = Math.round(canvas.width - ago * perMilli) - 1;
      context.fillStyle = colours.rule;
      context.fillRect(x, top - 4 * ratio, 1, 4 * ratio);
      context.fillStyle = colours.soft;
      context.textAlign = ago === 0 ? 'right' : 'center';
      context.fillText(ago === 0 ? 'now' : ago % 60000 === 0 ? '−' + ago / 60000 + ' min' : '−' + ago / 1000 + ' s', x - (ago === 0 ? 2 : 0), 12 * ratio);
    }
  }

  function numbers() {
    context.fillStyle = colours.paper;
    context.fillRect(0, top, left, canvas.height);
    context.fillStyle = colours.soft;
    context.textAlign = 'right';
    lanes.rows().forEach((row, r) => {
      if (row.lane) context.fillText(row.lane.id, left - 5 * ratio, top + (r + 1) * lane - Math.round(lane / 4));
    });
  }

  new ResizeObserver(entries => { width = entries[0].contentRect.width; drawn = null; }).observe(canvas);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', readColours);
  readColours();

  return {
    /* The row at a height of the canvas; -1 for none. */
    rowAt: y => {
      const row = Math.floor((y * ratio - top) / lane);
      return row >= 0 && row < lanes.rows().length ? row : -1;
    },
    /* Frames a row; -1 frames none. */
    mark(row) {
      cursor.hidden = row < 0;
      cursor.style.top = (top + row * lane) / ratio + 'px';
      cursor.style.height = lane / ratio + 'px';
    },
    /* Draws what is new since the last picture. */
    draw(now, span) {
      if (width === 0) return;
      size(lanes.rows().length);
      const columns = canvas.width - left;
      const perMilli = columns / span;
      const last = Math.floor(now * perMilli);
      const changed = lanes.takeChange();
      if (drawn !== null && (drawn.perMilli !== perMilli || last < drawn.last || last - drawn.last >= columns)) drawn = null;
      if (drawn !== null && last === drawn.last && changed > now) return;
      const oldest = last - columns + 1;
      const first = drawn === null ? oldest : Math.max(oldest, Math.min(drawn.last, Math.floor(changed * perMilli)));
      const shift = canvas.width - 1 - last; // from a column to its place on the canvas
      if (drawn === null) {
        context.fillStyle = colours.paper;
        context.fillRect(0, 0, canvas.width, canvas.height);
        axis(span);
      } else if (last > drawn.last) {
        const moved = last - drawn.last;
        const kept = columns - moved;
        context.drawImage(canvas, left + moved, top, kept, canvas.height - top, left, top, kept, canvas.height - top);
      }
      context.fillStyle = colours.paper;
      context.fillRect(first + shift, top, last - first + 1, canvas.height);
      collect(first, last, now, perMilli);
      fill(IDLE, colours.idle, shift);
      fill(INIT, colours.init, shift);
      fill(HOLD, colours.hold, shift);
      fill(USER, colours.user, shift);
      ticks(first, last, perMilli, shift);
      if (left > 0) numbers();
      drawn = { last, perMilli };
    },
  };
}
