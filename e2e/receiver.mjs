// A process that does nothing but receive rows through the door of the built program: what the tests kill at any
// moment. `node receiver.mjs <folder> <source, in JSON>` prints its port.
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { openDoor } from '../dist/records/arrivals/door.js';

const [, , folder, written] = process.argv;
const source = JSON.parse(written);
const key = { from: 'environment', text: 'cle-de-test-sans-valeur-0123456789abcdef' };
const door = openDoor({ dataFolder: folder, key });
const server = createServer(async (request, response) => {
  const rows = await json(request);
  const batch = request.headers['idempotency-key'] ?? null;
  const receipt = await door.receive('s', source, rows, { batch, latest: '2026-12-31' });
  response.writeHead(receipt === null ? 503 : 200).end(JSON.stringify(receipt));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
