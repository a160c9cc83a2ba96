import { connect, createServer } from 'node:net';

/*
 * `node socket-relay.js SOCKET HOST PORT`: passes each connection of the socket on to Dynoxide, which can only listen
 * on a port. A connection waits while Dynoxide starts. Ends when its input ends. Plain JavaScript starts faster.
 */

const [socket = '', host, port] = process.argv.slice(2);
const patienceMs = 5000;
process.umask(0o077);

createServer((client) => {
  const end = Date.now() + patienceMs;
  client.on('error', () => client.destroy());
  const pass = () => {
    if (client.destroyed) return;
    const database = connect({ host, port: Number(port), noDelay: true });
    let isOpen = false;
    database.once('connect', () => {
      isOpen = true;
      client.once('close', () => database.destroy());
      database.pipe(client);
      client.pipe(database);
    });
    database.on('error', () => {});
    database.once('close', () => {
      if (isOpen || Date.now() > end) client.destroy();
      else setTimeout(pass, 10);
    });
  };
  pass();
}).listen(socket, () => process.stdout.write('listening\n'));

process.stdin.on('end', () => process.exit()).resume();
