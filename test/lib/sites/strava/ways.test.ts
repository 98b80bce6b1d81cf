import { describe, expect, it } from 'vitest';
import { strava } from '../../../../lib/sites/strava';
import { outing } from '../../../fixtures/strava/make-page';
import { address, readActivity, toDocument } from './parse-page';

/** A page with only the parts that a test is about. */
const page = (body: string, { title = 'Strava', lang = 'en-US' } = {}) =>
  `<!DOCTYPE html><html lang="${lang}"><head><title>${title}</title></head><body>${body}</body></html>`;
const island = (props: unknown) =>
  `<div data-react-class="ADPKudosAndComments" data-react-props='${JSON.stringify(props).replace(/'/g, '&#39;')}'></div>`;
const stats = (items: string) => `<div class="activity-stats"><ul class="inline-stats">${items}</ul></div>`;
const table = (rows: string, head = '') =>
  `<div class="activity-stats"><div class="more-stats"><table>${head}<tbody>${rows}</tbody></table></div></div>`;
const next = (activity: unknown, query: unknown = {}) =>
  page(`<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { activity } }, query })}</script>`);
const script = (text: string) => page(`<script>${text}</script>`);

describe('title', () => {
  it.each([
    ['heading', page('<div id="heading"><h1 class="activity-name"> A \n <b>B</b> </h1></div>'), 'A B'],
    ['island', page(island({ entityId: Number(outing.id), activityName: 'Lunch' })), 'Lunch'],
    ['island with its id as text', page(island({ entityId: outing.id, activityName: 'Lunch' })), 'Lunch'],
    ["another activity's island", page(island({ entityId: 5, activityName: 'Lunch' })), null],
    ['island without id', page(island({ activityName: 'Lunch' })), null],
    ['window', page('', { title: 'A | B | Ride | Strava' }), 'A | B'],
    ['window of another page', page('', { title: 'Log In | Strava' }), null],
    ['two headings that differ', page('<div id="heading"><h1 class="activity-name">A</h1><h1 class="activity-name">B</h1></div>'), null],
    ['markup as text', page('<div id="heading"><h1 class="activity-name">&lt;img src=x&gt;</h1></div>'), '<img src=x>'],
  ])('%s', (_, html, title) => {
    expect(readActivity(html).title).toBe(title);
  });
});

describe('sport', () => {
  it.each([
    ['window', page('', { title: 'X | Trail Run | Strava' }), 'run'],
    ['window in a language', page('', { title: 'X | Virtuelle Radfahrt | Strava', lang: 'de' }), 'ride'],
    ['window, unknown word', page('', { title: 'X | Quidditch | Strava' }), null],
    ['constructor', script(`new Strava.Labs.Activities.Pages.RidePageView(${outing.id}, 'EBikeRide', factory)`), 'ride'],
    ['constructor with a type that leaves it open', script(`new Pages.SwimPageView(${outing.id})`), 'swim'],
    ["another activity's constructor", script("new Pages.RidePageView(5, 'Ride')"), null],
    ['lightbox', script('var lightboxData = {\n title: "x",\n activity_type: "Hike"\n}'), 'hike'],
    [
      'lightbox with a title that imitates it',
      script('var lightboxData = { title: "activity_type: \'Swim\'", activity_type: "Hike" }'),
      'hike',
    ],
    ['next data', next({ activityKind: { sportType: 'Rowing' } }), 'row'],
  ])('%s', (_, html, sport) => {
    expect(readActivity(html).sport).toBe(sport);
  });
});

