'use strict';

const byId = id => document.getElementById(id);
const degrees = tenths => (tenths / 10).toFixed(1) + ' °F';
const user = new URLSearchParams(location.search).get('user');
const asUser = values => new URLSearchParams(user === null ? values : {...values, user});
const clockTime = instant => instant.replace('T', ' ').slice(0, 19);

function element(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/* Buttons must not vanish under the pointer or lose the focus while nothing changes. */
const shown = {};

function replace(id, rows, make, none) {
  const content = JSON.stringify(rows);
  if (shown[id] === content) return;
  shown[id] = content;
  byId(id).replaceChildren(...(rows.length ? rows.map(make) : none ? [none()] : []));
}

async function send(method, path, body) {
  const answer = await fetch(path, {method, body});
  const said = await answer.json();
  byId('message').textContent = said.message || said.error || '';
  await show();
  return answer.ok;
}

/* Applications */

function applicationRow(application) {
  const row = document.createElement('li');
  const text = document.createElement('span');
  text.append(element('code', application.id),
      element('div', application.scope + ', since ' + clockTime(application.since).slice(0, 16) + ' UTC', 'soft'));
  const remove = element('button', 'Remove', 'quiet');
  remove.setAttribute('aria-label', 'Remove ' + application.id);
  remove.onclick = () => send('POST', '/portal/remove', asUser({id: application.id}));
  row.append(text, remove);
  return row;
}

byId('add').onsubmit = async event => {
  event.preventDefault();
  if (await send('POST', '/portal/pin', asUser({pin: byId('pin').value}))) byId('pin').value = '';
};

/* Clock */

byId('clock').onsubmit = event => {
  event.preventDefault();
  send('POST', '/control/clock', JSON.stringify({advance: event.submitter.value}));
};

/* Faults */

const KINDS = [
  ['Late by 5 seconds', {fault: 'latency', delay: '5s'}],
  ['Connection reset before the request takes effect', {fault: 'reset'}],
  ['Connection reset after the request took effect', {fault: 'resetAfterEffect'}],
  ['Truncated body', {fault: 'truncatedBody'}],
  ['Empty body', {fault: 'emptyBody'}],
  ['JSON null', {fault: 'jsonNull'}],
  ['HTML page', {fault: 'htmlPage'}],
  ['HTTP 429 with Retry-After 30 s', {fault: 'httpStatus', status: 429, retryAfter: '30s'}],
  ['HTTP 429', {fault: 'httpStatus', status: 429}],
  ['HTTP 500', {fault: 'httpStatus', status: 500}],
  ['HTTP 502', {fault: 'httpStatus', status: 502}],
  ['HTTP 503', {fault: 'httpStatus', status: 503}],
  ['HTTP 525', {fault: 'httpStatus', status: 525}],
  ['Code 2, application revoked', {fault: 'applicationRevoked'}],
  ...[1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16].map(code => ['Code ' + code, {fault: 'ecobeeStatus', code}]),
  ['Code 3, naming thermostats', {fault: 'errorProcessing'}],
  ['Code 3, daylight saving gap', {fault: 'daylightSavingGap'}],
  ['Unknown fields', {fault: 'unknownFields'}],
  ['Unknown models', {fault: 'unknownModels'}],
  ['Unknown enum values', {fault: 'unknownEnumValues'}],
  ['Unknown capability types', {fault: 'unknownCapabilityTypes'}],
  ['Readings -5002', {fault: 'unknownValues'}],
  ['Readings -5003', {fault: 'calibratingValues'}],
  ['Sensors that say unknown', {fault: 'unknownSensors'}],
  ['Names with colons', {fault: 'colonNames'}],
  ['Empty names', {fault: 'emptyNames'}],
  ['Thermostats offline', {fault: 'disconnected'}],
  ['Thermostats vanished', {fault: 'vanished'}],
  ['Thermostats replaced', {fault: 'replaced'}],
  ['Recent report rows empty', {fault: 'emptyRecentRows'}],
  ['Answered with success, without effect', {fault: 'ignored'}],
];
byId('kind').append(...KINDS.map(([label], index) => {
  const option = element('option', label);
  option.value = index;
  return option;
}));

byId('fault').onsubmit = event => {
  event.preventDefault();
  const order = {...KINDS[byId('kind').value][1], on: byId('on').value};
  if (byId('times').value) order.times = Number(byId('times').value);
  document.querySelectorAll('#rule [name]').forEach(field => {
    if (field.value) order[field.name] = field.value;
  });
  send('POST', '/control/faults', JSON.stringify(order));
};

async function offerAccounts() {
  const {accounts} = await (await fetch('/control/faults')).json();
  byId('account').append(...accounts.map(name => element('option', name)));
}

function faultRow(fault) {
  const row = document.createElement('li');
  const text = document.createElement('span');
  text.append(element('span', fault.fault), element('div', fault.on.replace('* *', 'every request').replace('* /', '/')
      + (fault.account ? ', account ' + fault.account : '')
      + (fault.fromCall > 1 ? ', from call ' + fault.fromCall : '') + (fault.every > 1 ? ', every ' + fault.every + 'th' : '')
      + (fault.probability < 1 ? ', probability ' + fault.probability : '')
      + (fault.from ? ', from ' + clockTime(fault.from) : '') + (fault.until ? ', until ' + clockTime(fault.until) : '')
      + (fault.times ? ', ' + fault.times + ' times' : '') + ', happened ' + fault.happened + ' times', 'soft'));
  const off = element('button', 'Switch off', 'quiet');
  off.onclick = () => send('DELETE', '/control/faults/' + fault.id);
  row.append(text, off);
  return row;
}

/* Thermostats */

const SVG = 'http://www.w3.org/2000/svg';
const KEPT = 240;
const histories = new Map();

function remember(thermostat, time) {
  const history = histories.get(thermostat.identifier)
      || (thermostat.recent || []).map(point => ({...point, heat: thermostat.heat, cool: thermostat.cool}));
  histories.set(thermostat.identifier, history);
  const last = history[history.length - 1];
  if (!last || time > last.time) {
    history.push({time, temperature: thermostat.temperature, heat: thermostat.heat, cool: thermostat.cool});
  }
  if (history.length > KEPT) history.splice(0, history.length - KEPT);
  return history;
}

function path(points, className) {
  const made = document.createElementNS(SVG, 'path');
  made.setAttribute('class', className);
  made.setAttribute('d', points.map(([x, y], index) => (index ? 'L' : 'M') + x.toFixed(1) + ' ' + y.toFixed(1)).join(''));
  return made;
}

function plot(history, name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 300 80');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', 'Temperature of ' + name + ' with its heat and cool set points');
  const all = history.flatMap(point => [point.temperature, point.heat, point.cool]);
  const low = Math.min(...all) - 8, high = Math.max(...all) + 8;
  const start = history[0].time, span = Math.max(1, history[history.length - 1].time - start);
  const x = point => 300 * (point.time - start) / span;
  const y = value => 80 - 80 * (value - low) / (high - low);
  const line = key => history.map(point => [x(point), y(point[key])]);
  svg.append(path([...line('heat'), ...line('cool').reverse()], 'band'), path(line('heat'), 'heat-line'),
      path(line('cool'), 'cool-line'), path(line('temperature'), 'room'));
  return svg;
}

