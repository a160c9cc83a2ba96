import { expect } from 'vitest';

type App = { fetch: (request: Request) => Response | Promise<Response> };

/** A page as a browser without script shows it. */
export type WebPage = { path: string; status: number; headers: Headers; html: string };

/** A form of a page: where it goes, and its fields with their values. */
type WebForm = { action: string; fields: Record<string, string>; html: string };

const plainOf = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plainOf(value);
};

/** The words of a page, without its tags. */
export const wordsOf = ({ html }: Pick<WebPage, 'html'>): string =>
  plainOf(
    html
      .replace(/<style>[\s\S]*?<\/style>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  );

const fieldsOf = (html: string): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const isOff = /type="(checkbox|radio)"/.test(tag) && !/\schecked/.test(tag);
    if (name !== undefined && !isOff) fields[name] = attribute(tag, 'value') ?? '';
  }
  for (const [, tag = '', options = ''] of html.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option[^>]*\sselected[^>]*>/.exec(options) ?? /<option[^>]*>/.exec(options);
    fields[attribute(tag, 'name') ?? ''] = attribute(chosen?.[0] ?? '', 'value') ?? '';
  }
  for (const [, tag = '', value = ''] of html.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    fields[attribute(tag, 'name') ?? ''] = plainOf(value);
  return fields;
};

export const formsOf = ({ html }: Pick<WebPage, 'html'>): WebForm[] =>
  [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inner = '']) => ({
    action: attribute(tag, 'action') ?? '',
    fields: fieldsOf(inner),
    html: inner,
  }));

/** A browser without script: it keeps cookies, follows redirects and sends the forms of the page it shows. */
export class WebBrowser {
  readonly jar = new Map<string, string>();
  private readonly app: App;
  private readonly origin: string;
  private readonly headers: Record<string, string>;
  page: WebPage = { path: '/', status: 0, headers: new Headers(), html: '' };

  constructor(app: App, origin: string, headers: Record<string, string> = {}) {
    this.app = app;
    this.origin = origin;
    this.headers = headers;
  }

  open(path: string): Promise<WebPage> {
    return this.send(path);
  }

  /** Sends the form that goes to `action`; `typed` replaces the values of its fields. */
  async submit(action: string, typed: Record<string, string> = {}, has?: string): Promise<WebPage> {
    const form = formsOf(this.page).find(
      (one) => one.action === action && (has === undefined || one.html.includes(has)),
    );
    expect(form, `a form to ${action} on ${this.page.path}: ${wordsOf(this.page)}`).toBeDefined();
    return this.post(action, { ...form?.fields, ...typed });
  }

  post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = { Origin: this.origin, 'Sec-Fetch-Site': 'same-origin' },
  ): Promise<WebPage> {
    return this.send(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    });
  }

  private async send(path: string, init: RequestInit = {}): Promise<WebPage> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers({ ...this.headers, ...(cookie && { cookie }) });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    const answer = await this.app.fetch(new Request(this.origin + path, { ...init, headers }));
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/max-age=0\b/i.test(set)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (answer.status === 303 && location !== null) return this.send(location);
    const html = await answer.text();
    this.page = { path, status: answer.status, headers: answer.headers, html };
    return this.page;
  }
}