describe('start', () => {
  const time = (inner: string) => page(`<div id="heading"><div class="details">${inner}</div></div>`, { lang: 'en-GB' });
  it.each([
    ['words', time('<time>10:25 on Monday, 3 August 2015</time>'), '2015-08-03T10:25'],
    ['attribute', time('<time datetime="2015-08-03T10:25:01">Monday</time>'), '2015-08-03T10:25:01'],
    ['attribute that is an instant', time('<time datetime="2015-08-03T10:25:01Z">Monday</time>'), null],
    ['two that differ', time('<time>10:25 on 3 August 2015</time><time>11:25 on 3 August 2015</time>'), null],
    ['a comment', page('<section class="comments"><time>10:25 on 3 August 2015</time></section>'), null],
    ['next data', next({ startLocal: '2025-07-01T12:10:30' }), '2025-07-01T12:10:30'],
  ])('%s', (_, html, start) => {
    expect(readActivity(html).startLocal).toBe(start);
  });
});

describe('statistics', () => {
  const li = (value: string, label: string) => `<li><strong>${value}</strong><div class="label">${label}</div></li>`;
  const abbr = (symbol: string, title: string) => `<abbr class="unit" title="${title}">${symbol}</abbr>`;

  it.each([
    ['without title', li('22.4 km', 'Distance'), 22_400],
    ['with the unit in the title only', li(`22.4${abbr('', 'kilometers')}`, 'Distance'), 22_400],
    ['a swim in metres', li(`2,000${abbr('m', 'meters')}`, 'Distance'), 2000],
    ['a swim in yards', li(`1,500${abbr('yd', 'yards')}`, 'Distance'), 1371.6],
    ['in a language whose labels are not known', li(`22,4${abbr('km', 'kilometrów')}`, 'Dystans'), 22_400],
    ['no unit', li('22.4', 'Distance'), null],
    ['contradictory units', li(`22.4${abbr('km', 'miles')}`, 'Distance'), null],
    ['a pace', li(`4:56${abbr('/km', 'minutes per kilometer')}`, 'Distance'), null],
    ['nonsense', li(`—${abbr('km', 'kilometers')}`, 'Distance'), null],
    ['negative', li(`-5${abbr('km', 'kilometers')}`, 'Distance'), null],
    ['beyond reason', li(`2,001${abbr('km', 'kilometers')}`, 'Distance'), null],
    ['two that differ', li('22.4 km', 'Distance') + li('23.4 km', 'Distance'), null],
    ['two without label', li('22.4 km', '') + li('23.4 km', ''), null],
    ['metres that may be climbing', li('402 m', 'Wysokość'), null],
  ])('distance: %s', (_, items, distance) => {
    expect(readActivity(page(stats(items))).distanceM).toBe(distance);
  });

  it('does not read "1.234" where the language is unknown', () => {
    const html = page(stats(li('1.234 m', 'Elevation')), { lang: '' });
    expect(readActivity(html).elevationGainM).toBeNull();
    expect(readActivity(html.replace('lang=""', 'lang="de"')).elevationGainM).toBe(1234);
    expect(readActivity(html.replace('lang=""', 'lang="en"')).elevationGainM).toBeNull();
  });

  it('reads durations in words, and "Duration" as the elapsed time', () => {
    const { movingTimeS, elapsedTimeS } = readActivity(
      page(stats(li(`1${abbr('h', 'hour')} 2${abbr('m', 'minute')}`, 'Moving Time') + li('1h 10m', 'Duration'))),
    );
    expect({ movingTimeS, elapsedTimeS }).toEqual({ movingTimeS: 3720, elapsedTimeS: 4200 });
  });

  it('finds neither time when they contradict each other, or a label contradicts its glossary term', () => {
    const both = readActivity(page(stats(li('1:10:05', 'Moving Time') + li('1:02:33', 'Elapsed Time'))));
    expect([both.movingTimeS, both.elapsedTimeS]).toEqual([null, null]);
    const term = readActivity(page(stats(li('1:10:05', '<span data-glossary-term="definition-moving-time">Elapsed Time</span>'))));
    expect([term.movingTimeS, term.elapsedTimeS]).toEqual([null, null]);
  });

  it('finds the moving time by its glossary term alone', () => {
    const html = page('<ul><li><strong>1:02:33</strong><span data-glossary-term="definition-moving-time">Ruch</span></li></ul>');
    expect(readActivity(html).movingTimeS).toBe(3753);
  });
});

