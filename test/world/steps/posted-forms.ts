import { signedForm } from '../signed-form.ts';
import { account, publicUrl, type World } from '../world.ts';

/** Posts a form to a webhook as the carrier signs it. A string is the body as it stands. */
export const postForm = async (
  world: World,
  route: string,
  form: string | Record<string, string>,
): Promise<{ status: number; text: string }> => {
  const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
  const response = await world.app.fetch(signedForm(publicUrl + route, body, account));
  return { status: response.status, text: await response.text() };
};
