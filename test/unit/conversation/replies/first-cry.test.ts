import { describe, expect, test } from 'vitest';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { parseRequest } from '#shared/conversation/parse/parse-request.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import rawConfig from '../../../../hotline.config.json' with { type: 'json' };
import { noon } from '../../../fixtures/requests.ts';

const gazetteer = createGazetteer(hotlineConfigSchema.parse(rawConfig));
const isRequest = (text: string): boolean => parseRequest(text, { gazetteer, now: noon }).isRequest;

describe('the first cry of a family', () => {
  test.each([
    'koi madad karo papa ICU me hai B+ chahiye',
    'help my wife is bleeding, doctor asking for donor',
    'meri patni ka operation hai, donor mangwaya hai',
    'पत्नी को बहुत ब्लीडिंग हो रही है डॉक्टर डोनर माँग रहे हैं',
    'doctor ne donor lane ko bola hai',
    'bacche ki halat kharab, hospital wale khoon maang rahe hain',
    'nurse told us to bring a donor, please',
  ])('"%s" asks for blood', (text) => {
    expect(isRequest(text)).toBe(true);
  });

  test.each([
    'khoon ke liye paise maang rahe hain',
    'main donor hu, kab bulaoge',
    'I want to give, are you asking for volunteers?',
  ])('"%s" does not', (text) => {
    expect(isRequest(text)).toBe(false);
  });
});
