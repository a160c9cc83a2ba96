import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { type Camp, campSchema } from '#shared/camp/camp.ts';
import { languages } from '#shared/terms/language.ts';
import { dayOf, days, type EpochMs, epochMs, hours, startOfDay } from '#shared/terms/time.ts';
import { aCamp } from '../../fixtures/camps/camp-items.ts';
import { opensCamp } from '../../world/steps/camp-steps.ts';
import { entersConsole } from '../../world/steps/console-steps.ts';
import { campWithDonor } from '../../world/steps/privacy-stories.ts';
import { WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { createWorld, publicUrl, type World } from '../../world/world.ts';

const visit = (world: World) => new WebBrowser(world.app, publicUrl);

/** A camp from nine to two, so many days from now. */
const campIn = (now: EpochMs, ahead: number, change: Partial<Camp> = {}): Camp => {
  const day = dayOf(epochMs(now + days(ahead)));
  const from = epochMs(startOfDay(day) + hours(9));
  const to = epochMs(from + hours(5));
  const venue = `Ground ${ahead}`;
  const camp = { ...aCamp(`camp ${ahead}`), day, from, to, venue, dueAt: from };
  return campSchema.parse({ ...camp, ...change });
};

const withCamps = async (campsAt: (now: EpochMs) => Camp[]) => {
  const world = await createWorld();
  await world.store.save(campsAt(world.clock.now()).map((put) => ({ put })));
  return world;
};

const said = {
  en: ['6 Dec 2026, 9 am to 2 pm', 'Police Lines, Prayagraj', 'text DROP'],
  hi: ['6 दिसंबर 2026, सुबह 9 बजे से दोपहर 2 बजे तक', 'Police Lines, प्रयागराज', 'DROP भेजें'],
  'hi-Latn': ['6 Dec 2026, subah 9 baje se dopahar 2 baje tak', 'Police Lines', 'DROP bhejein'],
} as const;

describe('the camps ahead', () => {
  it.each(languages)('stand on two pages for everyone, without people, in %s', async (language) => {
    const world = await createWorld();
    const { coordinator, amit, number } = await campWithDonor(world);
    const [when, where, how] = said[language];
    for (const path of ['/', '/camps']) {
      const page = await visit(world).open(`${path}?lang=${language}`);
      expect(page.status).toBe(200);
      for (const words of [when, where, 'SRN Blood Centre']) expect(wordsOf(page)).toContain(words);
      for (const secret of [coordinator.number, amit.number, number, 'Amitabh', 'Veena'])
        expect(page.html).not.toContain(secret.replace('+91', ''));
      expect(page.html).not.toMatch(/<script|undefined|NaN|\[object/);
    }
    const page = await visit(world).open(`/camps?lang=${language}`);
    expect(wordsOf(page)).toContain(how);
    expect(page.html).toContain('href="tel:+915320000000"');
  });

  it('are none while none is planned: the first page says nothing, the other that', async () => {
    const world = await createWorld();
    expect(wordsOf(await visit(world).open('/?lang=en'))).not.toContain('Blood camps nearby');
    expect(wordsOf(await visit(world).open('/camps?lang=en'))).toContain('No camp is planned');
  });

  it('come by their day, the next three on the first page', async () => {
    const world = await withCamps((now) => [40, 3, 20, 10].map((ahead) => campIn(now, ahead)));
    const groundsOn = async (path: string) =>
      wordsOf(await visit(world).open(path)).match(/Ground \d+/g);
    expect(await groundsOn('/?lang=en')).toEqual(['Ground 3', 'Ground 10', 'Ground 20']);
    expect(await groundsOn('/camps?lang=en')).toEqual([
      'Ground 3',
      'Ground 10',
      'Ground 20',
      'Ground 40',
    ]);
  });

  it('are left out once they are called off, or have ended', async () => {
    const world = await createWorld();
    const coordinator = await world.volunteer('Veena', { role: 'coordinator' });
    await opensCamp(coordinator);
    const pageNow = async () => wordsOf(await visit(world).open('/camps?lang=en'));
    const path = `/console/camps/${(await world.store.due('camp', epochMs(world.clock.now() + days(99)), 1))[0]?.id}`;
    expect(await pageNow()).toContain('Police Lines');
    const browser = await entersConsole(world, coordinator);
    await browser.open(`${path}?lang=en`);
    await browser.submit(`${path}/off`);
    await browser.submit(`${path}/off`, {}, 'name="sure"');
    expect(await pageNow()).not.toContain('Police Lines');

    const ended = await withCamps((now) => [campIn(now, -1, { state: 'held' })]);
    expect(wordsOf(await visit(ended).open('/camps?lang=en'))).not.toContain('Ground');
  });

  it('escape what the coordinator wrote', async () => {
    const evil = '<script>alert(1)</script>';
    const world = await withCamps((now) => [campIn(now, 3, { venue: evil, centre: evil })]);
    for (const path of ['/', '/camps'])
      expect((await visit(world).open(`${path}?lang=en`)).html).not.toContain('<script');
  });

  it('cost their own number, not that of the years, and 30 at most', async () => {
    const world = await withCamps((now) => [
      ...Array.from({ length: 40 }, (_, i) =>
        campIn(now, -5 - i, { state: 'closed', dueAt: epochMs(now + days(1)) }),
      ),
      campIn(now, 3),
      campIn(now, 5),
    ]);
    const read = vi.spyOn(world.store, 'camp');
    await visit(world).open('/?lang=en');
    await visit(world).open('/camps?lang=en');
    expect(read).toHaveBeenCalledTimes(4);
    await world.store.save(
      Array.from({ length: 40 }, (_, i) => ({ put: campIn(world.clock.now(), 10 + i) })),
    );
    read.mockClear();
    const page = await visit(world).open('/camps?lang=en');
    expect(read).toHaveBeenCalledTimes(30);
    expect(wordsOf(page)).toContain('Ground 3, ');
    expect(gzipSync(page.html).byteLength).toBeLessThan(14 * 1024);
  });

  it('do not take the first page with them when they cannot be read', async () => {
    const world = await createWorld();
    vi.spyOn(world.store, 'due').mockRejectedValue(new Error('no database'));
    expect((await visit(world).open('/?lang=en')).status).toBe(200);
    expect((await visit(world).open('/camps?lang=en')).status).toBe(500);
    vi.restoreAllMocks();
  });
});
