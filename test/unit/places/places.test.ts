import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type HotlineConfig, hotlineConfigSchema } from '#functions/hotline-config.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { towns } from '#shared/places/data/towns.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import { cellCentre, cellOf, distanceKm, isInIndia } from '#shared/places/geo.ts';
import { allPins, findPin } from '#shared/places/pin.ts';
import { pinSchema, zoneIdSchema } from '#shared/places/place.ts';
import { currentDistrict } from '#shared/places/renamed-districts.ts';

let config: HotlineConfig;
let map: Gazetteer;
beforeAll(() => {
  config = hotlineConfigSchema.parse(JSON.parse(readFileSync('hotline.config.json', 'utf8')));
  map = createGazetteer(config);
});

const hospitalIn = (text: string): string | undefined =>
  map.find(text).hospital?.value.hospital.name;
const townIn = (text: string): string | undefined => map.find(text).town?.value.name;

describe('PINs', () => {
  test('decode to a point inside India with a district, all of them', () => {
    const pins = [...allPins()];
    expect(pins.length).toBeGreaterThan(19_000);
    expect(pins.filter((p) => !isInIndia(p) || p.district === '')).toEqual([]);
    expect(pins.map((p) => p.pin)).toEqual(pins.map((p) => p.pin).sort());
    for (const p of [pins[0], pins[9_000], pins.at(-1)]) expect(findPin(p?.pin ?? '')).toEqual(p);
  });

  test('are exactly the table that the sources gave', () => {
    const hundredths = (degrees: number) => String(Math.round(degrees * 100)).padStart(4, '0');
    const lines = [...allPins()].map(
      ({ pin, lat, lon, district }) => `${pin}${hundredths(lat)}${hundredths(lon)}${district}`,
    );
    expect(lines).toHaveLength(19_154);
    expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toBe(
      '22c5777d08f0a7275b47093ae72fbf4e221f8a58993268dfde0f8a0f2df6e626',
    );
  });

  test('have today’s name of their district, or of its city in a zone city', () => {
    expect(map.placeOfPin('211001')).toMatchObject({
      name: 'Prayagraj',
      zone: 'prayagraj',
      pin: '211001',
    });
    expect(map.placeOfPin('224001')).toMatchObject({ name: 'Ayodhya', zone: 'lucknow' });
    expect(map.placeOfPin('208002')).toMatchObject({ name: 'Kanpur', zone: 'kanpur' });
    expect(map.placeOfPin('245101')).toMatchObject({ name: 'Hapur', zone: 'meerut' });
  });

  test('belong to the nearest zone outside every zone', () => {
    expect(map.placeOfPin('800001')).toMatchObject({ name: 'Patna', zone: 'varanasi' });
    expect(map.placeOfPin('110001')?.zone).toBe('meerut');
    expect(map.placeOfPin('321001')).toMatchObject({ name: 'Bharatpur', zone: 'agra' });
  });

  test('reject what is not a PIN', () => {
    for (const pin of ['999999', '000000', '21100', '2110011', '', 'abcdef', '211001\n']) {
      expect(map.placeOfPin(pin)).toBeUndefined();
    }
  });
});

describe('distances and cells', () => {
  test('measure about 120 km from Prayagraj to Varanasi', () => {
    const km = distanceKm({ lat: 25.45, lon: 81.84 }, { lat: 25.32, lon: 82.99 });
    expect(km).toBeGreaterThan(110);
    expect(km).toBeLessThan(125);
  });

  test('name a cell by its south-west corner in twentieths of a degree', () => {
    expect(cellOf({ lat: 25.45, lon: 81.84 })).toBe('509,1636');
    expect(cellCentre(cellOf({ lat: 25.45, lon: 81.84 })).lat).toBeCloseTo(25.475);
  });
});

