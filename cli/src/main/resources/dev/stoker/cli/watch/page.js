// SPDX-License-Identifier: Apache-2.0
/* The page: receives the events, moves the picture, and sends what is pressed. */
(() => {
  const BEHIND = 150; // ms that the picture is behind, so that events are there before their place is drawn
  const CHOICES = [1, 2, 3, 5, 10, 15, 20, 30, 40, 50, 75, 100, 150, 200, 300, 400, 500, 600, 700, 800, 900, 1000];
  const STATES = ['INIT', 'held by a cycle', 'serves a user', 'idle', 'ended'];
  const get = id => document.getElementById(id);
  const number = value => value.toLocaleString('en-US');
  const count = (value, noun) => number(value) + ' ' + noun + (value === 1 ? '' : 's');
  const millis = value => value < 0 ? '–' : number(value) + ' ms';
  const clock = at => new Date(at).toLocaleTimeString();
  const put = (id, text) => { const element = get(id); if (element.textContent !== text) element.textContent = text; };
  const lanes = createLanes();
  const drawing = createDrawing(get('lanes'), get('cursor'), lanes);
  let ahead = null; // the embedded AWS's clock minus this page's
  let state = null; // the last message
  let selected = -1;
  let sliding = false;
  let countsDue = true;

  const now = () => performance.now() + ahead - BEHIND;

  function receive(message) {
    const offset = message.now - performance.now();
    ahead = ahead === null || Math.abs(offset - ahead) > 1000 ? offset : Math.max(offset, ahead - 0.1);
    if (message.reset) {
      lanes.reset(message.reset);
      choose(-1);
    }
    lanes.add(message.events);
    if (!message.reset) message.events.forEach(announce);
    if (state === null) begin(message);
    state = message;
    countsDue = true;
  }

  function begin(message) {
    const choices = CHOICES.filter(one => one <= message.most);
    for (const id of ['concurrency', 'users']) get(id).max = choices.length - 1;
    slideTo('users', Math.max(1, message.schedule ? message.schedule.concurrency : 10));
    get('window').value = message.minuteMillis < 60000 ? '15000' : '60000';
  }

  /* What a cycle proved and what became of a burst, for everybody; a screen reader reads it aloud. */
  function announce([kind, , subject, requested, warm, text]) {
    if (kind === 'n') say(text, false);
    if (kind === 'd') {
      say('Cycle ' + subject + (requested > 0 ? ': ' + proven(warm, requested) + '.' : ' ' + text + '.'), warm < requested || requested === 0);
    }
  }

  const proven = (warm, requested) => warm > requested
    ? count(warm, 'environment') + ' proven warm, ' + number(warm - requested) + ' more than requested'
    : number(warm) + ' of ' + count(requested, 'environment') + ' proven warm';

  function say(sentence, bad) {
    get('said').textContent = sentence;
    get('said').classList.toggle('bad', bad);
  }

  /* Sliders: a few round numbers, since a range of 1,000 steps cannot be set by hand. */
  function slideTo(id, value) {
    let nearest = 0;
    CHOICES.forEach((one, i) => { if (Math.abs(one - value) < Math.abs(CHOICES[nearest] - value)) nearest = i; });
    const slider = get(id);
    if (Number(slider.value) !== nearest) slider.value = nearest;
    label(id, value);
  }

  function label(id, value) {
    put(id + '-is', number(value));
    get(id).setAttribute('aria-valuetext', count(value, id === 'users' ? 'user' : 'environment'));
  }

  const chosen = id => CHOICES[Number(get(id).value)];

  async function press(name, body) {
    try {
      const answer = await fetch(name, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body || {}) });
      const said = await answer.json();
      say(said.done || said.error, !answer.ok);
    } catch (lost) {
      say('The embedded AWS does not answer.', true);
    }
  }

  function showState() {
    const { schedule, story } = state;
    const locked = story && !story.over;
    for (const id of ['concurrency', 'cycle', 'schedule', 'users', 'burst', 'end']) {
      get(id).disabled = Boolean(locked || (!schedule && ['concurrency', 'cycle', 'schedule'].includes(id)));
    }
    get('story').hidden = !story;
    if (story) {
      put('story-title', story.title);
      put('story-text', story.text);
    }
    if (!schedule) {
      put('schedule-is', 'There is no schedule.');
      return;
    }
    if (!sliding) slideTo('concurrency', schedule.concurrency);
    put('schedule', schedule.enabled ? 'Pause the schedule' : 'Resume the schedule');
    const next = schedule.next ? Math.max(0, Math.ceil((schedule.next - now()) / 1000)) : null;
    put('schedule-is', !schedule.enabled ? 'The schedule ' + schedule.expression + ' is paused.'
      : 'The schedule is ' + schedule.expression + (next === null ? '.' : ', next tick in ' + (next >= 120
        ? Math.floor(next / 60) + ' min ' + next % 60 : next) + ' s.')
        + (state.minuteMillis < 60000 ? ' One minute takes ' + state.minuteMillis / 1000 + ' s here.' : ''));
  }

  function showCounts() {
    ['init', 'hold', 'user', 'idle'].forEach((name, i) => put('count-' + name, number(lanes.counts[i])));
    put('alive', number(lanes.counts[INIT] + lanes.counts[HOLD] + lanes.counts[USER] + lanes.counts[IDLE]));
    put('users-warm', number(state.users[0]));
    put('users-cold', number(state.users[1]));
    put('reclaimed', number(state.reclaimed));
    put('cycles', number(state.cycles));
    const ended = lanes.cycles().filter(one => one.to !== null && one.requested > 0).pop();
    put('proved', !ended ? '–' : number(ended.warm) + (ended.warm > ended.requested ? ', N = ' : ' of ') + number(ended.requested));
  }

  /* A table is filled a few rows in each frame. Cells that already say the right thing are left alone. */
  function createSweep(details, body, rows) {
    let left = [];
    let next = 0;
    const begin = () => { if (get(details).open && next >= left.length) { left = rows(); next = 0; trim(); } };
    const trim = () => { while (get(body).rows.length > left.length) get(body).deleteRow(-1); };
    get(details).addEventListener('toggle', begin);
    return {
      begin,
      go() {
        for (const end = Math.min(left.length, next + 25); next < end; next++) {
          const row = get(body).rows[next] || get(body).insertRow();
          left[next]().forEach((text, c) => {
            const cell = row.cells[c] || row.insertCell();
            if (cell.textContent !== text) cell.textContent = text;
          });
        }
      },
    };
  }
  const sweeps = [
    createSweep('table', 'rows', () => lanes.all().map(lane => () => [lane.id, STATES[lane.state], clock(lane.since),
      millis(lane.initMillis), number(lane.holds), number(lane.users)])),
    createSweep('history', 'cycle-rows', () => lanes.cycles().slice(-20).reverse().map(one => () => [one.number, clock(one.from),
      one.to === null ? '–' : millis(one.to - one.from), number(one.warm), number(one.requested), one.how])),
  ];

  function choose(row) {
    selected = row;
    drawing.mark(row);
    const lane = row < 0 || !lanes.rows()[row] ? null : lanes.rows()[row].lane;
    get('selected').textContent = row < 0 ? 'Each lane is one environment and time runs to the left. Point at a lane, or use the arrow keys.'
      : lane === null ? 'Lane ' + (row + 1) + ': its environment has ended.'
        : 'Environment ' + lane.id + ': ' + STATES[lane.state] + ' since ' + clock(lane.since) + ', INIT ' + millis(lane.initMillis)
          + ', held by ' + count(lane.holds, 'cycle') + ', served ' + count(lane.users, 'user') + '.';
  }

  get('lanes').addEventListener('keydown', event => {
    const last = lanes.rows().length - 1;
    const to = { ArrowDown: selected + 1, ArrowUp: selected - 1, Home: 0, End: last, PageDown: selected + 20, PageUp: selected - 20 }[event.key];
    if (event.key === 'Escape') choose(-1);
    if (to === undefined || last < 0) return;
    event.preventDefault();
    choose(Math.max(0, Math.min(last, to)));
  });
  get('lanes').addEventListener('pointermove', event => {
    const row = drawing.rowAt(event.offsetY);
    if (row !== selected) choose(row);
  });
  get('lanes').addEventListener('pointerleave', () => choose(-1));
  get('lanes').addEventListener('blur', () => choose(-1));
  for (const id of ['concurrency', 'users']) get(id).addEventListener('input', () => { sliding = id === 'concurrency'; label(id, chosen(id)); });
  get('concurrency').addEventListener('change', async () => {
    await press('concurrency', { number: chosen('concurrency') });
    sliding = false;
  });
  get('burst').addEventListener('click', () => press('burst', { number: chosen('users') }));
  get('cycle').addEventListener('click', () => press('cycle'));
  get('schedule').addEventListener('click', () => press(state.schedule.enabled ? 'pause' : 'resume'));
  get('end').addEventListener('click', () => press('end'));
  get('controls').addEventListener('submit', event => event.preventDefault());

  let stoppedAt = null; // without a connection the last picture stays
  const source = new EventSource('events');
  source.onopen = () => {
    stoppedAt = null;
    put('link', 'Live: the embedded AWS of this machine.');
    get('link').classList.remove('lost');
  };
  source.onmessage = event => receive(JSON.parse(event.data));
  source.onerror = () => {
    if (stoppedAt === null && state !== null) stoppedAt = now();
    put('link', 'The connection is lost: stoker has ended, or it starts again. The picture stays.');
    get('link').classList.add('lost');
  };

  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let drawnAt = 0;
  let beat = 0;
  let frames = 0;
  function frame(time) {
    requestAnimationFrame(frame);
    if (state === null) return;
    if (countsDue) {
      countsDue = false;
      showState();
      showCounts();
    }
    if (time - beat > 2000) {
      beat = time;
      lanes.tidy(now());
      sweeps.forEach(one => one.begin());
    }
    frames++;
    if (frames % 3 === 0) sweeps.forEach(one => one.go()); // the browser lays out the table again, which takes longer than this script
    if (calm.matches && time - drawnAt < 1000) return;
    drawnAt = time;
    drawing.draw(stoppedAt === null ? now() : stoppedAt, Number(get('window').value));
  }
  requestAnimationFrame(frame);
})();
