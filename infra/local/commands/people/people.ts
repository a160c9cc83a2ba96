import { blockPerson } from '#functions/use-cases/operator/block-person.ts';
import { forgetByOperator } from '#functions/use-cases/operator/forget-by-operator.ts';
import { removeVolunteer } from '#functions/use-cases/operator/remove-volunteer.ts';
import { showPerson } from '#functions/use-cases/operator/show-person.ts';
import { maskPhoneNumber, type PhoneNumber, parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { type Command, CommandError, renderColumns } from '../command.ts';

const parsePhone = (raw = ''): PhoneNumber => {
  const phone = parsePhoneNumber(raw);
  if (!phone) throw new CommandError(`"${raw}" is not a phone number`);
  return phone;
};

const unknown = (phone: PhoneNumber): CommandError =>
  new CommandError(`nothing is stored of ${maskPhoneNumber(phone)}`);

/** `volunteers remove`: the role ends at once. */
export const removeVolunteerCommand: Command = {
  summary: 'takes the role from a volunteer; as donor or family the person stays',
  args: ['PHONE'],
  async run({ services, args, terminal }) {
    const phone = parsePhone(args[0]);
    if ((await removeVolunteer(services, phone)) === 'no-volunteer')
      throw new CommandError(`${maskPhoneNumber(phone)} is no volunteer`);
    terminal.out(`${maskPhoneNumber(phone)} is no longer a volunteer`);
    return 0;
  },
};

/** `people show`: what is stored of a person, masked. */
export const showPersonCommand: Command = {
  summary: 'what is stored of a person, masked',
  args: ['PHONE'],
  async run({ services, args, terminal }) {
    const phone = parsePhone(args[0]);
    const lines = await showPerson(services, phone);
    if (!lines) throw unknown(phone);
    for (const line of renderColumns(lines)) terminal.out(line);
    return 0;
  },
};

/** `people forget`: erases a person, as their own FORGET does. */
export const forgetPersonCommand: Command = {
  summary: 'erases a person, as their own FORGET does; a block of the phone is erased too',
  args: ['PHONE'],
  async run({ services, args, terminal }) {
    const phone = parsePhone(args[0]);
    if ((await forgetByOperator(services, phone)) === 'unknown') throw unknown(phone);
    terminal.out(`${maskPhoneNumber(phone)} is erased`);
    return 0;
  },
};

const block = (isBlocked: boolean): Command['run'] => {
  return async ({ services, args, terminal }) => {
    const phone = parsePhone(args[0]);
    const masked = maskPhoneNumber(phone);
    if ((await blockPerson(services, phone, isBlocked)) === 'is-volunteer')
      throw new CommandError(`${masked} is a volunteer: first \`volunteers remove\``);
    terminal.out(`${masked} is ${isBlocked ? 'blocked' : 'not blocked'}`);
    return 0;
  };
};

export const blockPersonCommand: Command = {
  summary: 'this phone gets no reply, no message and no call, and costs nothing',
  args: ['PHONE'],
  run: block(true),
};

export const unblockPersonCommand: Command = {
  summary: 'this phone is answered again',
  args: ['PHONE'],
  run: block(false),
};