describe('the configuration', () => {
  test('has all 75 districts of Uttar Pradesh, each in one zone and with a PIN', () => {
    const listed = config.zones.flatMap((z) => z.districts);
    expect(listed.length).toBe(75);
    expect(new Set(listed).size).toBe(75);
    const known = new Set([...allPins()].map((p) => p.district));
    expect(listed.filter((d) => !known.has(currentDistrict(d)))).toEqual([]);
    expect(listed.filter((d) => !(d in towns))).toEqual([]);
  });

  test('lists neighbours among its own zones, in both directions', () => {
    for (const zone of config.zones) {
      for (const other of zone.neighbours) {
        expect(config.zones.find((z) => z.id === other)?.neighbours).toContain(zone.id);
      }
    }
  });

  test('has each hospital in a zone, found by each of its names with its town', () => {
    const zones = new Set(config.zones.flatMap((z) => z.districts));
    for (const hospital of config.hospitals) {
      const at = findPin(hospital.pin);
      expect(zones, hospital.name).toContain(at?.district);
      const town = map.placeOfPin(hospital.pin)?.name ?? '';
      for (const name of [hospital.name, ...hospital.aliases]) {
        expect(hospitalIn(`${name} ${town}`), `${name} ${town}`).toBe(hospital.name);
      }
    }
  });

  test('shares a name only between hospitals of different towns, and finds none of them by the name alone', () => {
    const byAlias = new Map<string, string[]>();
    for (const h of config.hospitals) {
      for (const alias of h.aliases) byAlias.set(alias, [...(byAlias.get(alias) ?? []), h.pin]);
    }
    const shared = [...byAlias].filter(([, pins]) => pins.length > 1);
    expect(shared.length).toBeGreaterThan(0);
    for (const [alias, pins] of shared) {
      expect(hospitalIn(alias), alias).toBeUndefined();
      const places = pins.map((pin) => findPin(pin)?.district);
      expect(new Set(places).size, alias).toBe(pins.length);
    }
  });

  test('finds each town by its names', () => {
    for (const [district, { also, called }] of Object.entries(towns)) {
      for (const name of [district, ...also]) expect(townIn(name), name).toBe(called ?? district);
    }
  });

  test('names the wrong entry when it throws', () => {
    const { zones } = config;
    const nowhere = { name: 'Nowhere', aliases: [], pin: pinSchema.parse('999999') };
    expect(() => createGazetteer({ zones, hospitals: [nowhere] })).toThrow(
      'hospital Nowhere: no PIN 999999',
    );
    const greedy = zones.map((z) => ({ ...z, districts: [...z.districts, 'Agra'] }));
    expect(() => createGazetteer({ zones: greedy, hospitals: [] })).toThrow(/district Agra: in/);
    const strange = zones.map((z) => ({ ...z, neighbours: [zoneIdSchema.parse('delhi')] }));
    expect(() => createGazetteer({ zones: strange, hospitals: [] })).toThrow(/no zone delhi/);
  });

  test('accepts old district names', () => {
    const zones = config.zones.map((z) =>
      z.id === 'prayagraj'
        ? { ...z, districts: z.districts.map((d) => (d === 'Prayagraj' ? 'Allahabad' : d)) }
        : z,
    );
    const old = createGazetteer({ zones, hospitals: [] });
    expect(old.placeOfPin('211001')).toMatchObject({ name: 'Prayagraj', zone: 'prayagraj' });
    expect(old.zone(zoneIdSchema.parse('prayagraj'))?.districts).toContain('Prayagraj');
  });
});

describe('hospitals in free text', () => {
  test.each([
    ['Need B+ blood 2 units SRN hospital Prayagraj 211001 urgent', 'SRN Hospital'],
    ['urgnt b+ve 2 bottle chahiye srn hosp alld pt name ramesh', 'SRN Hospital'],
    ['बी पॉजिटिव खून चाहिए एसआरएन अस्पताल प्रयागराज', 'SRN Hospital'],
    ['s.r.n. hosp', 'SRN Hospital'],
    ['2unit b+ srn211001', 'SRN Hospital'],
    ['kamlanehru me chahiye', 'Kamla Nehru Hospital'],
    ['kamala neharu hosp', 'Kamla Nehru Hospital'],
    ['daffrin alld', 'Dufferin Prayagraj'],
    ['dufferin hospital lucknow', 'Dufferin Lucknow'],
    ['bhu banaras me 3 unit', 'BHU Sir Sunderlal'],
    ['kabeerchaura', 'Kabir Chaura (SSPG)'],
    ['PGI lko', 'SGPGI Lucknow'],
    ['kgmu trauma center', 'KGMU Lucknow'],
    ['hailat kanpur', 'Hallet (LLR) Kanpur'],
    ['हैलट अस्पताल', 'Hallet (LLR) Kanpur'],
    ['LLRM merut', 'LLRM Meerut (SVBP)'],
    ['s.n. medical college', 'SN Medical Agra'],
    ['BRD gkp', 'BRD Gorakhpur'],
    ['AIIMS gorakhpur', 'AIIMS Gorakhpur'],
    ['zila aspatal bareli', 'Bareilly Dist Hospital'],
    ['district hospital 243001', 'Bareilly Dist Hospital'],
    ['balrampur hospital me bharti', 'Balrampur Hospital'],
    ['srn ward 5, kaushambi ka mariz', 'SRN Hospital'],
    ['patient srn me bharti', 'SRN Hospital'],
  ])('%s → %s', (text, name) => expect(hospitalIn(text)).toBe(name));

  test.each([
    ['dufferin', 'every city has one'],
    ['AIIMS', 'there are two'],
    ['lohia hospital farrukhabad', 'another Lohia'],
    ['civil hospital me 2 unit chahiye prayagraj', 'another civil hospital'],
    ['brd lucknow', 'another BRD'],
    ['patient kamla nehru umar 40', 'a woman'],
    ['attendant PL Sharma', 'a man'],
    ['S N Singh ko khoon chahiye', 'initials'],
    ['halat bahut kharab hai', 'condition'],
    ['balrampur district', 'a district'],
  ])('%s: %s, not a hospital of the configuration', (text) =>
    expect(hospitalIn(text)).toBeUndefined(),
  );

  test('come with the characters that name them', () => {
    const text = 'khoon — S.R.N. Hospital, prayagraj!';
    const { hospital, town } = map.find(text);
    expect(text.slice(hospital?.start, hospital?.end)).toBe('S.R.N. Hospital');
    expect(text.slice(town?.start, town?.end)).toBe('prayagraj');
  });
});

