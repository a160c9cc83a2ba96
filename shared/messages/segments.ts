export type Segments = {
  encoding: 'GSM-7' | 'UCS-2';
  segments: number;
  /** Septets in GSM-7 (signs like [ and € are two), UTF-16 units in UCS-2. */
  characters: number;
};

/** What a text costs to send: 160 GSM-7 characters (153 in a longer one), 70 UCS-2 (67). docs/facts.md#india. */
export const segmentsOf = (text: string): Segments => {
  if (isGsm.test(text)) return countIn('GSM-7', text.match(gsmSigns) ?? [], septetsOf);
  if (isDevanagari.test(text)) return countIn('UCS-2', text.match(clusters) ?? [], unitsOf);
  const graphemes = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return countIn('UCS-2', graphemes, unitsOf);
};

/*
 * Twilio's library takes milliseconds for one long text and 30 kB of each bundle. This gives the same result
 * (test/unit/messages/segments.test.ts).
 */

const gsmBasic = `\n\r !"#$%&'()*+,\\-./:;<=>?@A-Za-z0-9_¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ`;
/** Each is two septets. */
const gsmExtension = '\f€[\\]^{|}~';
const escaped = gsmExtension.replaceAll(/[\]\\^[]/g, String.raw`\$&`);
const isGsm = new RegExp(`^[${gsmBasic}${escaped}]*$`);
const gsmSigns = /./gs;
const septetsOf = (sign: string): number => (gsmExtension.includes(sign) ? 2 : 1);

/** Devanagari, what joins its letters, and the punctuation of the catalogs. */
const isDevanagari =
  /^(?:[\n\r -~\u00A0-\u00A9\u0900-\u097F\u2010-\u2027\u20B9€]|[\u200C\u200D])*$/;
/** A letter with its vowel signs stays in one segment. */
const clusters = /.(?:\p{M}|[\u200C\u200D])*/gsu;
const unitsOf = (cluster: string): number => cluster.length;

const capacities = { 'GSM-7': { alone: 160, part: 153 }, 'UCS-2': { alone: 70, part: 67 } };

/** Fills segments in order; none begins inside a piece. */
const countIn = (
  encoding: Segments['encoding'],
  pieces: readonly string[],
  sizeOf: (piece: string) => number,
): Segments => {
  const { alone, part } = capacities[encoding];
  let characters = 0;
  let parts = 1;
  let filled = 0;
  for (const piece of pieces) {
    const size = sizeOf(piece);
    characters += size;
    filled += size;
    if (filled <= part) continue;
    parts += 1;
    filled = size;
  }
  return { encoding, segments: characters <= alone ? 1 : parts, characters };
};
