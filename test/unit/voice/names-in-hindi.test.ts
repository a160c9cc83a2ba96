import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { messageContext } from '#functions/use-cases/message-context.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { towns } from '#shared/places/data/towns.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { speak } from '#shared/voice/speak.ts';
import { sampleNow } from '../../fixtures/messages.ts';

/* The real configuration: a Hindi voice reads no name in Latin letters. */

const config = hotlineConfigSchema.parse(JSON.parse(readFileSync('hotline.config.json', 'utf8')));
const gazetteer = createGazetteer(config);
const hotlineNumber = phoneNumberSchema.parse('+915320000000');
const context = messageContext({ config, gazetteer, hotlineNumber }, sampleNow);
const latin = (names: string[]): string[] =>
  names.filter((name) => name === '' || /[A-Za-z]/.test(name));

test('hospitals, zones, districts and their towns have names in Devanagari', () => {
  const hospitals = config.hospitals.map(({ name }) => context.hospitalName(name, 'hi'));
  expect(hospitals.length).toBeGreaterThan(40);
  expect(latin(hospitals)).toEqual([]);
  expect(latin(config.zones.map(({ names }) => names.hi))).toEqual([]);
  const districts = config.zones.flatMap((zone) => zone.districts);
  expect(latin(districts.map((name) => context.placeName(name, 'hi')))).toEqual([]);
  const seats = Object.values(towns).map(({ pin }) => gazetteer.placeOfPin(pin)?.name ?? '');
  expect(seats.length).toBeGreaterThan(70);
  expect(latin(seats.map((name) => context.placeName(name, 'hi')))).toEqual([]);
});

test('the group has its name in Devanagari too', () => {
  const said = speak({ key: 'welcome', params: {} }, 'hi', context);
  expect(said).not.toMatch(/[A-Za-z]/);
  expect(speak({ key: 'welcome', params: {} }, 'en', context)).toContain(config.groupName);
});