describe('towns in free text', () => {
  test.each([
    ['alld', 'Prayagraj'],
    ['Faizabad', 'Ayodhya'],
    ['illahbad', 'Prayagraj'],
    ['gorakhpr me', 'Gorakhpur'],
    ['lucknw', 'Lucknow'],
    ['raibareilly', 'Rae Bareli'],
    ['Kanpur dehat', 'Kanpur Dehat'],
    ['zila banda', 'Banda'],
    ['patient kaushambi se, prayagraj me bharti', 'Prayagraj'],
  ])('%s → %s', (text, name) => expect(townIn(text)).toBe(name));

  test('are placed at their main town, without a PIN', () => {
    const seat = map.find('jalaun').town?.value;
    expect(seat).toEqual({ lat: seat?.lat, lon: seat?.lon, zone: 'kanpur', name: 'Jalaun' });
    const orai = findPin('285001');
    expect(orai && seat && distanceKm(seat, orai)).toBe(0);
  });

  test.each([
    'koi banda hai kya',
    'sambhav ho to jaldi bataye',
    'isko sambhal lo',
    'badan me jalan aur khansi',
    'sab log prayas kare shamil ho',
    'udaipur bikaner ajmer',
    'barely alive, please help',
    'mathura prasad ko',
    'slko malld bnrsx gkpp',
    'allied called balld',
  ])('are not in "%s"', (text) => expect(townIn(text)).toBeUndefined());

  test('are never an everyday word, nor are hospitals', () => {
    const words =
      `please urgent blood need needed required units bottle patient name attendant contact number mobile call help kindly
      hospital ward bed emergency icu operation delivery accident surgery doctor tomorrow today morning evening night group
      positive negative platelets plasma packed cells donor donate anyone available asap share forward message very critical
      condition serious heart kidney dialysis cancer dengue fever anaemia baby child mother father brother sister wife son
      khoon chahiye zarurat jaroorat turant jaldi mariz mareez naam umar bharti hai hain kripya madad kare karen kijiye koi
      bhai behan didi pita mata ji beta beti bacha bachha aaj kal subah shaam raat dopahar baje tak unit yunit botal group
      wala wali wale me mein ko ka ki ke se par pe aur ya nahi haan mat karo bata dena bhejo bhejiye number phone karein
      halat kharab gambhir operation hona hoga raha rahi dil gurda bukhar kami kam zyada bahut thoda sab log sath turant
      jaan bachao bachaye sahayata dhanyawad namaste pranam sir madam bhaiya dada uncle aunty kashta darkhwast nivedan
      sambandhi parijan garib gaon zila shahar khansi jalan badan prayog upyog bandhu samaj seva rakt daan raktdan mahadan
      खून चाहिए ज़रूरत तुरंत मरीज भर्ती कृपया मदद करें बच्चा ऑपरेशन हालत गंभीर रक्तदान यूनिट आज कल सुबह शाम`
        .split(/\s+/)
        .filter((w) => w !== '');
    const caught = words.filter((w) => townIn(w) !== undefined || hospitalIn(w) !== undefined);
    expect(caught).toEqual([]);
    expect(townIn(words.join(' '))).toBeUndefined();
    expect(hospitalIn(words.join(' '))).toBeUndefined();
  });
});
