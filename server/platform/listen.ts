import type { Server } from 'node:http';
import { type AddressInfo, createServer, type Server as Doorway } from 'node:net';
import { StartError } from './start-error.ts';

/** An address that only this machine reaches. */
const isLoopback = (publicUrl: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname);

function refusal(error: NodeJS.ErrnoException, port: number, chosen: boolean): Error {
  if (error.code === 'EADDRINUSE')
    return new StartError(
      `Port ${port} is in use: stop the program that has it, or ${chosen ? 'choose another PORT' : 'set PORT to a free one'}.`,
    );
  if (error.code === 'EACCES')
    return new StartError(`Port ${port} may not be opened by this account: choose a PORT above 1023.`);
  return error;
}

/** Opens a port on one address, or on all of them. */
const open = (door: Doorway, port: number, host?: string): Promise<number> =>
  new Promise((done, fail) => {
    door.once('error', fail);
    door.listen({ port, ...(host ? { host } : {}) }, () => {
      door.removeListener('error', fail);
      done((door.address() as AddressInfo).port);
    });
  });

/** The same server on the machine's other loopback address: `localhost` is either. A machine without IPv6 has none. */
async function openSecondDoor(server: Server, port: number): Promise<Doorway | undefined> {
  const door = createServer((socket) => server.emit('connection', socket));
  try {
    await open(door, port, '::1');
    return door;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw error;
    return undefined;
  }
}

/**
 * Opens the port (0: any free one) and gives its number. Where people are on this machine alone (PUBLIC_URL is loopback),
 * nobody else's machine is listened to. Throws StartError where the port is taken or not allowed.
 */
export async function listen(
  server: Server,
  { port, portChosen, publicUrl }: { port: number; portChosen: boolean; publicUrl: string },
): Promise<number> {
  try {
    if (!isLoopback(publicUrl)) return await open(server, port);
    const taken = await open(server, port, '127.0.0.1');
    const second = await openSecondDoor(server, taken);
    server.once('close', () => second?.close());
    return taken;
  } catch (error) {
    throw refusal(error as NodeJS.ErrnoException, port, portChosen);
  }
}
