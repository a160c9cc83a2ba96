/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { WebsiteWords } from '../words/website-words.ts';
import { Page, sendPage } from './layout.tsx';
import { hrefOf, type Visit } from './visit.ts';

type NoticeStatus = Parameters<typeof sendPage>[2];

/** A page of one sentence: what went wrong, and what helps. */
export const sendNotice = (
  visit: Visit,
  textOf: (words: WebsiteWords) => { title: string; help: string },
  status: NoticeStatus,
): Promise<Response> => {
  const { title, help } = textOf(visit.words);
  return sendPage(
    visit,
    <Page visit={visit} title={title}>
      <p>{help}</p>
      <p>
        <a class="btn plain" href={hrefOf(visit, '/')}>
          {visit.words.nav.home}
        </a>
      </p>
    </Page>,
    status,
  );
};
