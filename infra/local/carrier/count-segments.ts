import { SegmentedMessage } from 'sms-segments-calculator';

export type SegmentCount = {
  characters: number;
  segments: number;
  encoding: 'GSM-7' | 'UCS-2';
};

/** How the carrier cuts and bills a text (FACTS §5), by its own calculator. */
export const countSegments = (text: string): SegmentCount => {
  const counted = new SegmentedMessage(text);
  return {
    characters: counted.numberOfCharacters,
    segments: text === '' ? 0 : counted.segmentsCount,
    encoding: counted.encodingName,
  };
};
