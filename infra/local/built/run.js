import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtHotline } from './built-hotline.js';

/*
 * `node infra/local/built/run.js main|cli …`: runs the hotline or an operator's command from one built file, which starts in a
 * third of the time that a compiler takes to load a thousand modules.
 */

const [node = '', , name = '', ...rest] = process.argv;
const built = join(builtHotline(), `${name}.js`);
process.argv = [node, built, ...rest];
await import(pathToFileURL(built).href);
