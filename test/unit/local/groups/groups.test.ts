import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { messageContext } from '#functions/use-cases/message-context.ts';
import { listShownStories } from '#functions/use-cases/stories/list-stories.ts';
import { demoPeople, exampleOf, loadDemoData } from '#infra/local/demo/demo-data.ts';
import { readEnvironment } from '#infra/local/environment.ts';
import { readGroupConfig } from '#infra/local/read-hotline-config.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { sampleNow } from '../../../fixtures/messages.ts';
import { asksForBlood } from '../../../world/steps/scenario-steps.ts';
import { WebBrowser, wordsOf } from '../../../world/web/web-browser.ts';
import { createWorld, publicUrl } from '../../../world/world.ts';

const dir = mkdtempSync(join(tmpdir(), 'hotline-groups-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const read = (group: string, folder?: string) => {
  const found = readGroupConfig(group, folder);
  if ('fault' in found) throw new Error(found.fault);
  return found.config;
};
const usual = hotlineConfigSchema.parse(JSON.parse(readFileSync('hotline.config.json', 'utf8')));
const shipped = readdirSync('groups').map((file) => file.replace('.json', ''));
const hasLatin = (name: string) => name === '' || /[A-Za-z]/.test(name);

describe.each(shipped)('the group %s', (group) => {
  const config = read(group);
  const gazetteer = createGazetteer(config);
  const zoneIds = config.zones.map(({ id }) => id);

  it('has hospitals on the map, in its own zones, and finds them by name', () => {
    for (const zone of config.zones) {
      expect(zone.districts.length).toBeGreaterThan(0);
      expect(zone.neighbours.every((id) => zoneIds.includes(id) && id !== zone.id)).toBe(true);
    }
    for (const { name, pin } of config.hospitals) {
      const place = gazetteer.placeOfPin(pin);
      expect(place, name).toBeDefined();
      expect(zoneIds, name).toContain(place?.zone);
      expect(gazetteer.find(`${name} hospital`).hospital?.value.hospital.name, name).toBe(name);
    }
  });

  it('has every name in Devanagari', () => {
    const hotlineNumber = phoneNumberSchema.parse('+911350000000');
    const context = messageContext({ config, gazetteer, hotlineNumber }, sampleNow);
    const districts = config.zones.flatMap((zone) => zone.districts);
    const names = [
      ...districts.map((name) => context.placeName(name, 'hi')),
      ...config.hospitals.map(({ name }) => context.hospitalName(name, 'hi')),
      ...config.zones.map(({ names: { hi } }) => hi),
      config.groupNameInHindi ?? '',
    ];
    expect(names.filter(hasLatin)).toEqual([]);
  });

  it('shares the policy of hotline.config.json, and no place of it', () => {
    expect(config.policy).toEqual(usual.policy);
    const districts = new Set(usual.zones.flatMap((zone) => zone.districts));
    expect(config.zones.flatMap((zone) => zone.districts).filter((d) => districts.has(d))).toEqual(
      [],
    );
  });

  it('has a demo town: fictional donors at home in its own zone', async () => {
    const world = await createWorld({ config, on: createMemoryStore() });
    const example = exampleOf(world.services);
    expect(config.hospitals.map(({ name }) => name)).toContain(example.hospital);
    expect(Object.values(example).filter((word) => word === '')).toEqual([]);
    for (const said of [
      `2 units ${example.hospital} ${example.place}`,
      `2 यूनिट ${example.hospitalInHindi} ${example.placeInHindi}`,
    ])
      expect(world.services.gazetteer.find(said).hospital?.value.hospital.name, said).toBe(
        example.hospital,
      );
    const people = demoPeople(world.services, world.clock.now());
    const donors = people.flatMap(({ donor }) => donor ?? []);
    expect(donors.length).toBe(60);
    expect(new Set(donors.map(({ place }) => place.zone))).toEqual(new Set([config.demo?.zone]));
    expect(people.every(({ phone }) => phone.startsWith('+91555'))).toBe(true);
    const usualNames = usual.demo?.families ?? [];
    const rare = (config.demo?.families ?? []).filter((name) => !usualNames.includes(name));
    expect(rare.length).toBeGreaterThan(2);
  });

  it('shows one story, which says that it is made up, and which its family can take down', async () => {
    const world = await createWorld({ config, on: createMemoryStore() });
    await loadDemoData(world.services);
    const page = await new WebBrowser(world.app, publicUrl).open('/stories');
    expect(wordsOf(page)).toContain('मनगढ़ंत');
    const [story] = await listShownStories(world.services, 10);
    const teller = story && (await world.store.person(story.by));
    expect(teller?.story?.id).toBe(story?.id);
  });

  it('finds donors for a request at its first hospital', async () => {
    const world = await createWorld({ config, on: createMemoryStore() });
    for (const person of demoPeople(world.services, world.clock.now()))
      await world.store.save([{ put: person }]);
    const volunteer = await world.volunteer('Vimla', { zone: config.demo?.zone ?? '' });
    const [hospital] = config.hospitals;
    const text = `Need B+ blood 2 units ${hospital?.name} urgent patient Ramesh attendant Sunita`;
    const code = await asksForBlood(world.phone('Sunita'), text);
    await volunteer.texts(`OK ${code}`);
    const { request, alerts } = await world.file(code);
    expect(request.hospital).toBe(hospital?.name);
    expect(request.place.zone).toBe(config.demo?.zone);
    expect(alerts.length).toBeGreaterThan(1);
  });
});

describe('a group', () => {
  it('is chosen by GROUP, with numbers and a folder of its own', () => {
    const environment = readEnvironment({ GROUP: 'uttarakhand' });
    expect(environment).toMatchObject({
      dataDir: '.data-uttarakhand',
      hotlineNumber: '+911350000000',
      missedCallNumber: '+911350000001',
    });
    expect(environment.config.groupName).not.toBe(usual.groupName);
  });

  it.each([
    ['no-such', 'GROUP ./groups/no-such.json: cannot be read (ENOENT)'],
    ['../x', 'GROUP must be the name of a file in groups, without .json, not "../x"'],
  ])('%s is refused in one line', (GROUP, fault) => {
    expect(() => readEnvironment({ GROUP })).toThrow(fault);
  });

  it('is not named beside a configuration', () => {
    const both = { GROUP: 'uttarakhand', HOTLINE_CONFIG: 'hotline.config.json' };
    expect(() => readEnvironment(both)).toThrow('give one of them');
  });

  it('with a mistake is refused, and the place of the mistake is named', () => {
    mkdirSync(join(dir, 'groups'));
    writeFileSync(join(dir, 'hotline.config.json'), JSON.stringify(usual));
    writeFileSync(join(dir, 'groups/odd.json'), '{"groupName":"A name that is much too long"}');
    expect(readGroupConfig('odd', dir)).toEqual({
      fault: expect.stringMatching(/^GROUP .*odd\.json: groupName: /),
    });
  });
});
