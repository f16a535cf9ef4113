// SPDX-License-Identifier: Apache-2.0
'use strict';
(() => {
  const LANE = 14; // px, as in the style sheet
  const ARRIVALS = 48; // px, how high they are drawn
  const CHUNK = 50; // lanes that the browser lays out together, and not before they come near
  const data = JSON.parse(document.getElementById('data').textContent);
  const number = value => value === null || value === undefined ? '–' : value.toLocaleString('en-US');
  const millis = value => value === null || value === undefined ? '–' : number(value) + ' ms';
  const count = (value, noun) => number(value) + ' ' + noun + (value === 1 ? '' : 's');
  const time = at => at === null ? 'time not known' : new Date(at).toISOString().slice(0, 19).replace('T', ' ') + ' UTC';
  const escaped = text => String(text).replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';');
  const make = (name, text, className) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  /* What a row says: [id, cold start, INIT began, INIT ended, arrived, released, users served], ms since the round opened. */
  const read = row => ({ id: row[0], cold: row[1], from: row[2], ready: row[3], arrived: row[4], released: row[5], served: row[6] });
  const isLate = (target, lane) => target.hold !== null && lane.arrived > target.hold;

  function words(target, lane) {
    if (lane.missing) return 'No environment: ' + lane.missing + '.';
    if (lane.all) return lane.all;
    return 'Environment ' + lane.id + ': '
      + (lane.cold ? 'cold start' + (lane.from === null ? '' : ', INIT ' + millis(lane.ready - lane.from)) : 'was warm')
      + ', arrived at ' + millis(lane.arrived) + ', held ' + millis(lane.released - lane.arrived)
      + (isLate(target, lane) ? ', after the rendezvous' : '')
      + (lane.served > 0 ? ', served ' + count(lane.served, 'user') + ' before' : '') + '.';
  }

  /* The lanes of a target: its environments by arrival, then a lane for each that is missing. */
  function lanesOf(target) {
    const lanes = target.rows.map(read).sort((a, b) => a.arrived - b.arrived);
    if (target.rowsLeftOut) {
      const first = target.reach === null ? 0 : target.reach - (target.spread || 0);
      lanes.push({ id: 'all together', arrived: first, released: Math.max(target.hold || 0, target.reach || 0), served: 0,
        all: count(target.warm, 'environment') + ' in one lane: ' + (target.protocol
          ? 'answers of the protocol ' + target.protocol + ' do not tell when calls arrived.'
          : 'warm arrivals from ' + millis(first) + ' to ' + millis(target.reach) + '.') });
      return lanes;
    }
    const missing = Math.min(target.requested - lanes.length, 1000);
    for (let i = 0; i < missing; i++) {
      const why = i < target.throttled ? 'throttled' : i < target.throttled + target.failed ? 'failed'
        : i < target.throttled + target.failed + target.unproven ? 'answered without proof' : 'not proven';
      lanes.push({ id: why, missing: why });
    }
    return lanes;
  }

  /* The time that is drawn: from the opening, or from an INIT before it, to the last end and the last arrival. */
  function scaleOf(target, lanes) {
    let begin = 0;
    let end = target.hold || 1;
    for (const lane of lanes) {
      if (lane.missing) continue;
      if (lane.cold && lane.from !== null) begin = Math.min(begin, lane.from);
      end = Math.max(end, lane.released);
    }
    for (const [, to] of target.arrivals) end = Math.max(end, to);
    end += (end - begin) * 0.02;
    const at = ms => (ms - begin) / (end - begin) * 100;
    return { begin, end, at };
  }

  function bar(kind, from, to, scale, y, height) {
    const x = scale.at(from);
    return `<rect class="${kind}" x="${x.toFixed(3)}%" width="${Math.max(0, scale.at(to) - x).toFixed(3)}%" y="${y}" height="${height}"/>`;
  }

  function drawLane(target, lane, index, scale) {
    const y = index * LANE + 1;
    const kinds = ['lane', lane.missing ? 'missing' : lane.cold ? 'cold' : 'warm', lane.all ? 'all' : '',
      !lane.missing && isLate(target, lane) ? 'late' : ''].filter(Boolean).join(' ');
    let bars = `<rect class="space" x="0" width="100%" y="${y}" height="${LANE - 2}"/>`;
    if (!lane.missing) {
      if (lane.cold && lane.from !== null) bars += bar('init', lane.from, lane.ready, scale, y + 3, LANE - 8);
      bars += bar('hold', lane.arrived, lane.released, scale, y + 1, LANE - 4);
    }
    return `<g class="${kinds}">${bars}</g>`;
  }

  /* Warm arrivals over the same time as the lanes: a bar for each interval, its area the number that came in it. */
  function drawArrivals(target, scale) {
    const row = make('div', '', 'arrivals');
    const most = Math.max(...target.arrivals.map(([from, to, count]) => count / (to - from)));
    const bars = target.arrivals.map(([from, to, count]) => {
      const height = Math.max(ARRIVALS / 24, count / (to - from) / most * ARRIVALS);
      return bar(from >= target.hold ? 'late' : 'hold', from, to, scale, (ARRIVALS - height).toFixed(2), height.toFixed(2));
    }).join('');
    row.innerHTML = `<div class="labels">arrivals</div><svg height="${ARRIVALS}" aria-hidden="true">${bars}</svg><div class="counts"></div>`;
    return row;
  }

  function drawChunk(target, lanes, scale) {
    const chunk = make('div', '', 'chunk');
    chunk.style.containIntrinsicSize = 'auto ' + lanes.length * LANE + 'px';
    const shapes = lanes.map((lane, index) => drawLane(target, lane, index, scale)).join('');
    chunk.innerHTML = `<div class="labels">${lanes.map(lane => escaped(lane.id)).join('\n')}</div>`
      + `<svg height="${lanes.length * LANE}" aria-hidden="true">${shapes}</svg>`
      + `<div class="counts">${lanes.map(lane => lane.served > 0 ? number(lane.served) : '').join('\n')}</div>`;
    return chunk;
  }

  function drawAxis(scale) {
    const axis = make('div', '', 'axis');
    const raw = (scale.end - scale.begin) / (window.innerWidth < 640 ? 3 : 7);
    const power = Math.pow(10, Math.floor(Math.log10(raw)));
    const step = [1, 2, 5, 10].map(factor => factor * power).find(size => size >= raw);
    let marks = '';
    for (let ms = Math.ceil(scale.begin / step) * step; ms <= scale.end; ms += step) {
      const x = scale.at(ms);
      marks += `<text x="${x.toFixed(2)}%" y="12" text-anchor="${x < 4 ? 'start' : x > 92 ? 'end' : 'middle'}">${number(Math.round(ms))} ms</text>`;
    }
    axis.innerHTML = `<div class="labels">environment</div><svg aria-hidden="true">${marks}</svg><div class="counts">users</div>`;
    return axis;
  }

  function drawLanes(target) {
    const lanes = lanesOf(target);
    const scale = scaleOf(target, lanes);
    const box = make('div', '', 'lanes');
    box.tabIndex = 0;
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', count(target.rows.length, 'lane') + ', one for each environment. The arrow keys move between lanes; the table below shows the same data.');
    box.append(drawAxis(scale));
    if (target.arrivals.length) box.append(drawArrivals(target, scale));
    const body = make('div');
    body.style.position = 'relative';
    for (let from = 0; from < lanes.length; from += CHUNK) body.append(drawChunk(target, lanes.slice(from, from + CHUNK), scale));
    const over = make('div', '', 'over');
    if (target.hold !== null) {
      const line = make('div', '', 'rendezvous');
      line.style.left = scale.at(target.hold) + '%';
      over.append(line);
    }
    const cursor = make('div', '', 'cursor');
    cursor.hidden = true;
    body.append(cursor);
    box.append(body, over);
    const now = make('p', '', 'now');
    now.setAttribute('aria-live', 'polite');
    listen(box, body, cursor, now, lanes, target);
    return [box, now];
  }

  /* Arrow keys and the pointer choose a lane; its words stand below. */
  function listen(box, body, cursor, now, lanes, target) {
    let chosen = -1;
    const choose = (index, scroll) => {
      if (index === chosen || index < 0 || index >= lanes.length) return;
      chosen = index;
      cursor.hidden = false;
      cursor.style.top = index * LANE + 'px';
      now.textContent = words(target, lanes[index]);
      if (scroll) cursor.scrollIntoView({ block: 'nearest' });
    };
    box.addEventListener('keydown', event => {
      const last = lanes.length - 1;
      const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, PageDown: chosen + 20, PageUp: chosen - 20, Home: 0, End: last }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      choose(Math.max(0, Math.min(last, to)), true);
    });
    body.addEventListener('pointermove', event =>
      choose(Math.floor((event.clientY - body.getBoundingClientRect().top) / LANE), false));
  }

  function legend(target) {
    const list = make('ul', '', 'legend');
    const entries = [['init', 'INIT of a cold start'], ['hold', 'holds'], ['late', 'arrived after the rendezvous'], ['rendez', 'rendezvous']];
    if (target.requested > target.rows.length && !target.rowsLeftOut) entries.push(['missing', 'missing']);
    for (const [kind, text] of entries) {
      const item = make('li');
      item.append(make('i', '', kind), text);
      list.append(item);
    }
    return list;
  }

  function table(target) {
    const details = make('details');
    details.append(make('summary', 'Show as a table'));
    details.addEventListener('toggle', () => {
      if (!details.open || details.children.length > 1) return;
      const heads = ['environment', 'cold start', 'INIT', 'arrived', 'released', 'held', 'users before'];
      const rows = target.rows.map(read).sort((a, b) => a.arrived - b.arrived).map(lane => [escaped(lane.id), lane.cold ? 'yes' : 'no',
        lane.cold && lane.from !== null ? millis(lane.ready - lane.from) : '–', millis(lane.arrived), millis(lane.released),
        millis(lane.released - lane.arrived), number(lane.served)]);
      const scroll = make('div', '', 'scroll');
      scroll.innerHTML = '<table><caption>Times in ms since the round opened</caption><thead><tr>'
        + heads.map(head => `<th scope="col">${head}</th>`).join('') + '</tr></thead><tbody>'
        + rows.map(row => '<tr>' + row.map((cell, at) => at ? `<td>${cell}</td>` : `<th scope="row">${cell}</th>`).join('') + '</tr>').join('')
        + '</tbody></table>';
      details.append(scroll);
    });
    return details;
  }

  function arrivalsTable(target) {
    const details = make('details');
    details.append(make('summary', 'The arrivals as a table'));
    const scroll = make('div', '', 'scroll');
    scroll.innerHTML = '<table><caption>Warm arrivals by ms since the round opened</caption><thead><tr><th scope="col">from</th><th scope="col">up to</th>'
      + '<th scope="col">arrivals</th></tr></thead><tbody>' + target.arrivals.map(([from, to, count]) =>
        `<tr><th scope="row">${millis(from)}</th><td>${millis(to)}</td><td>${number(count)}</td></tr>`).join('') + '</tbody></table>';
    details.append(scroll);
    return details;
  }

  function how(target) {
    const parts = [];
    if (target.protocol) {
      parts.push('The function was sent the warm event of the protocol ' + target.protocol + '. Its answers do not tell when calls arrived, which users came before, or which starts were cold: only environments that an answer identifies are counted.');
    } else if (target.rowsLeftOut) {
      parts.push('The output of a cycle with more than 200 environments does not list them. One lane shows all of them, from the first warm arrival to the last; the counts are exact.');
    } else {
      parts.push('Each lane is one environment; 0 ms is the moment at which the round opened. The first to arrive is at the top.',
        'A thin bar is its INIT, a thick bar is its hold. The line is the rendezvous at ' + millis(target.hold) + ': every environment that arrived before it held until then.',
        'A bar that begins to the right of the line arrived too late to hold and answered at once. An environment serves one invocation at a time, so each lane is a distinct, proven environment.',
        'The number on the right is the number of users that it served since the last cycle.');
    }
    if (target.arrivals.length) {
      parts.push('On top stands when warm sleep tasks arrived: the area of a bar is how many came in its interval, the last interval has all that came later.');
    }
    return parts.join(' ');
  }

  function proven(target) {
    return target.warm > target.requested
      ? count(target.warm, 'environment') + ' proven warm, ' + number(target.warm - target.requested) + ' more than requested'
      : number(target.warm) + ' of ' + count(target.requested, 'environment') + ' proven warm';
  }

  function demandOf(demand) {
    if (demand.rest) {
      return 'N follows demand: ' + number(demand.chosen) + '. This cycle rested: the probes found users as busy as before, so users keep the environments warm. '
        + number(demand.rest.notProven) + ' of them were not proven now.';
    }
    if (demand.peak === null) return 'N follows demand: it stayed at ' + number(demand.chosen) + ', because no environment reported users.';
    const by = { fixed: 'a fixed number that was enough so far', reactive: 'from the last intervals', profile: 'from the same hours of earlier weeks',
      users: 'as many as users needed' }[demand.by] || demand.by;
    return 'N follows demand: ' + number(demand.chosen) + ', ' + by + '. Users needed ' + number(demand.peak) + ' of the kept environments at once (mean concurrency '
      + demand.mean.toFixed(2) + '). Guesses: fixed ' + number(demand.fixed) + ', last intervals ' + number(demand.reactive) + ', hours of the week '
      + number(demand.profile) + '.';
  }

  function drawTarget(target) {
    const section = make('section');
    section.append(make('h2', target.function));
    section.append(make('p', proven(target) + ', best of ' + count(target.rounds, 'round')
      + (target.spare > 0 ? ', ' + count(target.spare, 'spare slot') + ' and ' + number(target.late) + ' late' : '')
      + ': hold ' + millis(target.hold) + ', reach ' + millis(target.reach) + ', spread ' + millis(target.spread) + '; ' + count(target.coldStarts, 'cold start') + ', '
      + number(target.failed) + ' failed, ' + number(target.throttled) + ' throttled; ' + count(target.served, 'user') + ' served before, '
      + number(target.displaced) + ' of them displaced.'));
    if (target.demand) section.append(make('p', demandOf(target.demand)));
    if (target.reason) section.append(make('p', target.reason));
    if (target.rows.length || target.rowsLeftOut || target.requested > 0) {
      const chart = make('div', '', 'chart');
      chart.append(...drawLanes(target));
      section.append(legend(target), chart, make('p', how(target), 'how'));
      if (target.rows.length) section.append(table(target));
      if (target.arrivals.length) section.append(arrivalsTable(target));
    }
    return section;
  }

  /* N, the used environments and the users' cold starts of one function over time. */
  function drawDemand(name, all) {
    const points = all.some(point => !point.rested) ? all.filter(point => !point.rested) : all; // probes say little of N and use
    const rested = all.filter(point => point.rested).length;
    const HEIGHT = 160;
    const begin = points[0].at;
    const usual = points.length > 1 ? (points[points.length - 1].at - begin) / (points.length - 1) : 240000;
    const end = points[points.length - 1].at + usual;
    const most = Math.max(1, ...points.map(point => Math.max(point.requested, point.used, point.displaced)));
    const x = at => (at - begin) / (end - begin) * 1000;
    const y = value => HEIGHT - value / most * HEIGHT;
    const bars = (kind, value) => points.map((point, index) => {
      // What users did before a cycle stands before it; after a gap, at most two usual intervals wide.
      const from = Math.max(begin, index ? points[index - 1].at : point.at - usual, point.at - 2 * usual);
      return value(point) > 0 && point.at > from
        ? `<rect class="${kind}" x="${x(from).toFixed(2)}" width="${(x(point.at) - x(from)).toFixed(2)}" y="${y(value(point)).toFixed(2)}" height="${(HEIGHT - y(value(point))).toFixed(2)}"/>`
        : '';
    }).join('');
    const line = points.map((point, index) =>
      (index ? 'H' + x(point.at).toFixed(2) + 'V' : 'M0,') + y(point.requested).toFixed(2)).join('') + 'H1000';
    const sum = field => points.reduce((all, point) => all + point[field], 0);
    const range = points.map(point => point.requested);
    const last = points[points.length - 1];
    const figure = make('div', '', 'followed');
    figure.append(make('p', name + ': N from ' + number(Math.min(...range)) + ' to ' + number(Math.max(...range)) + ', at most '
      + count(Math.max(...points.map(point => point.used)), 'environment') + ' used, ' + count(sum('displaced'), 'user') + ' met a cold start. '
      + (rested ? count(rested, 'cycle') + ' rested. ' : '') + 'The next N is ' + number(last.chosen) + '.'));
    const chart = make('div', '', 'chart');
    chart.innerHTML = `<span class="most">${number(most)}</span><svg viewBox="0 0 1000 ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${escaped(name)}: N and use over time; the sentence above says the numbers">`
      + bars('used', point => point.used) + bars('cold', point => point.displaced) + `<path class="n" d="${line}"/></svg>`
      + `<div class="times"><span>${escaped(time(begin))}</span><span>${escaped(time(last.at))}</span></div>`;
    figure.append(chart);
    return figure;
  }

  function drawDemands() {
    const byName = new Map();
    for (const cycle of data.cycles) {
      for (const target of cycle.targets) {
        if (!target.demand || cycle.at === null) continue;
        if (!byName.has(target.function)) byName.set(target.function, []);
        byName.get(target.function).push({ at: cycle.at, requested: target.requested, used: target.used, displaced: target.displaced, chosen: target.demand.chosen, rested: 'rest' in target.demand });
      }
    }
    if (byName.size === 0) return;
    const section = document.getElementById('demand');
    section.hidden = false;
    section.prepend(make('h2', 'N follows demand'));
    const place = document.getElementById('followed');
    for (const [name, points] of byName) place.append(drawDemand(name, points.sort((a, b) => a.at - b.at)));
  }

  /* A day at a glance: a bar for each cycle. */
  function drawOverview(choose) {
    const svg = document.getElementById('overview');
    const width = Math.min(8, 100 / data.cycles.length);
    svg.innerHTML = data.cycles.map((cycle, index) => {
      const asked = Math.max(1, cycle.requested);
      const share = Math.min(1, cycle.warm / asked) * 100;
      const cold = Math.min(share, cycle.coldStarts / asked * 100);
      const x = index * width;
      const w = width * (data.cycles.length > 200 ? 1 : 0.8);
      const rect = (kind, height) => `<rect class="${kind}" x="${x}%" width="${w}%" y="${100 - height}%" height="${height}%"/>`;
      return `<g data-index="${index}">${rect('space', 100)}${rect(cycle.warm < cycle.requested ? 'short' : 'full', share)}${rect('cold', cold)}`
        + `<title>${escaped(time(cycle.at))}: ${number(cycle.warm)} of ${number(cycle.requested)} proven</title></g>`;
    }).join('');
    svg.addEventListener('click', event => {
      const group = event.target.closest('g');
      if (group) choose(Number(group.dataset.index));
    });
  }

  function start() {
    const place = document.getElementById('targets');
    const which = document.getElementById('which');
    const choose = index => {
      if (index < 0 || index >= data.cycles.length) return;
      which.value = index;
      document.querySelectorAll('#overview g').forEach((group, at) => group.classList.toggle('chosen', at === index));
      place.replaceChildren(...data.cycles[index].targets.map(drawTarget));
    };
    if (data.cycles.length > 1) {
      document.getElementById('cycles').hidden = false;
      drawOverview(choose);
      data.cycles.forEach((cycle, index) => {
        const option = make('option', time(cycle.at) + ': ' + number(cycle.warm)
          + (cycle.warm > cycle.requested ? ', ' + number(cycle.requested) + ' requested' : ' of ' + number(cycle.requested)));
        option.value = index;
        which.append(option);
      });
      which.addEventListener('change', () => choose(Number(which.value)));
      document.getElementById('earlier').addEventListener('click', () => choose(Number(which.value) - 1));
      document.getElementById('later').addEventListener('click', () => choose(Number(which.value) + 1));
    }
    drawDemands();
    choose(data.cycles.length - 1);
  }

  start();
})();
