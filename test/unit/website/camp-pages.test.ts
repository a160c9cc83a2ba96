import { describe, expect, it } from 'vitest';
import { languages } from '#shared/terms/language.ts';
import { hours } from '#shared/terms/time.ts';
import { seatsOf, theCamp } from '../../world/steps/camp-steps.ts';
import { entersConsole } from '../../world/steps/console-steps.ts';
import { campWithDonor } from '../../world/steps/privacy-stories.ts';
import { asksForBlood } from '../../world/steps/scenario-steps.ts';
import { WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { logIn } from '../../world/web/web-login.ts';
import { createWorld, publicUrl } from '../../world/world.ts';

const withCamp = async () => {
  const world = await createWorld();
  const story = await campWithDonor(world);
  const { id } = await theCamp(world);
  return { world, ...story, path: `/console/camps/${id}` };
};

describe('the pages of a camp', () => {
  it.each(languages)('stand whole in %s, by digits, without a name or number', async (language) => {
    const { world, coordinator, amit, number, path } = await withCamp();
    const browser = await entersConsole(world, coordinator);
    for (const page of ['/console/camps', path, `${path}/sheet`]) {
      const { status, html } = await browser.open(`${page}?lang=${language}`);
      expect(status, page).toBe(200);
      expect(html).not.toMatch(/ on\w+=| style=|undefined|NaN|\[object/);
      expect(html).not.toContain(amit.number);
      expect(html).not.toContain('Amitabh');
    }
    expect(wordsOf(await browser.open(path))).toContain(number);
  });

  it('are not found by a volunteer of another zone, nor recorded there', async () => {
    const { world, path, number } = await withCamp();
    const other = await entersConsole(world, await world.volunteer('Rita', { zone: 'lucknow' }));
    expect((await other.open(path)).status).toBe(404);
    await other.post(`${path}/door`, { seat: number, entry: 'gave' });
    expect((await seatsOf(world))[0]?.state).toBe('booked');
  });

  it('show a new tally by themselves: the news changes with the door, for volunteers of the camp alone', async () => {
    const { world, coordinator, verifier, number, path } = await withCamp();
    const newsOf = async (browser: WebBrowser): Promise<string> =>
      (await browser.open(`/console/news?page=${encodeURIComponent(path)}`)).html;
    const own = await entersConsole(world, coordinator);
    const other = await entersConsole(world, await world.volunteer('Rita', { zone: 'lucknow' }));
    const [before, foreign] = [await newsOf(own), await newsOf(other)];
    expect(await newsOf(own)).toBe(before);
    await verifier.texts(`IN ${number}`);
    expect(await newsOf(own)).not.toBe(before);
    expect(await newsOf(other)).toBe(foreign);
    expect((await own.open(path)).html).toContain('/console/live.js');
  });

  it('record at the door, and count the same form once', async () => {
    const { world, coordinator, number, path, amit } = await withCamp();
    const browser = await entersConsole(world, coordinator);
    await browser.open(`${path}?lang=en`);
    await browser.submit(`${path}/door`, { seat: number, entry: 'gave' });
    expect(wordsOf(browser.page)).toContain(`${number}: Noted.`);
    await browser.open(`${path}?lang=en`);
    await browser.submit(`${path}/door`, { seat: number, entry: 'gave' });
    expect((await world.store.person(amit.number))?.donor).toMatchObject({ donations: 1 });
    const sheet = await browser.open(`${path}/sheet.csv`);
    expect(sheet.headers.get('content-type')).toContain('text/csv');
    expect(sheet.html).toBe(
      [
        'date,venue,place,blood_centre,group,units,women,men,others',
        '2026-12-06,Police Lines,Prayagraj,SRN Blood Centre,B+,1,0,1,0',
      ].join('\r\n'),
    );
  });
});

describe('a coordinator in the console', () => {
  it('opens a camp by one form, which names each wrong answer and keeps the others', async () => {
    const world = await createWorld();
    const coordinator = await world.volunteer('Veena', { role: 'coordinator' });
    const browser = await entersConsole(world, coordinator);
    await browser.open('/console/camps?lang=en');
    await browser.open('/console/camps/open?lang=en');
    const plan = { centre: 'SRN Blood Centre', venue: 'Police Lines 211001', day: '6/12' };
    const more = { hours: '9-14', units: '30' };
    await browser.submit('/console/camps/open', { ...plan, ...more, teams: 'many' });
    expect(browser.page.status).toBe(400);
    expect(browser.page.html).toContain('value="Police Lines 211001"');
    expect(browser.page.html.match(/id="\w+-wrong"/g)).toEqual(['id="teams-wrong"']);
    await browser.submit('/console/camps/open', { ...plan, ...more, teams: '2', rare: 'yes' });
    expect(wordsOf(browser.page)).toContain('is open. We invite');
    expect(await theCamp(world)).toMatchObject({ teams: 2, units: 30, asksRare: true });
    const verifier = await entersConsole(world, await world.volunteer('Kavita'));
    expect((await verifier.open('/console/camps/open')).status).toBe(403);
  });

  it('reads who is to be honoured by initials and zone, from confirmed gifts alone', async () => {
    const { world, coordinator, verifier, number } = await withCamp();
    const other = await world.donor('Suresh Kumar');
    await other.texts('GAVE 12/10/2026');
    other.readsEverything();
    await verifier.texts(`GAVE ${number}`);
    const browser = await entersConsole(world, coordinator);
    const csv = await browser.open('/console/commend.csv');
    const [head, ...rows] = csv.html.split('\r\n');
    expect(head).toBe('who,zone,gifts,milestone,requests_checked,hours_on_duty');
    expect(rows).toContain('A.,prayagraj,1,1,0,0');
    expect(rows.filter((row) => row.startsWith('S.'))).toEqual([]);
    for (const language of languages) {
      const page = await browser.open(`/console/commend?lang=${language}`);
      expect(page.status).toBe(200);
      expect(page.html).not.toMatch(/Amitabh|Suresh|undefined/);
    }
    const own = await entersConsole(world, verifier);
    expect((await own.open('/console/commend.csv')).status).toBe(403);
  });

  it('reads the name of a donor who agreed, for that milestone alone, until they take it back', async () => {
    const { world, coordinator, verifier, number, amit } = await withCamp();
    await verifier.texts(`GAVE ${number}`);
    const desk = await entersConsole(world, coordinator);
    const who = async (): Promise<string | undefined> =>
      (await desk.open('/console/commend.csv')).html.split('\r\n')[1]?.split(',')[0];
    expect(await who()).toBe('A.');
    const own = await logIn(world, amit, '/me');
    await own.submit('/me/name');
    expect(wordsOf(own.page)).toContain('This milestone stands there by your name');
    expect(await who()).toBe('Amitabh');
    await own.submit('/me/name');
    expect(await who()).toBe('A.');
    await own.submit('/me/name');
    const person = await world.store.person(amit.number);
    const [gift] = person?.donor?.gifts ?? [];
    if (!person?.donor || !gift) throw new Error('a gift');
    const gifts = [1, 2, 3, 4, 5].map((n) => ({ ...gift, id: `gift-${n}` }));
    await world.store.save([{ put: { ...person, donor: { ...person.donor, gifts } } }]);
    expect(await who()).toBe('A.');
  });

  it('reads what volunteers have done: each verdict once, and the hours between ON and OFF', async () => {
    const world = await createWorld();
    const coordinator = await world.volunteer('Veena', { role: 'coordinator' });
    const verifier = await world.volunteer('Kavita');
    const real = await asksForBlood(world.phone('Sunita'));
    await verifier.texts(`OK ${real}`);
    const code = await asksForBlood(world.phone('Geeta'));
    await verifier.texts(`NO ${code} no paper`);
    await verifier.texts(`NO ${code} no paper`);
    await verifier.texts('OFF');
    await world.clock.advance(hours(5));
    await verifier.texts('ON');
    await world.clock.advance(hours(2));
    await verifier.texts('OFF');
    await world.clock.advance(hours(9));
    for (const phone of world.phones()) phone.readsEverything();
    const browser = await entersConsole(world, coordinator);
    const { html } = await browser.open('/console/commend.csv');
    expect(html.split('\r\n').find((row) => row.startsWith('K.'))).toBe('K.,prayagraj,0,,2,2');
    const before = (await world.store.person(verifier.number))?.volunteer?.service;
    expect(before?.since).toBeUndefined();
  });

  it('calls a camp off once sure, and everyone who said yes hears it', async () => {
    const { world, coordinator, amit, path, number, verifier } = await withCamp();
    const browser = await entersConsole(world, coordinator);
    await browser.open(`${path}?lang=en`);
    await browser.submit(`${path}/off`);
    expect((await theCamp(world)).state).toBe('held');
    await browser.submit(`${path}/off`, {}, 'name="sure"');
    await world.clock.advance(60_000);
    amit.hearsOnly('does not take place');
    expect((await seatsOf(world))[0]?.state).toBe('freed');
    await verifier.texts(`GAVE ${number}`);
    verifier.hearsOnly('No camp of your zone');
    await amit.texts('1');
    amit.readsEverything();
    await world.clock.advance(12 * 3_600_000);
    amit.hearsNothing();
    expect((await theCamp(world)).state).toBe('off');
  });
});

describe('a certificate', () => {
  it('tells a stranger that it is true, and its donor whose it is', async () => {
    const { world, verifier, amit, number } = await withCamp();
    await verifier.texts(`GAVE ${number}`);
    const mine = await logIn(world, amit, '/me');
    const path = /href="(\/thanks\/[\w-]+)"/.exec(mine.page.html)?.[1] ?? '';
    expect(wordsOf(await mine.open(`${path}?lang=en`))).toMatch(/Amitabh.*A milestone: 1 gift/s);
    const stranger = new WebBrowser(world.app, publicUrl);
    for (const language of languages) {
      const page = await stranger.open(`${path}?lang=${language}`);
      expect(page.status).toBe(200);
      expect(page.html).not.toMatch(/Amitabh|B\+|milestone/);
      expect(page.html).not.toContain(amit.number.slice(-10));
    }
    const wrong = path.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
    expect((await stranger.open(wrong)).status).toBe(404);
    expect((await stranger.open('/thanks/x')).status).toBe(404);
  });
});
