import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripMetadata } from '#shared/people/stories/strip-metadata.ts';
import { maxPhotoBytes } from '#shared/terms/after-gift/photo-rules.ts';
import { drawnParts, jpegSegment, phonePhoto, secrets } from '#test/world/web/pictures.ts';

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const jpeg = (...parts: Uint8Array[]): Uint8Array =>
  Buffer.concat([Uint8Array.of(0xff, 0xd8), ...parts, Uint8Array.of(0xff, 0xd9)]);
const png = readFileSync('docs/site-home.png');

/** A chunk of a PNG; its checksum is not read here. */
const chunk = (name: string, body: Uint8Array): Uint8Array => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body, Buffer.alloc(4)]);
};
/** After the signature and IHDR. */
const headEnd = 33;
const smallPng = Buffer.concat([
  png.subarray(0, headEnd),
  chunk('IDAT', Uint8Array.of(1, 2, 3)),
  chunk('IEND', new Uint8Array()),
]);

describe('a photograph of a phone', () => {
  it('keeps the picture and nothing else', () => {
    const stripped = stripMetadata(phonePhoto());
    expect(stripped?.type).toBe('image/jpeg');
    for (const secret of secrets) {
      expect(latin(phonePhoto())).toContain(secret);
      expect(latin(stripped?.bytes ?? new Uint8Array())).not.toContain(secret);
    }
    expect(stripped?.bytes).toEqual(new Uint8Array(jpeg(...drawnParts())));
  });

  it('is the same when it is stripped again', () => {
    const once = stripMetadata(phonePhoto());
    expect(once && stripMetadata(once.bytes)).toEqual(once);
  });

  it('loses every application segment and comment, wherever it stands, and what follows its end', () => {
    const secret = 'SECRET-PLACE';
    const hidden = fc
      .tuple(
        fc.constantFrom(...Array.from({ length: 16 }, (_, i) => 0xe0 + i), 0xfe, 0xf0, 0xc8 + 0x28),
        fc.uint8Array({ maxLength: 40 }),
      )
      .map(([marker, body]) => jpegSegment(marker, Buffer.concat([Buffer.from(secret), body])));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), hidden), { minLength: 1, maxLength: 8 }),
        fc.uint8Array({ maxLength: 30 }),
        (places, after) => {
          const parts = drawnParts();
          const file = jpeg(
            ...parts.flatMap((part, i) => [
              // Between the head of a scan and its bytes there is no place for a segment.
              ...(i === 4 ? [] : places.flatMap(([at, segment]) => (at === i ? [segment] : []))),
              part,
            ]),
            ...places.flatMap(([at, segment]) => (at > 3 ? [segment] : [])),
          );
          const stripped = stripMetadata(Buffer.concat([file, Buffer.from(secret), after]));
          expect(stripped?.bytes).toEqual(new Uint8Array(jpeg(...parts)));
        },
      ),
    );
  });
});

describe('a picture as PNG', () => {
  it('keeps its pixels and loses its texts and times', () => {
    const said = chunk('tEXt', Buffer.from('Author\0Sunita'));
    const file = Buffer.concat([
      smallPng.subarray(0, headEnd),
      said,
      chunk('eXIf', Buffer.from('GPS')),
      smallPng.subarray(headEnd),
      Buffer.from('trailer'),
    ]);
    const stripped = stripMetadata(file);
    expect(stripped).toEqual({ type: 'image/png', bytes: new Uint8Array(smallPng) });
  });

  it('of a real program is drawn from the same pixels', () => {
    const real = stripMetadata(png);
    const pixels = (bytes: Uint8Array) => latin(bytes).split('IDAT').length - 1;
    if (png.length <= maxPhotoBytes)
      expect(pixels(real?.bytes ?? new Uint8Array())).toBe(pixels(png));
    else expect(real).toBeUndefined();
  });
});

describe('a file that is no photograph', () => {
  it('is refused, whatever it is, and never harms the parser', () => {
    const starts = [phonePhoto().subarray(0, 2), png.subarray(0, 8), new Uint8Array()];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        const picture = stripMetadata(Buffer.concat([start, rest]));
        if (picture) expect(stripMetadata(picture.bytes)).toEqual(picture);
      }),
    );
    for (const text of ['', 'GIF89a', '<svg xmlns="x"/>', '%PDF-1.7', 'RIFF....WEBP'])
      expect(stripMetadata(Buffer.from(text))).toBeUndefined();
  });

  it('is refused when it is cut, anywhere', () => {
    const whole = jpeg(...drawnParts());
    for (let length = 0; length < whole.length; length += 1)
      expect(stripMetadata(whole.subarray(0, length)), String(length)).toBeUndefined();
    for (let length = 0; length < smallPng.length; length += 1)
      expect(stripMetadata(smallPng.subarray(0, length)), String(length)).toBeUndefined();
  });

  it('is refused when it is too large, in bytes or in pixels', () => {
    const filler = new Uint8Array(maxPhotoBytes).fill(1);
    expect(stripMetadata(jpeg(...drawnParts(), filler))).toBeUndefined();
    expect(stripMetadata(jpeg(...drawnParts(60_000, 10)))).toBeUndefined();
    expect(stripMetadata(jpeg(...drawnParts(0, 10)))).toBeUndefined();
  });
});