describe('heart rate', () => {
  const head = (...cells: string[]) => `<thead><tr>${cells.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead>`;
  const row = (...cells: string[]) => `<tr>${cells.map((cell, i) => (i === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`;

  it.each([
    ['label and unit', table(row('Heart Rate', '146 bpm', '180 bpm')), [146, 180]],
    ['label only', table(row('Heart Rate', '146', '180')), [146, 180]],
    ['unit only', table(row('Tętno', '146 bpm', '180 bpm')), [146, 180]],
    ['columns the other way round', table(row('Heart Rate', '180 bpm', '146 bpm'), head('', 'Max', 'Avg')), [146, 180]],
    ['no maximum', table(row('Heart Rate', '146 bpm', '—')), [146, null]],
    ['no average', table(row('Heart Rate', '', '180 bpm')), [null, 180]],
    ['a cell too few', table(row('Heart Rate', '180 bpm')), [null, null]],
    ['a head without its empty cell', table(row('Heart Rate', '146 bpm', '180 bpm'), head('Avg', 'Max')), [146, 180]],
    ['a head with cells too many', table(row('Heart Rate', '146 bpm', '180 bpm'), head('', 'Min', 'Avg', 'Max')), [null, null]],
    ['a row without its label', table('<tr><td>146 bpm</td><td>180 bpm</td></tr>', head('', 'Avg', 'Max')), [null, null]],
    ['one value twice', table(row('Heart Rate', '180 bpm', '180 bpm')), [null, null]],
    ['cadence', table(row('Cadence', '84 rpm', '121 rpm')), [null, null]],
    ['steps per minute', table(row('Cadence', '164 spm', '190 spm')), [null, null]],
    ['share of the maximum', table(row('Heart Rate', '78 %', '95 %')), [null, null]],
    ['implausible', table(row('Heart Rate', '0 bpm', '400 bpm')), [null, null]],
    ['average above maximum', table(row('Heart Rate', '180 bpm', '146 bpm')), [null, null]],
    ['two rows that differ', table(row('Heart Rate', '146 bpm', '180 bpm') + row('Heart Rate', '120 bpm', '180 bpm')), [null, 180]],
    [
      'single statistics',
      stats(
        '<li><strong>146 bpm</strong><div class="label">Avg Heart Rate</div></li><li><strong>180 bpm</strong><div class="label">Max Heart Rate</div></li>',
      ),
      [146, 180],
    ],
    [
      'a single statistic that does not say which',
      stats('<li><strong>146 bpm</strong><div class="label">Heart Rate</div></li>'),
      [null, null],
    ],
  ])('%s', (_, body, expected) => {
    const { avgHrBpm, maxHrBpm } = readActivity(page(body));
    expect([avgHrBpm, maxHrBpm]).toEqual(expected);
  });
});

describe('owner', () => {
  const header = (id: number) => `<div id="global-header"><a href="/athletes/${id}">me</a><a href="/athletes/search">find</a></div>`;
  const heading = (id: number) => `<div id="heading"><header><span class="title"><a href="/athletes/${id}">x</a></span></header></div>`;
  const edit = `<a href="/activities/${outing.id}/edit">edit</a>`;
  const adp = (own: unknown) => island({ entityId: Number(outing.id), ownedByCurrentAthlete: own });

  it.each([
    ['island', adp(true), true],
    ['island', adp(false), false],
    ['island with nonsense', adp('yes'), null],
    ['links', header(1) + heading(1) + edit, true],
    ['links', header(1) + heading(2), false],
    ['absolute links', `<div id="global-header"><a href="https://www.strava.com/athletes/1">me</a></div>${heading(1)}${edit}`, true],
    ['the same athlete, but nothing to edit', header(1) + heading(1), null],
    ['another athlete, but something to edit', header(1) + heading(2) + edit, null],
    ["another activity's edit link", `${header(1)}${heading(1)}<a href="/activities/5/edit">edit</a>`, null],
    ['nobody logged in', heading(2), null],
    ['two athletes in the header', header(1) + header(3) + heading(2), null],
    ['contradiction', adp(false) + header(1) + heading(1) + edit, null],
    ['script', `<script>new Pages.RidePageView(${outing.id}, 'Ride').isOwner(true)</script>`, true],
    ['script', `<script>new Pages.RidePageView(${outing.id}, 'Ride')\n.x(1)\n.isOwner( false )</script>`, false],
    ["another activity's script", "<script>new Pages.RidePageView(5, 'Ride').isOwner(true)</script>", null],
    ['nothing', '', null],
  ])('%s', (_, body, own) => {
    expect(readActivity(page(body)).own).toBe(own);
  });
});

