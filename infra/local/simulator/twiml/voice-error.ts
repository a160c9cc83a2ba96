/**
 * Why a call could not go on, by Twilio's code (its error dictionary): 11200 no good answer, 11205 no connection,
 * 12100 no TwiML, 12200 TwiML that breaks its own schema, 12300 wrong content type, 13xxx a verb's own.
 */
export class VoiceError extends Error {
  override name = 'VoiceError';
  readonly code: number;
  constructor(code: number, why: string) {
    super(why);
    this.code = code;
  }
}