function thermostatCard(thermostat, time) {
  const card = document.createElement('article');
  card.className = 'thermostat';
  const name = thermostat.name || '(no name)';
  const title = element('h3', name, thermostat.name ? '' : 'soft');
  title.append(element('span', thermostat.identifier, 'soft'));
  const running = !thermostat.connected ? 'offline' : thermostat.equipment.replaceAll(',', ', ') || 'idle';
  const state = element('span', running, 'state ' + (!thermostat.connected ? 'offline'
      : /[hH]eat/.test(running) ? 'heat' : running.includes('Cool') ? 'cool' : 'soft'));
  card.append(title, state, element('div', degrees(thermostat.temperature), 'big'),
      plot(remember(thermostat, time), name));
  const foot = element('div', '', 'soft');
  foot.append(element('span', 'heat ' + degrees(thermostat.heat), 'heat'), ' · ',
      element('span', 'cool ' + degrees(thermostat.cool), 'cool'),
      ' · ' + thermostat.mode + ' · ' + thermostat.program + ' · ' + thermostat.model);
  card.append(foot);
  return card;
}

/* Where there are management sets, set by set. */
function thermostatSets(thermostats, time) {
  const sets = new Map();
  thermostats.forEach(each => sets.set(each.set, [...sets.get(each.set) || [], each]));
  return [...sets].map(([set, members]) => {
    const group = document.createElement('div');
    const cards = element('div', '', 'thermostats');
    cards.append(...members.map(each => thermostatCard(each, time)));
    group.append(...(set ? [element('h3', set), cards] : [cards]));
    return group;
  });
}

