/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatMessage } from '#shared/messages/format-message.ts';
import { messageContext } from '../../use-cases/message-context.ts';
import { Page, sendPage } from '../frame/layout.tsx';
import type { PageRouter } from '../frame/router.tsx';
import { hrefOf, type Visit } from '../frame/visit.ts';
import { SpokenAnswers } from './spoken-answers.tsx';

/** The answers of texts that hold without a request. */
const answers = [
  'whoWeAre',
  'bloodIsFree',
  'whatToBring',
  'doctorDecides',
  'howLongItTakes',
] as const;

const Answers = ({ visit: { site, language, now } }: { visit: Visit }) => (
  <ul>
    {answers.map((key) => (
      <li>{formatMessage({ key, params: {} }, language, messageContext(site.services, now))}</li>
    ))}
  </ul>
);

const Sections = ({ list }: { list: readonly (readonly string[])[] }) => (
  <>
    {list.map(([title, text]) => (
      <>
        <h2>{title}</h2>
        <p>{text}</p>
      </>
    ))}
  </>
);

/** The pages that are only read: questions, privacy, accessibility. */
export const mountTextPages = (router: PageRouter): void => {
  const options = { public: true };
  router.get(
    '/questions',
    (visit) => {
      const { questions } = visit.words;
      return sendPage(
        visit,
        <Page visit={visit} title={questions.title} description={questions.lead}>
          <p>{questions.lead}</p>
          <SpokenAnswers visit={visit} />
          <Sections list={questions.list} />
          <h2>{questions.more}</h2>
          <Answers visit={visit} />
        </Page>,
      );
    },
    options,
  );
  router.get(
    '/privacy',
    (visit) => {
      const { privacy } = visit.words;
      return sendPage(
        visit,
        <Page visit={visit} title={privacy.title} description={privacy.lead}>
          <p>{privacy.lead}</p>
          <Sections list={privacy.list} />
          <p>
            <a class="btn" href={hrefOf(visit, '/me')}>
              {privacy.see}
            </a>
          </p>
        </Page>,
      );
    },
    options,
  );
  router.get(
    '/accessibility',
    (visit) => {
      const { accessibility } = visit.words;
      return sendPage(
        visit,
        <Page visit={visit} title={accessibility.title} description={accessibility.lead}>
          <p>{accessibility.lead}</p>
          <ul>
            {accessibility.list.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Page>,
      );
    },
    options,
  );
};
