import { newSid } from '../new-sid.ts';

/** A caller's words and their duration. In memory only. */
export type SpokenRecording = { sid: string; callSid: string; words: string; seconds: number };

export type Recordings = ReturnType<typeof createRecordings>;

export const createRecordings = () => {
  const saved = new Map<string, SpokenRecording>();
  return {
    save(callSid: string, words: string, seconds: number): SpokenRecording {
      const recording = { sid: newSid('RE'), callSid, words, seconds };
      saved.set(recording.sid, recording);
      return recording;
    },
    get: (sid: string) => saved.get(sid),
    /** Returns whether it existed. */
    delete: (sid: string): boolean => saved.delete(sid),
  };
};

/** The simulated carrier has no speech synthesis: its sound is a WAV file with a tone, and typed so, not an MP3. */
export const soundType = 'audio/wav';

const sampleRate = 8000;

/** A soft tone of a quarter of a second, 8 bits, mono. The words are in the file's comment (RIFF INFO, ICMT). */
export const soundOf = ({ words }: Pick<SpokenRecording, 'words'>): Buffer => {
  const samples = Buffer.from(
    Array.from({ length: sampleRate / 4 }, (_, i) =>
      Math.round(128 + 24 * Math.sin((2 * Math.PI * 440 * i) / sampleRate)),
    ),
  );
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(sampleRate, 4);
  format.writeUInt32LE(sampleRate, 8);
  format.writeUInt16LE(1, 12);
  format.writeUInt16LE(8, 14);
  const comment = chunk('ICMT', Buffer.from(`${words}\0`, 'utf8'));
  const info = chunk('LIST', Buffer.concat([Buffer.from('INFO'), comment]));
  const parts = [chunk('fmt ', format), info, chunk('data', samples)];
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...parts]));
};

const chunk = (name: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};

/** The words in a sound made by `soundOf`; undefined for any other. */
export const wordsInSound = (sound: Uint8Array): string | undefined => {
  const bytes = Buffer.from(sound);
  const at = bytes.indexOf('ICMT', 0, 'latin1');
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || at < 0) return undefined;
  const length = bytes.readUInt32LE(at + 4);
  return bytes.toString('utf8', at + 8, at + 8 + length).replace(/\0+$/, '');
};