/* Evidence */

function violationRow(violation) {
  const row = document.createElement('li');
  row.append(element('span', clockTime(violation.time) + '  ', 'soft'), element('code', violation.apiKeyId),
      ' ' + violation.detail + '. ', element('span', 'ecobee asks: ' + violation.rule + '.', 'soft'));
  return row;
}

function usageRow(usage) {
  const row = document.createElement('li');
  row.append(element('code', usage.apiKeyId), usage.calls + ' calls, ' + usage.callsIn30Days
      + ' of 85,000 in 30 days; ' + usage.open + ' open now, ' + usage.peakOpen + ' at most');
  return row;
}

function what(request) {
  const parts = [];
  if (request.grantType) parts.push(request.grantType);
  if (request.functions.length) parts.push(request.functions.join(', '));
  if (request.selection) {
    const selection = request.selection;
    const includes = Object.keys(selection).filter(key => key.startsWith('include') && selection[key] === true)
        .map(key => key.slice(7));
    parts.push(selection.selectionType + (selection.selectionMatch ? ' ' + selection.selectionMatch : '')
        + (includes.length ? ' with ' + includes.join(', ') : ''));
  }
  return parts.join(': ');
}

function requestRow(request) {
  const row = document.createElement('tr');
  const bad = request.httpStatus !== 200 ? ' bad' : '';
  const noted = element('td', [...request.changes, ...(request.fault ? ['Fault: ' + request.fault] : [])].join('; '), 'wrap');
  request.warnings.forEach(warning => noted.append(element('div', warning, 'bad')));
  row.append(element('td', clockTime(request.time)), element('td', request.method + ' ' + request.path),
      element('td', request.account || ''), element('td', request.apiKeyId || ''), element('td', what(request), 'wrap'),
      element('td', request.httpStatus || 'reset', 'number' + bad),
      element('td', request.code === undefined ? '' : request.code, 'number'), noted);
  return row;
}

byId('whose').onchange = () => show();

async function show() {
  try {
    const state = await (await fetch('/portal/state?' + asUser({requests: byId('whose').value}))).json();
    const time = Date.parse(state.time);
    byId('time').textContent = clockTime(state.time) + ' UTC';
    byId('user-name').textContent = state.user;
    byId('user-account').textContent = [state.account, state.role].filter(part => part).join(' · ');
    byId('thermostats').className = state.thermostats.some(each => each.set) ? 'sets' : '';
    byId('utility').hidden = state.hasApplications;
    byId('adding').hidden = byId('apps').hidden = !state.hasApplications;
    byId('thermostats').replaceChildren(...(state.thermostats.length ? thermostatSets(state.thermostats, time)
        : [element('p', 'None.', 'soft')]));
    const more = state.thermostatCount - state.thermostats.length;
    byId('more').textContent = more > 0 ? 'and ' + more + ' more' : '';
    replace('applications', state.applications, applicationRow, () => element('li', 'None yet.', 'soft'));
    replace('faults', state.faults, faultRow);
    byId('violation-count').textContent = state.violationCount || '';
    replace('violations', state.violations, violationRow, () => element('li', 'None.', 'soft'));
    replace('usage', state.usage, usageRow);
    replace('requests', state.requests, requestRow);
  } catch (problem) {
    byId('time').textContent = 'The simulator does not answer.';
  }
}

offerAccounts();
show();
setInterval(show, 2000);