describe('next data', () => {
  const activity = { name: 'X', scalars: { movingTime: 60, distance: 100, elevationGain: 2 } };
  it('are read without an id, and with the right one', () => {
    expect(readActivity(next(activity))).toMatchObject({ title: 'X', movingTimeS: 60, distanceM: 100, elevationGainM: 2 });
    expect(readActivity(next({ ...activity, id: outing.id }, { activityId: outing.id })).title).toBe('X');
  });
  it('are ignored when they are of another activity, broken, or implausible', () => {
    expect(readActivity(next({ ...activity, id: 5 })).title).toBeNull();
    expect(readActivity(next(activity, { id: '5' })).title).toBeNull();
    expect(readActivity(page('<script id="__NEXT_DATA__">{"props":</script>')).title).toBeNull();
    expect(readActivity(next({ name: 7, scalars: { movingTime: -60, distance: '100', elevationGain: 1e9 } }))).toMatchObject({
      title: null,
      movingTimeS: null,
      distanceM: null,
      elevationGainM: null,
    });
  });
});

describe('the place for the card', () => {
  const place = (body: string) => {
    const found = strava.mountPoint(toDocument(page(body)), address);
    return found && { selector: found.selector, append: found.append, anchor: found.anchor.id };
  };
  it('is the first of several', () => {
    const main = '<div id="main">';
    const summary = '<div class="activity-summary-container" id="c">';
    expect(
      place(
        `${main}${summary}<aside class="activity-stats" id="s"><ul class="inline-stats" id="a"></ul><ul class="inline-stats" id="b"></ul></aside>`,
      ),
    ).toEqual({
      selector: '.activity-stats .inline-stats',
      append: 'after',
      anchor: 'b',
    });
    expect(place(`${main}${summary}<aside class="activity-stats" id="s"></aside>`)).toMatchObject({
      selector: 'aside.activity-stats',
      append: 'last',
    });
    expect(place(`${main}${summary}`)).toMatchObject({ selector: '.activity-summary-container', append: 'after' });
    expect(place(main)).toMatchObject({ selector: '#main', append: 'first' });
    expect(place('<main></main>')).toBeNull();
  });
});

describe('the place for the strip', () => {
  const place = (body: string, path: string) => {
    const found = strava.mountPoint(toDocument(page(body)), new URL(path, 'https://www.strava.com'));
    return found && [found.selector, found.append];
  };
  it.each([
    ['the feed', '<main><div class="feature-feed"></div></main>', '/dashboard', ['main .feature-feed', 'first']],
    ['its first entry', '<div><div id="feed-entry-1"></div></div>', '/dashboard', ['[id^="feed-entry-"]', 'before']],
    ['the log', '<div id="main"><table id="search-results"></table></div>', '/athlete/training', ['#search-results', 'before']],
    ['any page', '<main></main>', '/dashboard', ['main', 'first']],
    ['nothing', '<p></p>', '/dashboard', null],
    ['another page', '<main></main>', '/clubs', null],
  ])('%s', (_, body, path, expected) => {
    expect(place(body, path)).toEqual(expected);
  });
});
