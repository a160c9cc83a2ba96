/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { spokenLanguageOf } from '#shared/terms/language.ts';
import { givingQuestions } from '#shared/voice/giving-questions.ts';
import { promptFileId } from '#shared/voice/prompt-parts.ts';
import { speakInParts } from '#shared/voice/speak.ts';
import { messageContext } from '../../use-cases/message-context.ts';
import { hrefOf, type Visit } from '../frame/visit.ts';

type Sound = { words: string; path: string };

/** The answers that a person has recorded and this server has: the page asks no other host for anything. */
const soundsOf = ({ site, language, now }: Visit): Sound[] => {
  const { recordedPrompts } = site.services.config;
  const spoken = spokenLanguageOf(language);
  if (recordedPrompts.url !== undefined) return [];
  return givingQuestions.flatMap((key) => {
    const context = messageContext(site.services, now);
    const [part, ...others] = speakInParts({ key, params: {} }, spoken, context);
    const id = part && promptFileId(part.words);
    return part && id !== undefined && others.length === 0 && recordedPrompts[spoken].includes(id)
      ? [{ words: part.words, path: `/prompts/${spoken}/${id}.mp3` }]
      : [];
  });
};

/** The answers aloud: by the number, and as sounds where a deployment has them. */
export const SpokenAnswers = ({ visit }: { visit: Visit }) => {
  const { questions } = visit.words;
  const sounds = soundsOf(visit);
  return (
    <>
      <p>
        <a class="btn plain" href={`tel:${visit.site.services.hotlineNumber}`}>
          {questions.hear(visit.number)}
        </a>
      </p>
      {sounds.length > 0 && <h2>{questions.aloud}</h2>}
      {sounds.map(({ words, path }) => (
        <>
          <p lang={spokenLanguageOf(visit.language)}>{words}</p>
          {/* biome-ignore lint/a11y/useMediaCaption: its words stand above it. */}
          <audio controls preload="none" src={hrefOf(visit, path)} aria-label={words} />
        </>
      ))}
    </>
  );
};
