import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Noto Sans Devanagari, which has Latin letters too. Its licence, the OFL, allows to embed it in a document. */
const inPackage = (): string => {
  const require = createRequire(import.meta.url);
  return require.resolve(
    '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  );
};

/** On Lambda the font lies beside the bundle (infra/aws/bundle/build-bundle.ts). */
const besideBundle = fileURLToPath(new URL('certificate.ttf', import.meta.url));

export const fontFile = (): string => (existsSync(besideBundle) ? besideBundle : inPackage());

let font: Buffer | undefined;
/** Read at the first certificate. */
export const certificateFont = (): Buffer => {
  font ??= readFileSync(fontFile());
  return font;
};
