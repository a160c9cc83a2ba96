import { createServer, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { freePort } from '#infra/local/free-port.ts';
import { databaseAddress } from '../../world/servers/database-address.ts';
import { startOpenDynoxide } from '../../world/servers/open-dynoxide.ts';
import { isBrowserMissing, launchBrowser, patience } from './chromium.ts';
import { startHotlineProcess } from './hotline-process.ts';

/* A page of another origin, open in the browser of the machine that runs the hotline. */

/** What the page reads of these addresses: by a simple request, and by one that asks for permission first. */
const readAll = async (urls: string[]): Promise<string[]> => {
  const read = async (url: string, init: RequestInit): Promise<string[]> => {
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(5000) });
      const text = await response.text();
      return text === '' ? [] : [`${url} ${response.status} ${text.slice(0, 200)}`];
    } catch {
      return [];
    }
  };
  const amz = {
    'Content-Type': 'application/x-amz-json-1.0',
    'X-Amz-Target': 'DynamoDB_20120810.Scan',
    'X-Amz-Date': '20260101T000000Z',
    Authorization:
      'AWS4-HMAC-SHA256 Credential=x/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  };
  const body = '{"TableName":"hotline"}';
  const simple = (url: string) => read(url, { method: 'POST', body });
  const withPreflight = (url: string) => read(url, { method: 'POST', body, headers: amz });
  const found = await Promise.all(
    urls.flatMap((url) => [read(url, {}), simple(url), withPreflight(url)]),
  );
  return found.flat();
};

describe.skipIf(isBrowserMissing || !isDynoxideInstalled())('a page of another origin', () => {
  let hotline: Awaited<ReturnType<typeof startHotlineProcess>>;
  let browser: Browser;
  let foreign: Server;
  let foreignUrl: string;

  beforeAll(async () => {
    const port = await freePort();
    foreign = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end('<p>'));
    await new Promise<void>((resolve) => void foreign.listen(port, '127.0.0.1', resolve));
    foreignUrl = `http://localhost:${port}/`;
    [hotline, browser] = await Promise.all([startHotlineProcess(), launchBrowser()]);
  }, patience);
  afterAll(async () => {
    foreign?.close();
    await browser?.close();
    await hotline?.stop();
  }, patience);

  const readFrom = async (urls: string[]): Promise<string[]> => {
    const page = await browser.newPage();
    await page.goto(foreignUrl);
    const found = await page.evaluate(readAll, urls);
    await page.close();
    return found;
  };

  test(
    'reads nothing from the database of the running hotline',
    async () => {
      const { host, port } = databaseAddress(hotline.dataDir);
      const names = [host, '127.0.0.1', 'localhost'];
      const urls = [...names.map((name) => `http://${name}:${port}/`), `${hotline.phones}/events`];
      expect(await readFrom(urls)).toEqual([]);
    },
    patience,
  );

  test(
    'would read a database without the guard',
    async () => {
      const open = await startOpenDynoxide();
      const found = await readFrom([open.endpoint]);
      await open.stop();
      expect(found.join()).toContain('ResourceNotFoundException');
    },
    patience,
  );
});
