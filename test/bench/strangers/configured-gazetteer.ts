import { readFileSync } from 'node:fs';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';

/** The places of hotline.config.json. */
export const gazetteer = createGazetteer(
  hotlineConfigSchema.parse(JSON.parse(readFileSync('hotline.config.json', 'utf8'))),
);
